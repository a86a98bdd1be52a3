package io.sandtable.web.inquiry;

import io.sandtable.rules.Statement;
import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question somebody asks, from its first words to its plans.
 *
 * @param id permanent, such as INQ-2026-1121-003
 * @param author who asked
 * @param asOf the day to plan from
 * @param interventions what was decided by hand about single steps of its plans
 * @param confirmedBy who said that it was understood, null before
 * @param revision of the graph that its plans rest on, null before they exist
 * @param problem why a run ended without plans, null otherwise
 * @param name what somebody calls it, null where nobody has named it
 * @param parent the inquiry that it was copied from, null where it was asked
 */
public record Inquiry(
        String id,
        String company,
        Language language,
        String author,
        Instant askedAt,
        LocalDate asOf,
        long seed,
        State state,
        Instant changedAt,
        List<Chip> chips,
        List<Intervention> interventions,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Long revision,
        @Nullable Problem problem,
        @Nullable String name,
        @Nullable String parent) {
    /** How far it is. */
    public enum State {
        DRAFT,
        QUEUED,
        RUNNING,
        DONE,
        CANCELLED,
        /** A condition was understood that no plan can obey yet. */
        REFUSED,
        FAILED;

        /** Whether a run is under way or waiting. */
        public boolean isPending() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /** Why a run ended without plans: a code worded in the bundles, with its arguments. */
    public record Problem(String code, List<String> arguments) {
        public Problem {
            arguments = List.copyOf(arguments);
        }

        /** The number under which a fault of ours stands in the log; null for what is no fault. */
        public @Nullable String ref() {
            return code.startsWith("problem.") && !arguments.isEmpty() ? arguments.getFirst() : null;
        }

        /** In words; a kind of condition among the arguments by its name. */
        public String in(Words words) {
            return words.say(
                    code,
                    arguments.stream()
                            .map(a -> words.knows("condition." + a) ? words.say("condition." + a) : a)
                            .toArray());
        }
    }

    public Inquiry {
        chips = List.copyOf(chips);
        interventions = List.copyOf(interventions);
    }

    /** What it is called: its name, else its words. */
    public String title() {
        return name == null ? text() : name;
    }

    /** The words of the question, each sentence once, without the rules that joined by themselves. */
    public String text() {
        return chips.stream()
                .filter(c -> !c.addedBySystem())
                .map(Chip::sentence)
                .distinct()
                .collect(Collectors.joining(language.choose("；", "; ")));
    }

    /** The chips of one of the page's groups. */
    public List<Chip> chips(Chip.State group) {
        return chips.stream().filter(c -> c.state() == group).toList();
    }

    public Chip chip(String chipId) {
        return chips.stream()
                .filter(c -> c.id().equals(chipId))
                .findFirst()
                .orElseThrow(() -> new InquiryRefused(InquiryRefused.Code.CHIP_GONE));
    }

    /**
     * Whether it may be confirmed and run: something was said, everything said has a reading, and what a language model read has been
     * agreed to.
     */
    public boolean isRunnable() {
        return !state.isPending()
                && chips.stream().anyMatch(c -> !c.addedBySystem())
                && chips.stream().allMatch(c -> c.statement() != null && !c.awaitsItsOwnYes());
    }

    /** What was understood, in order. */
    public List<Statement> statements() {
        return chips.stream().flatMap(c -> c.findStatement().stream()).toList();
    }

    Inquiry with(State next, Instant now) {
        return new Inquiry(
                id,
                company,
                language,
                author,
                askedAt,
                asOf,
                seed,
                next,
                now,
                chips,
                interventions,
                confirmedBy,
                confirmedAt,
                revision,
                problem,
                name,
                parent);
    }

    Inquiry withChips(List<Chip> other, Instant now) {
        return new Inquiry(
                id,
                company,
                language,
                author,
                askedAt,
                asOf,
                seed,
                State.DRAFT,
                now,
                other,
                interventions,
                null,
                null,
                null,
                null,
                name,
                parent);
    }

    Inquiry confirmed(String by, Instant now) {
        return new Inquiry(
                id,
                company,
                language,
                author,
                askedAt,
                asOf,
                seed,
                State.QUEUED,
                now,
                chips.stream().map(Chip::confirmed).toList(),
                interventions,
                by,
                now,
                null,
                null,
                name,
                parent);
    }

    Inquiry answered(long onRevision, Instant now) {
        return new Inquiry(
                id,
                company,
                language,
                author,
                askedAt,
                asOf,
                seed,
                State.DONE,
                now,
                chips,
                interventions,
                confirmedBy,
                confirmedAt,
                onRevision,
                null,
                name,
                parent);
    }

    Inquiry ended(State how, @Nullable Problem why, Instant now) {
        return new Inquiry(
                id,
                company,
                language,
                author,
                askedAt,
                asOf,
                seed,
                how,
                now,
                chips,
                interventions,
                confirmedBy,
                confirmedAt,
                revision,
                why,
                name,
                parent);
    }
}
