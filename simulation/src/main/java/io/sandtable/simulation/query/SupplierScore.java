package io.sandtable.simulation.query;

import io.sandtable.model.Money;
import java.util.OptionalDouble;

/**
 * How a supplier did in some time; a figure that no record supports is empty.
 *
 * @param supplier id
 * @param due purchases that were due in it, {@code receipts} those that came in it
 * @param onTimePercent of those due: came by the due date; what has not come is late
 * @param lateDays mean of those due, early ones count 0
 * @param rejectPercent units sent back of the units that came, the mean over materials weighted by what was paid for them
 * @param priceIndex what was paid, of what the same quantities cost at his own mean prices in as much time before; 100 is the same
 * @param marketIndex what was paid, of what the same quantities cost at the mean prices that others asked in the same time; 100 is the same
 * @param lead days from order to arrival
 * @param sharePercent of all that was paid to anybody for the materials he delivered
 * @param materials he delivered, {@code alone} those that nobody else delivered in that time
 */
public record SupplierScore(
        String supplier,
        int receipts,
        int due,
        Money paid,
        OptionalDouble onTimePercent,
        OptionalDouble lateDays,
        OptionalDouble rejectPercent,
        OptionalDouble priceIndex,
        OptionalDouble marketIndex,
        Lead lead,
        OptionalDouble sharePercent,
        int materials,
        int alone) {
    /**
     * Calendar days from order to arrival, of the purchases whose order date is recorded.
     *
     * @param dated how many those are
     * @param p50 half came within so many days, {@code p90} nine tenths
     */
    public record Lead(int dated, OptionalDouble mean, OptionalDouble p50, OptionalDouble p90) {}
}
