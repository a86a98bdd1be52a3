package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Plan.Source;
import java.util.List;

/**
 * How one order is met: its lots, their operations and materials, all on the timelines they were found on.
 *
 * @param ready minute at which the order can leave, {@link #NEVER} when it cannot be met
 * @param spent fen for work, subcontractors and purchases
 */
record Placement(
        int demand, List<PlacedLot> lots, List<PlacedOperation> operations, List<Taken> takes, int ready, long spent) {
    static final int NEVER = Integer.MAX_VALUE;

    Placement {
        lots = List.copyOf(lots);
        operations = List.copyOf(operations);
        takes = List.copyOf(takes);
    }

    /** An order that cannot be met. */
    static Placement unmet(int demand) {
        return new Placement(demand, List.of(), List.of(), List.of(), NEVER, 0);
    }

    boolean isMet() {
        return ready != NEVER;
    }

    /** @param parent position of the lot that consumes it, −1 when it is delivered */
    record PlacedLot(int item, int routing, int parent, double quantity) {}

    /** @param from worked minute on the machine at which it begins */
    record PlacedOperation(
            int lot,
            int step,
            Way way,
            double quantityIn,
            double quantityOut,
            int workMinutes,
            int from,
            int start,
            int end) {}

    /**
     * @param lot position of the lot that uses it, −1 when it is delivered as it is
     * @param quantity millionths of a unit
     */
    record Taken(int lot, int step, int item, Source source, int index, long quantity, int available) {}
}
