package io.sandtable.simulation.why;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Deliveries;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.why.Reason.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Something that holds orders up, with all the orders that name it. An order that waits for several things counts at each of them, so that
 * the bottlenecks of a plan do not add up to its late orders.
 *
 * @param on id of the machine, crew, tool, supplier, item, operation or rule
 * @param demands indices of the late or short orders that name it, in the order of the problem
 * @param shortOrders how many of them are never delivered in full, the others are late
 * @param decisive for how many of them it is what they wait for longest
 * @param daysLate days that the late ones are late together; short ones have none
 * @param value of all of them, without VAT
 */
public record Bottleneck(
        Kind kind, String on, List<Integer> demands, int shortOrders, int decisive, long daysLate, Money value) {
    private static final Comparator<Bottleneck> WORST_FIRST = Comparator.comparingInt(Bottleneck::orders)
            .thenComparingLong(Bottleneck::daysLate)
            .thenComparing(Bottleneck::value)
            .reversed()
            .thenComparing(Bottleneck::kind)
            .thenComparing(Bottleneck::on);

    public Bottleneck {
        demands = List.copyOf(demands);
    }

    /** How many late or short orders name it. */
    public int orders() {
        return demands.size();
    }

    /** How many late orders name it. */
    public int lateOrders() {
        return demands.size() - shortOrders;
    }

    /**
     * The bottlenecks of a plan, those that hurt most orders first. That an order was overdue when it was asked for is no bottleneck.
     *
     * @param explanations of {@link Why#explain} for the same plan
     */
    public static List<Bottleneck> of(PlanningProblem problem, Plan plan, Collection<Explanation> explanations) {
        var deliveries = new Deliveries(problem, plan);
        var named = new LinkedHashMap<Thing, List<Explanation>>();
        for (Explanation explanation : explanations) {
            explanation.reasons().stream()
                    .filter(reason -> reason.kind() != Kind.OVERDUE)
                    .map(Thing::of)
                    .distinct()
                    .forEach(thing ->
                            named.computeIfAbsent(thing, t -> new ArrayList<>()).add(explanation));
        }
        return named.entrySet().stream()
                .map(entry -> entry.getKey().hurting(entry.getValue(), problem, deliveries))
                .sorted(WORST_FIRST)
                .toList();
    }

    /** What reasons name. */
    private record Thing(Kind kind, String on) {
        static Thing of(Reason reason) {
            return new Thing(reason.kind(), reason.on());
        }

        Bottleneck hurting(List<Explanation> hurt, PlanningProblem problem, Deliveries deliveries) {
            List<Demand> orders =
                    hurt.stream().map(e -> problem.demands().get(e.demand())).toList();
            return new Bottleneck(
                    kind,
                    on,
                    orders.stream().map(Demand::index).sorted().toList(),
                    (int) hurt.stream().filter(Explanation::isShort).count(),
                    (int) hurt.stream()
                            .filter(e -> of(e.binding()).equals(this))
                            .count(),
                    orders.stream()
                            .filter(deliveries::isLate)
                            .mapToLong(d -> daysLate(problem, d, deliveries))
                            .sum(),
                    orders.stream().map(d -> Money.of(Money.CNY, d.value())).reduce(Money.fen(0), Money::plus));
        }

        /** From the day on which it was due to that on which the last of it leaves. */
        private static long daysLate(PlanningProblem problem, Demand demand, Deliveries deliveries) {
            return problem.day(Math.max(0, deliveries.lastMinute(demand) - 1)).toEpochDay()
                    - problem.day(demand.due() - 1).toEpochDay();
        }
    }
}
