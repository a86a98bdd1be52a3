package io.sandtable.simulation.scenario;

import io.sandtable.model.Money;
import io.sandtable.rules.Comparison;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule forbids or demands, in the planner's terms. Those that speak of single choices are masks in the planner's search; the
 * others are checked on the finished plan. Times are minutes since the as-of day's midnight, ranges [from, to); sets hold indices of
 * {@link PlanningProblem}'s lists.
 */
public sealed interface Restriction {
    /** Can be judged on the finished plan alone; the search may steer towards it, but nothing is forbidden by it. */
    sealed interface OfWholePlan extends Restriction {}

    /** A share of each machine's working time stays free. */
    record ReserveCapacity(Set<Integer> machines, int from, int to, double percent) implements Restriction {
        public ReserveCapacity {
            machines = Set.copyOf(machines);
        }
    }

    /** Nothing runs on the machine. */
    record MachineDown(int machine, int from, int to) implements Restriction {}

    /** The machines do not work in these hours. */
    record NotWorked(Set<Integer> machines, WorkingTime closed) implements Restriction {
        public NotWorked {
            machines = Set.copyOf(machines);
        }
    }

    /** Each of the machines works at most so many minutes of overtime in the range. */
    record OvertimeCap(Set<Integer> machines, int minutes, int from, int to) implements OfWholePlan {
        public OvertimeCap {
            machines = Set.copyOf(machines);
        }
    }

    /** The machines together finish at most so many good units in the range. */
    record OutputCap(Set<Integer> machines, double units, int from, int to) implements OfWholePlan {
        public OutputCap {
            machines = Set.copyOf(machines);
        }
    }

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

    /** An offer may not be used for orders placed in the range while it asks more than this: CNY per unit without VAT, by offer. */
    record PriceLimit(Map<Integer, Double> most, int from, int to) implements Restriction {
        public PriceLimit {
            most = Map.copyOf(most);
        }
    }

    /** No order that is placed in the range with one of the offers is smaller. */
    record MinimumOrder(Set<Integer> offers, double quantity, int from, int to) implements OfWholePlan {
        public MinimumOrder {
            offers = Set.copyOf(offers);
        }
    }

    /**
     * What is ordered from one supplier in the range is at most, or at least, so many percent by value of what is ordered from all of
     * {@code among}. Values are without VAT and duty.
     *
     * @param offers the supplier's, all of them in {@code among}
     */
    record PurchaseShare(
            String supplier, Set<Integer> offers, Set<Integer> among, boolean least, double percent, int from, int to)
            implements OfWholePlan {
        public PurchaseShare {
            offers = Set.copyOf(offers);
            among = Set.copyOf(among);
        }
    }

    /** At the end of each day in the range at least so much of the item is there, wherever it lies. */
    record StockFloor(int item, double quantity, int from, int to) implements OfWholePlan {}

    /** At the end of each day in the range at most so much of the item is there, wherever it lies. */
    record StockCeiling(int item, double quantity, int from, int to) implements OfWholePlan {}

    /** What is bought or made of the item from the as-of day on is used or delivered within so many minutes. */
    record ShelfLife(int item, int minutes) implements OfWholePlan {}

    /** These routings, by which another item stands in, are not used for what begins in the range. */
    record NoSubstitution(Set<Integer> routings, int from, int to) implements Restriction {
        public NoSubstitution {
            routings = Set.copyOf(routings);
        }
    }

    /** These operations (process ids) may not be out of the house at any time in the range. */
    record NoOutsourcing(Set<String> processes, int from, int to) implements Restriction {
        public NoOutsourcing {
            processes = Set.copyOf(processes);
        }

        /** Whether work of the operation that is out between two minutes breaks it. */
        public boolean forbids(String process, int start, int end) {
            return processes.contains(process) && start < to && from < end;
        }
    }

    /** The demands must be delivered in full by the minute. */
    record DeliverBy(Set<Integer> demands, int by) implements Restriction {
        public DeliverBy {
            demands = Set.copyOf(demands);
        }
    }

    /** The balance at the end of each day in the range is at least this. */
    record CashFloor(Money floor, int from, int to) implements OfWholePlan {}

    /** Capital expenditure committed in the range is at most this. */
    record BudgetCap(Money cap, int from, int to) implements OfWholePlan {}

    /**
     * What things of a category cost, posted in the range, is at most this; without VAT.
     *
     * @param items whose purchases are meant; empty for everything
     */
    record SpendingCap(Spending category, Set<Integer> items, Money cap, int from, int to) implements OfWholePlan {
        public SpendingCap {
            items = Set.copyOf(items);
        }
    }

