package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.List;

/**
 * What lateness costs the search, in points per order of weight one.
 *
 * @param lateOrder points for being late at all
 * @param lateDay points per day late
 * @param lateDaySquared points per squared day late, so that no order is sacrificed without limit
 * @param perThousandYuan points per CNY 1,000 spent, so that delivery can be traded against money; 0 ranks delivery above all money
 * @param priorities how often an order of priority 1, 2 … counts; the last one is for all that follow
 */
public record Weights(
        double lateOrder, double lateDay, double lateDaySquared, double perThousandYuan, List<Integer> priorities) {
    private static final List<Integer> URGENT_THREEFOLD = List.of(3, 2, 1);

    /** Delivery first. */
    public static final Weights DELIVERY = new Weights(400, 1, 0.05, 0, URGENT_THREEFOLD);

    /** Delivery, but not at any price. */
    public static final Weights CASH = new Weights(400, 1, 0.05, 5, URGENT_THREEFOLD);

    /** Delivery, as long as an order more or less late costs no more than that. */
    public static Weights worth(double yuanPerLateOrder) {
        return new Weights(
                DELIVERY.lateOrder,
                DELIVERY.lateDay,
                DELIVERY.lateDaySquared,
                1000 * DELIVERY.lateOrder / yuanPerLateOrder,
                URGENT_THREEFOLD);
    }

    /** What an order of weight one may cost before it is rather late, CNY; infinite where delivery goes before all money. */
    public double yuanPerLateOrder() {
        return 1000 * lateOrder / perThousandYuan;
    }

    public Weights {
        priorities = List.copyOf(priorities);
        if (lateOrder < 0 || lateDay < 0 || lateDaySquared < 0 || perThousandYuan < 0) {
            throw new IllegalArgumentException(
                    "A weight was negative (%s, %s, %s, %s); lateness and spending must cost 0 or more points."
                            .formatted(lateOrder, lateDay, lateDaySquared, perThousandYuan));
        }
        if (priorities.isEmpty() || priorities.stream().anyMatch(weight -> weight < 1)) {
            throw new IllegalArgumentException(
                    "The weights of priorities were %s; give at least one, each 1 or more, such as 3,2,1."
                            .formatted(priorities));
        }
    }

    /** The same with other weights of priorities. */
    public Weights withPriorities(List<Integer> other) {
        return new Weights(lateOrder, lateDay, lateDaySquared, perThousandYuan, other);
    }

    /** How often the order counts. */
    int of(Demand demand) {
        return priorities.get(Math.clamp(demand.priority() - 1L, 0, priorities.size() - 1));
    }
}
