package io.sandtable.web.scenarios;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sandtable.rules.Question;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.web.Words;
import io.sandtable.web.ask.KpiJson;
import io.sandtable.web.inquiry.Chip;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.LiveRun;
import io.sandtable.web.inquiry.RevisionNotes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A scenario as programs see it; what does not apply to its state is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Scenario")
record ScenarioJson(
        @Schema(example = "INQ-2026-1121-003") String id,
        String company,
        @Schema(description = "The words of the question") String question,

        @Schema(description = "What somebody calls it; null where nobody has named it") @Nullable
        String name,

        @Schema(description = "The scenario that it was copied from") @Nullable
        String parent,

        @Schema(description = "draft, queued, running, done, cancelled, refused or failed")
        String state,

        String author,
        Instant askedAt,
        Instant changedAt,
        LocalDate asOf,
        @Schema(description = "zh or en") String lang,
        long seed,

        @Schema(description = "What was understood, or what is still open") @Nullable
        List<Condition> conditions,

        @Nullable String confirmedBy,

        @Schema(description = "Runs that come before it; while it is queued") @Nullable
        Integer waitingBefore,

        @Schema(description = "Stage under way; while it is running") @Nullable
        String stage,

        @Schema(description = "Strategies that are searched, once that is known") @Nullable
        List<String> strategies,

        @Schema(description = "Plans found so far; while it is running") @Nullable
        List<PlanSoFar> plansSoFar,

        @Schema(description = "Why it ended without plans") @Nullable
        Ended problem,

        @Schema(description = "What changed in the data since; its plans may be stale") @Nullable
        List<Change> staleBecause,

        @Schema(description = "The contract's answer; once it is done") @Nullable
        JsonNode answer) {
    /** One condition: a statement, or the questions in its way. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Condition(
            String id,
            String sentence,

            @Schema(description = "confirmed, to-confirm or not-understood")
            String state,

            @Nullable JsonNode statement,
            @Nullable List<Question> questions,

            @Schema(description = "Rule of the rule book that joined by itself") @Nullable
            String ruleId,

            String by) {}

    /** A plan before all are compared. */
    record PlanSoFar(String strategy, Name name, boolean compliant, JsonNode kpis) {}

    /** In both languages. */
    record Name(String zh, String en) {}

    /**
     * Why a run ended without plans.
     *
     * @param detail in the language of the request
     */
    record Ended(String code, List<String> arguments, String detail) {}

    /** One change of the data. */
    record Change(long revision, Instant at, String code, List<String> arguments) {}

    /** The row of a list: what a table shows. */
    static ScenarioJson row(Inquiry i) {
        return of(i, null, null, null, null, null, null, null, null);
    }

    /** All there is. */
    static ScenarioJson whole(
            Inquiry i,
            Optional<LiveRun> run,
            int waitingBefore,
            List<RevisionNotes.RevisionNote> since,
            @Nullable JsonNode answer,
            Words words) {
        Optional<LiveRun> live = run.filter(r -> i.state().isPending());
        return of(
                i,
                i.chips().stream().map(ScenarioJson::condition).toList(),
                live.filter(r -> r.stage() == null).map(r -> waitingBefore).orElse(null),
                live.map(LiveRun::stage).orElse(null),
                live.map(LiveRun::strategies).orElse(null),
                live.map(r -> plans(r.plans())).orElse(null),
                ended(i, words),
                since.isEmpty()
                        ? null
                        : since.stream()
                                .map(n -> new Change(n.revision(), n.at(), n.code(), n.arguments()))
                                .toList(),
                answer);
    }

    private static ScenarioJson of(
            Inquiry i,
            @Nullable List<Condition> conditions,
            @Nullable Integer waitingBefore,
            @Nullable String stage,
            @Nullable List<String> strategies,
            @Nullable List<PlanSoFar> plans,
            @Nullable Ended problem,
            @Nullable List<Change> stale,
            @Nullable JsonNode answer) {
        return new ScenarioJson(
                i.id(),
                i.company(),
                i.text(),
                i.name(),
                i.parent(),
                i.state().name().toLowerCase(Locale.ROOT),
                i.author(),
                i.askedAt(),
                i.changedAt(),
                i.asOf(),
                i.language().choose("zh", "en"),
                i.seed(),
                conditions,
                i.confirmedBy(),
                waitingBefore,
                stage,
                strategies,
                plans,
                problem,
                stale,
                answer);
    }

    private static Condition condition(Chip chip) {
        return new Condition(
                chip.id(),
                chip.sentence(),
                chip.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                chip.findStatement().map(UnderstandingJson::tree).orElse(null),
                chip.questions().isEmpty() ? null : chip.questions(),
                chip.addedBySystem() ? chip.ruleId() : null,
                chip.by());
    }

    private static List<PlanSoFar> plans(List<LiveRun.PlanSoFar> plans) {
        if (plans.isEmpty()) {
            return List.of();
        }
        // the baseline is the first that is found
        Kpis baseline = plans.getFirst().kpis();
        return plans.stream()
                .map(p -> new PlanSoFar(
                        p.strategy(), new Name(p.zh(), p.en()), p.compliant(), KpiJson.kpis(p.kpis(), baseline)))
                .toList();
    }

    private static @Nullable Ended ended(Inquiry i, Words words) {
        Inquiry.Problem problem = i.problem();
        return problem == null ? null : new Ended(problem.code(), problem.arguments(), problem.in(words));
    }
}
