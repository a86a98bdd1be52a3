package io.sandtable.rules.language;

import io.sandtable.rules.Statement;
import io.sandtable.rules.grammar.Sentence;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What to favour. */
final class ObjectiveReading extends ClauseReading {
    private static final String NO_GOAL = "";

    private static final Map<Integer, String> GOALS = Map.of(
            Sentence.CASH, "cash",
            Sentence.DELIVERY_GOAL, "delivery",
            Sentence.LEAD_TIME, "delivery",
            Sentence.ON_TIME, "delivery",
            Sentence.MARGIN, "margin",
            Sentence.EARNED, "margin",
            Sentence.LESS_CARBON, "carbon",
            Sentence.EMISSION, "carbon");

    /** What else could be favoured; no goal of the contract, so it may only give way. */
    private static final Set<Integer> OTHERS = Set.of(
            Sentence.PRICE,
            Sentence.BUDGET,
            Sentence.FREIGHT,
            Sentence.OTHER_COST,
            Sentence.STOCK,
            Sentence.CAPACITY,
            Sentence.OVERTIME_PAY,
            Sentence.PURCHASE_BUDGET,
            Sentence.REVENUE,
            Sentence.DEMAND);

    /** "Delivery before margin" names last what gives way, Chinese words may name it first. */
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]");

    private static final Pattern REVERSED =
            Pattern.compile("after|second|back seat|less important|later|suffer|give|cost", Pattern.CASE_INSENSITIVE);

    ObjectiveReading(Clause clause, LocalDate asOf, Statement.Source source) {
        super(clause, asOf, source);
    }

    /** The goals of the clauses that do not say what gives way: 宁可少赚点，也要准时交货. */
    private List<String> favoured() {
        var goals = new LinkedHashSet<String>();
        var here = new LinkedHashSet<String>();
        boolean first = false;
        boolean yields = false;
        boolean named = false;
        for (Token token : clause.tokens()) {
            if (token.type() == Sentence.SEP) {
                goals.addAll(first || !yields || named ? here : Set.of());
                here.clear();
                first = false;
                yields = false;
                named = false;
            }
            String goal = GOALS.get(token.type());
            boolean english = ENGLISH.matcher(words(Sentence.GIVE_WAY)).lookingAt();
            if (goal != null && !(yields && (first || english))) {
                here.add(goal);
            }
            if (OTHERS.contains(token.type())) {
                here.add(NO_GOAL);
            }
            // "carbon comes before margin" needs no other word for what is first
            named |= goal != null
                    && yields
                    && english
                    && !REVERSED.matcher(words(Sentence.GIVE_WAY)).find();
            first |= token.type() == Sentence.FIRST;
            yields |= token.type() == Sentence.GIVE_WAY;
        }
        goals.addAll(first || !yields || named ? here : Set.of());
        return List.copyOf(goals);
    }

    @Override
    Optional<Draft> draft() {
        List<String> goals = favoured();
        if (goals.size() != 1 || goals.contains(NO_GOAL)) {
            return Optional.empty();
        }
        slots.put("goal", goals.getFirst());
        return Optional.of(draft(List.of(), null, null, clause.times().isEmpty() ? null : window(), null));
    }
}
