package io.sandtable.web.asking;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.inquiry.Chip;
import io.sandtable.web.inquiry.Contradictions;
import io.sandtable.web.inquiry.Inquiry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question's conditions in the three groups of the page.
 *
 * @param seen the moment of its last change, which every form sends back: what has changed since is shown, not overwritten
 * @param fixed whether its plans rest on it, so that nothing can be changed any more
 * @param waiting why it cannot be run yet; null where it can
 * @param clashes how many lists of conditions exclude each other
 */
record AskedView(
        String id,
        long seen,
        boolean fixed,
        String text,
        List<Group> groups,
        @Nullable String waiting,
        int toConfirm,
        int clashes) {
    /**
     * One group; empty ones are left out.
     *
     * @param name confirm, unknown or confirmed
     */
    record Group(String name, int size, List<Joined> rows) {}

    /** A chip alone, or some that cannot hold together. */
    record Joined(List<ChipView> chips) {
        public boolean isClash() {
            return chips.size() > 1;
        }
    }

    static AskedView of(Inquiry inquiry, BusinessSnapshot snapshot, Language language, Map<String, Typed> typed) {
        Words words = Words.in(language);
        var conditions = new ConditionWords(words);
        var facts = new NodeFacts(snapshot, words);
        var fromTo = new FromTo(snapshot, inquiry.asOf(), inquiry.seed(), words);
        List<List<Chip>> clashes = Contradictions.among(inquiry.chips());
        Set<Chip> placed = new HashSet<>();
        var groups = new ArrayList<Group>();
        for (Chip.State state : List.of(Chip.State.TO_CONFIRM, Chip.State.NOT_UNDERSTOOD, Chip.State.CONFIRMED)) {
            var rows = new ArrayList<Joined>();
            for (Chip chip : inquiry.chips(state)) {
                if (placed.add(chip)) {
                    // those that exclude each other stand together, in the group of the first
                    List<Chip> together = clashes.stream()
                            .filter(c -> c.contains(chip))
                            .findFirst()
                            .orElse(List.of(chip));
                    placed.addAll(together);
                    rows.add(new Joined(together.stream()
                            .map(c -> ChipView.of(c, conditions, facts, fromTo, language, typed.get(c.id())))
                            .toList()));
                }
            }
            if (!rows.isEmpty()) {
                int size = rows.stream().mapToInt(r -> r.chips().size()).sum();
                groups.add(new Group(name(state), size, rows));
            }
        }
        return new AskedView(
                inquiry.id(),
                inquiry.changedAt().toEpochMilli(),
                inquiry.state() == Inquiry.State.DONE,
                inquiry.text(),
                groups,
                waiting(inquiry, words),
                (int) inquiry.chips(Chip.State.TO_CONFIRM).stream()
                        .filter(c -> c.statement() != null)
                        .count(),
                clashes.size());
    }

    private static String name(Chip.State state) {
        return switch (state) {
            case CONFIRMED -> "confirmed";
            case TO_CONFIRM -> "confirm";
            case NOT_UNDERSTOOD -> "unknown";
        };
    }

    private static @Nullable String waiting(Inquiry inquiry, Words words) {
        if (inquiry.chips().stream().allMatch(Chip::addedBySystem)) {
            return words.say("asking.waiting.nothing");
        }
        long open = inquiry.chips(Chip.State.TO_CONFIRM).stream()
                .filter(c -> c.statement() == null)
                .count();
        long read = inquiry.chips().stream().filter(Chip::awaitsItsOwnYes).count();
        int unknown = inquiry.chips(Chip.State.NOT_UNDERSTOOD).size();
        if (open > 0 && unknown > 0) {
            return words.say("asking.waiting.both", open, unknown);
        }
        if (open > 0 || unknown > 0) {
            return open > 0 ? words.say("asking.waiting.open", open) : words.say("asking.waiting.unknown", unknown);
        }
        return read > 0 ? words.say("asking.waiting.model", read) : null;
    }
}
