package io.sandtable.simulation.check;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found so far. */
final class Findings {
    /** Quantities that differ by less are the same: plans count in millionths. */
    static final double SAME_QUANTITY = 1e-6;

    private final List<Finding> all = new ArrayList<>();

    void add(Finding.Kind kind, String on, int when, double amount) {
        all.add(new Finding(kind, on, when, amount, true));
    }

    void addRule(String ruleId, int when, double amount, boolean must) {
        all.add(new Finding(Finding.Kind.RULE, ruleId, when, amount, must));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** In the order of time. */
    List<Finding> sorted() {
        return all.stream()
                .sorted(Comparator.comparingInt(Finding::when)
                        .thenComparing(Finding::kind)
                        .thenComparing(Finding::on))
                .toList();
    }

    /** Names an operation for a person: the order, the lot and the step, counted from 1. */
    static String name(Demand demand, Plan.Lot lot, Plan.Operation operation) {
        return "%s/%d/%d".formatted(demand.number(), lot.index() + 1, operation.step() + 1);
    }

    /** Names a lot for a person: the order and the lot, counted from 1. */
    static String name(Demand demand, Plan.Lot lot) {
        return "%s/%d".formatted(demand.number(), lot.index() + 1);
    }
}
