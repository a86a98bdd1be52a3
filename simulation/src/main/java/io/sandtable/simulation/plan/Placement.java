package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.List;

/**
 * How one order is met: its lots, their operations and materials, all on the timelines they were found on.
 *
 * @param quantity that can leave: all of the order, or as much as can be had of one that may be delivered in part
 * @param ready minute at which it can leave, {@link #NEVER} when the order cannot be met
 * @param spent fen for work, subcontractors and purchases
 * @param chain how many orders in a row each use what the one before left over, this one included; whoever takes one away takes
 *     away all behind it
 */
record Placement(
        int demand,
        List<PlacedLot> lots,
        List<PlacedOperation> operations,
        List<Taken> takes,
        List<Leftover> leftovers,
        double quantity,
        int ready,
        long spent,
        int chain) {
    static final int NEVER = Integer.MAX_VALUE;

    Placement {
        lots = List.copyOf(lots);
        operations = List.copyOf(operations);
        takes = List.copyOf(takes);
        leftovers = List.copyOf(leftovers);
    }

    /** An order that cannot be met. */
    static Placement unmet(int demand) {
        return new Placement(demand, List.of(), List.of(), List.of(), List.of(), 0, NEVER, 0, 0);
    }

    /** No more than what is delivered and when. */
    static Placement delivering(int demand, double quantity, int ready) {
        return new Placement(demand, List.of(), List.of(), List.of(), List.of(), quantity, ready, 0, 0);
    }

    boolean isMet() {
        return ready != NEVER;
    }

    /** Share of the order that is never delivered, 0 … 1. */
    double missingShare(Demand order) {
        return Math.max(0, 1 - quantity / order.quantity());
    }

    /** @param parent position of the lot that consumes it, −1 when it is delivered */
    record PlacedLot(int item, int routing, int parent, double quantity) {}

    /**
     * @param from worked minute on the machine at which it begins
     * @param span the machine's worked minutes until it ends: more than the work where people are away in between
     */
    record PlacedOperation(
            int lot,
            int step,
            Way way,
            double quantityIn,
            double quantityOut,
            int workMinutes,
            int from,
            int span,
            int start,
            int end) {}

    /**
     * @param lot position of the lot that uses it, −1 when it is delivered as it is
     * @param index of the stock, the receipt or the offer; of another order's lot its position
     * @param maker the order whose lot left it over, −1 where it is no lot's
     * @param quantity millionths of a unit
     */
    record Taken(int lot, int step, int item, Source source, int index, int maker, long quantity, int available) {}

    /**
     * What a lot yields beyond what it is made for: the rest of a lot size, a co-product.
     *
     * @param quantity millionths of a unit
     */
    record Leftover(int lot, int item, long quantity, int available) {}
}
