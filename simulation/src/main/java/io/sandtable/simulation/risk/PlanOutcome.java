package io.sandtable.simulation.risk;

import io.sandtable.simulation.evaluate.DeliveryStatus;
import io.sandtable.simulation.evaluate.Judged;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What becomes of a plan in one run.
 *
 * @param broken ids of the rules it breaks; {@code must} those among them that must not be
 * @param late ids of the orders delivered in full but late, {@code missing} of those never delivered in full
 * @param weeklyCash CNY at the end of every seventh day of the horizon, and of the last
 */
public record PlanOutcome(
        Kpis kpis,
        Set<String> broken,
        Set<String> must,
        Set<String> late,
        Set<String> missing,
        List<Double> weeklyCash) {
    private static final int WEEK = 7;

    public PlanOutcome {
        broken = Set.copyOf(broken);
        must = Set.copyOf(must);
        late = Set.copyOf(late);
        missing = Set.copyOf(missing);
        weeklyCash = List.copyOf(weeklyCash);
    }

    static PlanOutcome of(PlanningProblem problem, Judged judged) {
        var broken = new HashSet<String>();
        var must = new HashSet<String>();
        for (Violation violation : judged.violations()) {
            broken.add(violation.ruleId());
            if (violation.must()) {
                must.add(violation.ruleId());
            }
        }
        var late = new HashSet<String>();
        var missing = new HashSet<String>();
        for (Demand demand : problem.demands()) {
            DeliveryStatus status = judged.status(demand);
            if (status.isShort()) {
                missing.add(demand.id());
            } else if (status == DeliveryStatus.LATE) {
                late.add(demand.id());
            }
        }
        // one order of several lines is missing as soon as one of them is
        late.removeAll(missing);
        return new PlanOutcome(
                judged.kpis(),
                broken,
                must,
                late,
                missing,
                cashDays(problem.horizonDays()).stream()
                        .map(day -> judged.cashOn(day).major().doubleValue())
                        .toList());
    }

    /** The days that {@link #weeklyCash} is of, counted from the as-of day. */
    static List<Integer> cashDays(int horizonDays) {
        return IntStream.range(0, horizonDays)
                .filter(day -> day % WEEK == WEEK - 1 || day == horizonDays - 1)
                .boxed()
                .toList();
    }

    /** Whether the order is not delivered in full on time. */
    boolean misses(String order) {
        return late.contains(order) || missing.contains(order);
    }
}
