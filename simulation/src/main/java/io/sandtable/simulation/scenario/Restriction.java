package io.sandtable.simulation.scenario;

import io.sandtable.model.Money;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import java.util.List;
import java.util.Set;

/**
 * What a rule forbids or demands, in the planner's terms. Those that speak of single choices are masks in the planner's search; the
 * others are checked on the finished plan. Times are minutes since the as-of day's midnight, ranges [from, to); sets hold indices of
 * {@link PlanningProblem}'s lists.
 */
public sealed interface Restriction {
    /** A share of each machine's working time stays free. */
    record ReserveCapacity(Set<Integer> machines, int from, int to, double percent) implements Restriction {
        public ReserveCapacity {
            machines = Set.copyOf(machines);
        }
    }

    /** Nothing runs on the machine. */
    record MachineDown(int machine, int from, int to) implements Restriction {}

    /** The tool may not be used. */
    record ToolDown(int tool, int from, int to) implements Restriction {}

    /** The supplier neither takes orders nor delivers nor does subcontracted steps. */
    record SupplierClosed(String supplier, int from, int to) implements Restriction {}

    /** These offers may not be used for orders placed in the range. */
    record BannedOffers(Set<Integer> offers, int from, int to) implements Restriction {
        public BannedOffers {
            offers = Set.copyOf(offers);
        }
    }

    /** These operations (process ids) may not leave the house. */
    record NoOutsourcing(Set<String> processes) implements Restriction {
        public NoOutsourcing {
            processes = Set.copyOf(processes);
        }
    }

    /** The demands must be delivered in full by the minute. */
    record DeliverBy(Set<Integer> demands, int by) implements Restriction {
        public DeliverBy {
            demands = Set.copyOf(demands);
        }
    }

    /** The balance at the end of each day in the range is at least this. */
    record CashFloor(Money floor, int from, int to) implements Restriction {}

    /** Capital expenditure committed in the range is at most this. */
    record BudgetCap(Money cap, int from, int to) implements Restriction {}

    /** Gross margin of the horizon is at least so many percent. */
    record MarginFloor(double percent) implements Restriction {}

    /** Share of these demands delivered on time, in percent, is at least this. */
    record ServiceLevel(Set<Integer> demands, double percent) implements Restriction {
        public ServiceLevel {
            demands = Set.copyOf(demands);
        }
    }

    /** Emissions of operations that run in the range are at most so many kg CO₂. */
    record EmissionCap(double kilograms, int from, int to) implements Restriction {}

    /** Energy drawn in the range is at most so many units of that source; −1 for all electricity. */
    record EnergyCap(int energy, double units, int from, int to) implements Restriction {}

    /**
     * What a customer owes is at most this on every day.
     *
     * @param demands what is sold to the customer
     * @param owed what was delivered before and is still to be paid, VAT included
     */
    record CreditLimit(String customer, Set<Integer> demands, Money limit, List<Owed> owed) implements Restriction {
        public CreditLimit {
            demands = Set.copyOf(demands);
            owed = List.copyOf(owed);
        }
    }

    /** An amount that is paid on a day, counted from the as-of day. */
    record Owed(Money amount, int paidOn) {}

    /**
     * What a person decided by hand about a step of one order.
     *
     * @param process id of the step
     * @param lot which of the order's lots of that step is meant, from 1; 0 for all of them
     * @param machines on which it may be done, as plans name them, those that investments bring included
     * @param subcontractors ids of those who may do it
     * @param tool that is mounted, −1 where any may be
     * @param start minute at which it begins, {@link #ANY_TIME} where that is left to the planner
     * @param quantity good units of the lot that is made, 0 where that is left to the planner
     */
    record ByHand(
            int demand,
            String process,
            int lot,
            Set<Integer> machines,
            Set<String> subcontractors,
            int tool,
            int start,
            double quantity)
            implements Restriction {
        public static final int ANY_TIME = -1;

        public ByHand {
            machines = Set.copyOf(machines);
            subcontractors = Set.copyOf(subcontractors);
        }

        /** Whether it says when, not only where. */
        public boolean pins() {
            return start != ANY_TIME;
        }

        /** Whether the step may be done there: on a machine with a tool, or by one of the step's subcontractors, as plans name them. */
        public boolean allows(Step step, int onMachine, int withTool, int bySubcontract) {
            return bySubcontract >= 0
                    ? subcontractors.contains(
                            step.subcontracts().get(bySubcontract).supplier())
                    : machines.contains(onMachine) && (tool < 0 || tool == withTool);
        }

        /** Whether both speak of one lot's step. */
        public boolean meets(ByHand other) {
            return demand == other.demand
                    && process.equals(other.process)
                    && (lot == 0 || other.lot == 0 || lot == other.lot);
        }

        /** Whether it speaks of the order's lot of that number, counted from 1. */
        public boolean isAbout(int number) {
            return lot == 0 || lot == number;
        }
    }
}
