package io.sandtable.simulation.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will be done: production lots, purchases, deliveries, and the choices behind them. Indices point into the
 * {@link io.sandtable.simulation.scenario.PlanningProblem} it solves; times are minutes since the as-of day's midnight.
 *
 * @param investments indices of the investments taken
 * @param overtime whether overtime is worked
 * @param liftedRules ids of must-rules that the strategy broke on purpose
 */
public record Plan(
        List<Integer> investments,
        boolean overtime,
        List<String> liftedRules,
        List<Lot> lots,
        List<Purchase> purchases,
        List<Delivery> deliveries,
        Search search) {
    public Plan {
        investments = List.copyOf(investments);
        liftedRules = List.copyOf(liftedRules);
        lots = List.copyOf(lots);
        purchases = List.copyOf(purchases);
        deliveries = List.copyOf(deliveries);
    }

    /**
     * One production run of an item by one routing.
     *
     * @param index its place in {@link Plan#lots}
     * @param demand the demand it is pegged to
     * @param parent the lot that consumes it, −1 when it is delivered
     * @param quantity good units it yields
     */
    public record Lot(
            int index, int demand, int parent, int item, int routing, double quantity, List<Operation> operations) {
        public Lot {
            operations = List.copyOf(operations);
        }

        /** When its good units exist: after the last operation. */
        public int end() {
            return operations.getLast().end();
        }

        public int start() {
            return operations.getFirst().start();
        }
    }

    /**
     * One step of a lot, in the house ({@code machine ≥ 0}) or at a subcontractor ({@code subcontract ≥ 0}).
     *
     * @param step position in the routing
     * @param machine index of the machine, −1 when outsourced; investments of machines follow the problem's machines in their order
     * @param tool index of the tool, −1 none; investments of tools follow the problem's tools in their order
     * @param subcontract position in the step's subcontracts, −1 in the house
     * @param quantityIn units that enter, {@code quantityOut} good units that leave
     * @param workMinutes worked minutes on the machine, set-up included; 0 when outsourced
     */
    public record Operation(
            int step,
            int machine,
            int tool,
            int subcontract,
            double quantityIn,
            double quantityOut,
            int setupMinutes,
            int workMinutes,
            int start,
            int end) {}

    /**
     * A purchase order line.
     *
     * @param ordered minute it is placed, {@code arrives} minute it can be used
     * @param quantity ordered, {@code usable} after rejects at receipt
     */
    public record Purchase(int offer, double quantity, double usable, int ordered, int arrives) {}

    /** A shipment to the customer; a demand without one is short. */
    public record Delivery(int demand, double quantity, int minute) {}

    /**
     * How the search went.
     *
     * @param endedBecause steps, unimproved-steps, time, cancelled or constructed
     */
    public record Search(String strategy, long seed, long steps, int threads, String endedBecause) {}

    /** The last shipment of a demand, null where there is none. */
    public @Nullable Delivery lastDelivery(int demand) {
        return deliveries.stream()
                .filter(d -> d.demand() == demand)
                .reduce((a, b) -> a.minute() >= b.minute() ? a : b)
                .orElse(null);
    }
}
