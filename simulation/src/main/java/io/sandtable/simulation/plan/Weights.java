package io.sandtable.simulation.plan;

/**
 * What lateness costs the search, in points per order of the least priority; more urgent priorities count three and nine times.
 *
 * @param lateOrder points for being late at all
 * @param lateDay points per day late
 * @param lateDaySquared points per squared day late, so that no order is sacrificed without limit
 * @param perThousandYuan points per CNY 1,000 spent, so that delivery can be traded against money; 0 ranks delivery above all money
 */
public record Weights(double lateOrder, double lateDay, double lateDaySquared, double perThousandYuan) {
    /** Delivery first. */
    public static final Weights DELIVERY = new Weights(400, 1, 0.05, 0);

    /** Delivery, but not at any price. */
    public static final Weights CASH = new Weights(400, 1, 0.05, 5);

    public Weights {
        if (lateOrder < 0 || lateDay < 0 || lateDaySquared < 0 || perThousandYuan < 0) {
            throw new IllegalArgumentException(
                    "A weight was negative (%s, %s, %s, %s); lateness and spending must cost 0 or more points."
                            .formatted(lateOrder, lateDay, lateDaySquared, perThousandYuan));
        }
    }
}
