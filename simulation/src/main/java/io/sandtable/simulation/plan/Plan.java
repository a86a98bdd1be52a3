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
 * @param takes where every material comes from that is not made by a child lot
 * @param mode how the shop is run, so that the plan can be timed again in the same way
 */
public record Plan(
        List<Integer> investments,
        boolean overtime,
        List<String> liftedRules,
        List<Lot> lots,
        List<Purchase> purchases,
        List<Delivery> deliveries,
        Search search,
        List<Take> takes,
        Mode mode) {
    public Plan {
        investments = List.copyOf(investments);
        liftedRules = List.copyOf(liftedRules);
        lots = List.copyOf(lots);
        purchases = List.copyOf(purchases);
        deliveries = List.copyOf(deliveries);
        takes = List.copyOf(takes);
    }

    /** The same plan, found by another search. */
    public Plan with(Search other) {
        return new Plan(investments, overtime, liftedRules, lots, purchases, deliveries, other, takes, mode);
    }

    /** A plan without pegging, run in the usual way. */
    public Plan(
            List<Integer> investments,
            boolean overtime,
            List<String> liftedRules,
            List<Lot> lots,
            List<Purchase> purchases,
            List<Delivery> deliveries,
            Search search) {
        this(investments, overtime, liftedRules, lots, purchases, deliveries, search, List.of(), Mode.USUAL);
    }

    /**
     * One production run of an item by one routing.
     *
     * @param index its place in {@link Plan#lots}
     * @param demand the demand it is pegged to
     * @param parent the lot that consumes it, −1 when it is delivered
     * @param quantity good units it yields; what its taker does not need of them others may use
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
     * @param crews indices of the crews that do it, one for each need of the machine's option, in their order
     * @param changeoverMinutes worked minutes before the start in which the machine is changed over from what was done before;
     *     work for which any set-up will do may lie in between
     * @param workMinutes worked minutes on the machine, set-up included, changeover not; 0 when outsourced
     */
    public record Operation(
            int step,
            int machine,
            int tool,
            int subcontract,
            List<Integer> crews,
            double quantityIn,
            double quantityOut,
            int changeoverMinutes,
            int setupMinutes,
            int workMinutes,
            int start,
            int end) {
        public Operation {
            crews = List.copyOf(crews);
        }

        /** Without crew and changeover. */
        public Operation(
                int step,
                int machine,
                int tool,
                int subcontract,
                double quantityIn,
                double quantityOut,
                int setupMinutes,
                int workMinutes,
                int start,
                int end) {
            this(
                    step,
                    machine,
                    tool,
                    subcontract,
                    List.of(),
                    quantityIn,
                    quantityOut,
                    0,
                    setupMinutes,
                    workMinutes,
                    start,
                    end);
        }
    }

    /**
     * A purchase order line.
     *
     * @param ordered minute it is placed, {@code arrives} minute it can be used
     * @param quantity ordered, {@code usable} after rejects at receipt
     */
    public record Purchase(int offer, double quantity, double usable, int ordered, int arrives) {}

    /** Where a taken material comes from. */
    public enum Source {
        STOCK,
        RECEIPT,
        PURCHASE,
        /** A lot that is made for something else and yields more than that, or beside that. */
        LOT
    }

    /**
     * Material from stock, from an open receipt, to be bought or left over by a lot, pegged to the operation that uses it.
     *
     * @param lot that uses it, −1 when it is delivered as it is
     * @param step position in the lot's routing, −1 when it is delivered as it is
     * @param index of the stock, the receipt, the offer or the lot that leaves it over
     */
    public record Take(int demand, int lot, int step, int item, Source source, int index, double quantity) {}

    /**
     * How the shop is run.
     *
     * @param overtimeMachines machines that work overtime
     * @param bufferDays how many days before they are due orders should be ready, 0 for just in time
     * @param safetyStockUsed whether safety stock may be taken
     */
    public record Mode(List<Integer> overtimeMachines, int bufferDays, boolean safetyStockUsed) {
        /** No overtime, just in time, safety stock left alone. */
        public static final Mode USUAL = new Mode(List.of(), 0, false);

        public Mode {
            overtimeMachines = List.copyOf(overtimeMachines);
        }
    }

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