    /** What money is spent on. */
    enum Spending {
        /** Materials delivered by suppliers, open purchase orders and duty included. */
        PURCHASE("purchase"),
        OUTSOURCING("outsourcing"),
        /** Premiums for hours outside the regular shifts. */
        OVERTIME("overtime"),
        /** Transfers between sites. */
        FREIGHT("freight");

        private final String id;

        Spending(String id) {
            this.id = id;
        }

        /** As statements and violations name it. */
        public String id() {
            return id;
        }
    }

    /** Gross margin of the horizon is at least so many percent. */
    record MarginFloor(double percent) implements OfWholePlan {}

    /** Price less cost of sale of what is delivered for these demands in the range is at least so many percent of the price. */
    record MarginOf(Set<Integer> demands, double percent, int from, int to) implements OfWholePlan {
        public MarginOf {
            demands = Set.copyOf(demands);
        }
    }

    /**
     * The gross margin is above that of the plan in which nobody decides anything: by percentage points, or by percent of itself.
     *
     * @param demands as in {@link MarginOf}; empty for the gross margin of the horizon
     */
    record MarginGain(Set<Integer> demands, double by, boolean relative, int from, int to) implements OfWholePlan {
        public MarginGain {
            demands = Set.copyOf(demands);
        }
    }

    /** Share of these demands delivered on time, in percent, is at least this. */
    record ServiceLevel(Set<Integer> demands, double percent) implements OfWholePlan {
        public ServiceLevel {
            demands = Set.copyOf(demands);
        }
    }

    /** What is delivered on time of these demands is at least so many percent of the units ordered. */
    record FillRate(Set<Integer> demands, double percent) implements OfWholePlan {
        public FillRate {
            demands = Set.copyOf(demands);
        }
    }

    /** Emissions of what the machines do in the range are at most so many kg CO₂. */
    record EmissionOf(Set<Integer> machines, double kilograms, int from, int to) implements OfWholePlan {
        public EmissionOf {
            machines = Set.copyOf(machines);
        }
    }

    /**
     * What must hold of a plan in which a figure passes a value on any day.
     *
     * @param subjects demands, or the one item of a stock or a price; empty for the whole house
     * @param then nothing for a price, which is known before planning: what it brings stands among the rules then
     */
    record When(Figure figure, Set<Integer> subjects, Comparison side, double value, List<Restriction> then)
            implements OfWholePlan {
        public When {
            subjects = Set.copyOf(subjects);
            then = List.copyOf(then);
        }
    }

    /** Breaks nothing and is broken by nothing: of several plans those come first that serve the goal best. */
    record Favour(Goal goal) implements OfWholePlan {}

    /** What may be favoured. */
    enum Goal {
        CASH,
        DELIVERY,
        MARGIN,
        CARBON
    }

    /** What a plan comes to. */
    enum Figure {
        /** CNY at the end of each day. */
        CASH("cash"),
        /** Percent of the revenue of the horizon. */
        MARGIN("margin"),
        /** Percent of orders. */
        ON_TIME("OTD"),
        /** Percent of units. */
        FILL_RATE("FILL_RATE"),
        /** Units at the end of each day. */
        STOCK("stock"),
        /** CNY per unit without VAT that the usual supplier asks under the question. */
        PRICE("price");

        private final String id;

        Figure(String id) {
            this.id = id;
        }

        /** As statements name it. */
        public String id() {
            return id;
        }
    }

    /** Emissions of operations that run in the range are at most so many kg CO₂. */
    record EmissionCap(double kilograms, int from, int to) implements OfWholePlan {}

    /** Energy drawn in the range is at most so many units of that source; −1 for all electricity. */
    record EnergyCap(int energy, double units, int from, int to) implements OfWholePlan {}

    /** The machines draw at most so many kWh of electricity in these hours, their operations' own use included. */
    record PowerCap(Set<Integer> machines, double kilowattHours, WorkingTime hours) implements OfWholePlan {
        public PowerCap {
            machines = Set.copyOf(machines);
        }
    }

    /**
     * What a customer owes is at most this on every day.
     *
     * @param demands what is sold to the customer
     * @param owed what was delivered before and is still to be paid, VAT included
     */
    record CreditLimit(String customer, Set<Integer> demands, Money limit, List<Owed> owed) implements OfWholePlan {
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
