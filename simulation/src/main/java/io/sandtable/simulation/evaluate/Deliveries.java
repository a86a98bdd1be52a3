package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.Collection;
import java.util.List;

/** What the customers get, and when, against what they ordered. */
public final class Deliveries {
    static final double TOLERANCE = 1e-6;

    private final PlanningProblem problem;
    private final double[] total;
    private final double[] onTime;
    private final int[] last;

    public Deliveries(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.total = new double[problem.demands().size()];
        this.onTime = new double[total.length];
        this.last = new int[total.length];
        for (Plan.Delivery d : plan.deliveries()) {
            total[d.demand()] += d.quantity();
            last[d.demand()] = Math.max(last[d.demand()], d.minute());
            if (d.minute() <= problem.demands().get(d.demand()).due()) {
                onTime[d.demand()] += d.quantity();
            }
        }
    }

    /** Whether a demand leaves in full by its due minute. */
    public boolean isOnTime(Demand demand) {
        return onTime[demand.index()] >= demand.quantity() - TOLERANCE;
    }

    /** Whether a demand is never delivered in full. */
    public boolean isShort(Demand demand) {
        return total[demand.index()] < demand.quantity() - TOLERANCE;
    }

    /** Whether a demand is delivered in full, but after its due minute. */
    public boolean isLate(Demand demand) {
        return !isShort(demand) && !isOnTime(demand);
    }

    /** What becomes of a demand. */
    public DeliveryStatus status(Demand demand) {
        if (isOnTime(demand)) {
            return DeliveryStatus.ON_TIME;
        }
        if (isLate(demand)) {
            return DeliveryStatus.LATE;
        }
        return quantity(demand) > 0 ? DeliveryStatus.SHORT : DeliveryStatus.UNPLANNED;
    }

    /** Units of a demand that are delivered, ever. */
    public double quantity(Demand demand) {
        return total[demand.index()];
    }

    /** Minute of the last delivery of a demand, 0 where there is none. */
    public int lastMinute(Demand demand) {
        return last[demand.index()];
    }

    /** All demands, by index. */
    List<Integer> all() {
        return problem.demands().stream().map(Demand::index).toList();
    }

    /** Percent of the units of some demands (indices) delivered on time, 100 of none. */
    double fillPercent(Collection<Integer> demands) {
        double wanted = 0;
        double filled = 0;
        for (int d : demands) {
            Demand demand = problem.demands().get(d);
            wanted += demand.quantity();
            filled += Math.min(demand.quantity(), onTime[d]);
        }
        return wanted == 0 ? 100 : 100 * filled / wanted;
    }

    /** Percent of some demands (indices) delivered in full on time, 100 of none. */
    double onTimePercent(Collection<Integer> demands) {
        long onTimeCount =
                demands.stream().filter(d -> isOnTime(problem.demands().get(d))).count();
        return demands.isEmpty() ? 100 : 100.0 * onTimeCount / demands.size();
    }
}
