package io.sandtable.rules.language;

import io.sandtable.rules.Statement;
import io.sandtable.rules.grammar.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What to favour. */
final class ObjectiveReading extends ClauseReading {
    private static final Map<Integer, String> GOALS = Map.of(
            Sentence.CASH, "cash",
            Sentence.DELIVERY_GOAL, "delivery",
            Sentence.LEAD_TIME, "delivery",
            Sentence.ON_TIME, "delivery",
            Sentence.MARGIN, "margin",
            Sentence.EMISSION, "carbon");

    ObjectiveReading(Clause clause, LocalDate asOf, Statement.Source source) {
        super(clause, asOf, source);
    }

    @Override
    Optional<Draft> draft() {
        List<String> goals = clause.tokens().stream()
                .map(t -> GOALS.get(t.type()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean one = goals.size() == 1 || (goals.size() == 2 && clause.has(Sentence.GIVE_WAY));
        if (!one) {
            return Optional.empty();
        }
        slots.put("goal", goals.getFirst());
        return clause.times().isEmpty() ? Optional.of(draft(List.of(), null, null, null, null)) : Optional.empty();
    }
}
