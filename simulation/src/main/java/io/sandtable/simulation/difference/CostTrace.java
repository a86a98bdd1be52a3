package io.sandtable.simulation.difference;

import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.evaluate.Shopfloor;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the goods sold of each item were made of, along the plan's pegging: from the delivery down through its lots to materials, hours
 * and energy, with what the ledger posted for them. Of each only the share counts that reached the customer in the horizon: not what went
 * into units that were lost (that is {@link Driver#YIELD}), nor what a lot made more than its taker used. The ledger values goods by
 * layers and this by pegging, so that the amounts here are shares for dividing the ledger's cost of goods and never figures themselves.
 */
final class CostTrace {
    private final Side side;
    private final PlanningProblem problem;
    private final MaterialPrices prices;
    private final Shopfloor shopfloor;
    private final Map<Integer, List<Posting>> work = new HashMap<>();
    private final Map<Integer, List<Take>> takesOfLot = new HashMap<>();
    private final Map<Integer, List<Take>> takesOfDemand = new HashMap<>();
    private final Map<Integer, List<Lot>> children = new HashMap<>();
    private final Map<Integer, List<Lot>> roots = new HashMap<>();
    private final Map<String, TreeMap<Input, Used>> byItem = new HashMap<>();

    CostTrace(Side side) {
        this.side = side;
        this.problem = side.problem();
        this.prices = new MaterialPrices(side);
        this.shopfloor = new Shopfloor(problem, side.plan());
        for (Posting posting : side.ledger().postings()) {
            if (posting.account() == Account.WORK_IN_PROCESS) {
                switch (posting.cause().event()) {
                    case SETUP_LABOUR, RUN_LABOUR, OVERTIME, ENERGY ->
                        put(work, posting.cause().index(), posting);
                    default -> {
                        // goods that move, and costs that are not divided further
                    }
                }
            }
        }
        for (Take take : side.plan().takes()) {
            put(take.lot() < 0 ? takesOfDemand : takesOfLot, take.lot() < 0 ? take.demand() : take.lot(), take);
        }
        for (Lot lot : side.plan().lots()) {
            put(lot.parent() < 0 ? roots : children, lot.parent() < 0 ? lot.demand() : lot.parent(), lot);
        }
        var delivered = new double[problem.demands().size()];
        var counted = new double[delivered.length];
        for (Delivery delivery : side.plan().deliveries()) {
            delivered[delivery.demand()] += delivery.quantity();
            counted[delivery.demand()] += Sales.isInHorizon(side, delivery) ? delivery.quantity() : 0;
        }
        for (Demand demand : problem.demands()) {
            trace(demand, delivered[demand.index()], counted[demand.index()]);
        }
    }

    private static <T> void put(Map<Integer, List<T>> lists, int key, T value) {
        lists.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    private static <T> List<T> get(Map<Integer, List<T>> lists, int key) {
        return lists.getOrDefault(key, List.of());
    }

    /** What went into the units sold of the item of that id, in the order of its inputs. */
    TreeMap<Input, Used> of(String item) {
        return byItem.getOrDefault(item, new TreeMap<>());
    }

    private void trace(Demand demand, double delivered, double counted) {
        if (counted <= 0) {
            return;
        }
        var into = byItem.computeIfAbsent(problem.items().get(demand.item()).id(), i -> new TreeMap<>());
        double factor = counted / delivered;
        double taken = 0;
        for (Take take : get(takesOfDemand, demand.index())) {
            taken += take.quantity();
            take(take, factor, into);
        }
        List<Lot> lots = get(roots, demand.index());
        double used = share(delivered - taken, lots);
        lots.forEach(lot -> lot(lot, factor * used, into));
    }

    /** Share 0 … 1 of what lots yield that makes up a quantity. */
    private static double share(double quantity, List<Lot> lots) {
        double made = lots.stream().mapToDouble(Lot::quantity).sum();
        return made <= 0 ? 0 : Math.clamp(quantity / made, 0, 1);
    }

    /** Adds what a lot was made of, as far as that share of its good units goes. */
    private void lot(Lot lot, double share, TreeMap<Input, Used> into) {
        if (share <= 0) {
            return;
        }
        double good = share;
        for (int at = lot.operations().size() - 1; at >= 0; at--) {
            Operation op = lot.operations().get(at);
            good *= op.quantityIn() > 0 ? op.quantityOut() / op.quantityIn() : 1;
            operation(lot, op, good, into);
        }
    }

    private void operation(Lot lot, Operation op, double share, TreeMap<Input, Used> into) {
        for (Posting posting : get(work, lot.index())) {
            if (posting.cause().step() == op.step()) {
                add(
                        into,
                        input(posting, lot, op),
                        posting.quantity() * share,
                        posting.amount().minor() * share);
            }
        }
        Map<Integer, Double> open = new TreeMap<>();
        for (Consumption c : shopfloor.step(lot, op).consumptions()) {
            open.merge(c.item(), c.of(op.quantityIn()), Double::sum);
        }
        for (Take take : get(takesOfLot, lot.index())) {
            if (take.step() == op.step()) {
                open.computeIfPresent(take.item(), (item, quantity) -> quantity - take.quantity());
                take(take, share, into);
            }
        }
        open.forEach((item, quantity) -> {
            List<Lot> made = get(children, lot.index()).stream()
                    .filter(child -> child.item() == item)
                    .toList();
            double used = share(quantity, made);
            made.forEach(child -> lot(child, share * used, into));
        });
    }

    private Input input(Posting posting, Lot lot, Operation op) {
        return switch (posting.cause().event()) {
            case SETUP_LABOUR -> new Input(Input.Kind.SETUP_HOURS, "");
            case OVERTIME -> new Input(Input.Kind.OVERTIME_HOURS, "");
            case ENERGY ->
                new Input(
                        Input.Kind.ENERGY,
                        problem.energies().get(source(posting, lot, op)).id());
            default -> new Input(Input.Kind.RUN_HOURS, "");
        };
    }

    /** The source that a posting of energy is about: the operation's own where it is for that quantity, else the machine's. */
    private int source(Posting posting, Lot lot, Operation op) {
        int own = shopfloor.step(lot, op).energy();
        int machine = shopfloor.machine(op.machine()).energy();
        boolean isOwn = posting.quantity() == shopfloor.step(lot, op).energyPerUnit() * op.quantityIn();
        return machine < 0 || (own >= 0 && isOwn) ? own : machine;
    }

    private void take(Take take, double share, TreeMap<Input, Used> into) {
        if (take.source() == Source.LOT && side.plan().lots().get(take.index()).item() == take.item()) {
            Lot lot = side.plan().lots().get(take.index());
            lot(lot, share * Math.clamp(take.quantity() / lot.quantity(), 0, 1), into);
            return;
        }
        boolean bought = take.source() == Source.PURCHASE
                || !problem.items().get(take.item()).isMade();
        String id = problem.items().get(take.item()).id();
        double quantity = take.quantity() * share;
        add(
                into,
                new Input(bought ? Input.Kind.MATERIAL : Input.Kind.STOCKED, id),
                quantity,
                quantity * prices.of(take));
        double duty = prices.duty(take);
        if (duty > 0) {
            add(into, new Input(Input.Kind.DUTY, id), quantity, quantity * duty);
        }
    }

    private static void add(TreeMap<Input, Used> into, Input input, double quantity, double fen) {
        into.merge(input, new Used(quantity, fen), Used::plus);
    }
}
