package io.sandtable.simulation.check;

import static java.util.stream.Collectors.groupingBy;

import io.sandtable.simulation.check.Shelf.Heap;
import io.sandtable.simulation.check.ShopFloor.Work;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Coproduct;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Receipt;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the goods sold have cost, by day and by what it was spent on: the goods of a plan handed on from minute to minute. Who has lots made
 * for him takes those, everybody else what has been on the shelf longest, of stock on hand what expires first; what nobody has is worth its
 * standard cost.
 */
final class GoodsCosts {
    private static final double NOTHING = 1e-6;
    private static final int DEEPEST = 63;

    final DailySums[] sold =
            Stream.generate(DailySums::new).limit(SpentOn.SCRAP + 1).toArray(DailySums[]::new);
    final DailySums expired = new DailySums();

    private final ShopFloor floor;
    private final PlanningProblem problem;
    private final Plan plan;
    private final MoneyMoves prices;
    private final List<Shelf> shelves = new ArrayList<>();
    /** By lot. */
    private final List<SpentOn> spent = new ArrayList<>();

    private final int[] toDo;
    private final @Nullable Heap[] made;
    private final Map<Beside, Heap> besides = new HashMap<>();
    private final Map<Take, Double> stillToTake = new IdentityHashMap<>();
    private final Map<Integer, Integer> toDeliver = new HashMap<>();
    private final Map<Integer, List<Lot>> madeFor;
    private final Map<Integer, List<Lot>> delivered;
    private final Map<Integer, List<Take>> takesOfLot;
    private final Map<Integer, List<Take>> takesOfOrder;

    private record Beside(int lot, int item) {}

    /** Something that happens; of what happens at once, arrivals come first, then work on what is deepest in the bill, then deliveries. */
    private record Happening(int minute, int kind, int rank, int place, Runnable what) {
        static final Comparator<Happening> ORDER = Comparator.comparingInt(Happening::minute)
                .thenComparingInt(Happening::kind)
                .thenComparingInt(Happening::rank)
                .thenComparingInt(Happening::place);

        Happening {
            minute = Math.max(0, minute);
        }
    }

    GoodsCosts(ShopFloor floor, MoneyMoves prices) {
        this.floor = floor;
        this.problem = floor.problem();
        this.plan = floor.plan();
        this.prices = prices;
        problem.items().forEach(item -> shelves.add(new Shelf()));
        this.toDo =
                plan.lots().stream().mapToInt(lot -> lot.operations().size()).toArray();
        this.made = new Heap[toDo.length];
        this.madeFor = plan.lots().stream().filter(l -> l.parent() >= 0).collect(groupingBy(Lot::parent));
        this.delivered = plan.lots().stream().filter(l -> l.parent() < 0).collect(groupingBy(Lot::demand));
        this.takesOfLot = plan.takes().stream().filter(t -> t.lot() >= 0).collect(groupingBy(Take::lot));
        this.takesOfOrder = plan.takes().stream().filter(t -> t.lot() < 0).collect(groupingBy(Take::demand));
        plan.lots().forEach(lot -> spent.add(new SpentOn()));
        plan.takes().forEach(take -> stillToTake.put(take, take.quantity()));
        plan.deliveries().forEach(d -> toDeliver.merge(d.demand(), 1, Integer::sum));
        problem.stocks().stream()
                .sorted(Comparator.comparingInt(Stock::expires))
                .forEach(lot ->
                        shelve(lot.item(), lot.quantity(), Cents.of(lot.quantity() * lot.unitCost()), lot.expires()));
        happenings().forEach(h -> h.what().run());
        problem.items().forEach(item -> throwAway(item.index(), problem.horizonMinutes()));
    }

    private List<Happening> happenings() {
        var all = new ArrayList<Happening>();
        for (Receipt r : problem.receipts()) {
            all.add(new Happening(
                    r.arrives(),
                    0,
                    0,
                    all.size(),
                    () -> shelve(r.item(), r.quantity(), prices.priceWithDuty(r), Integer.MAX_VALUE)));
        }
        for (Plan.Purchase p : plan.purchases()) {
            all.add(new Happening(
                    p.arrives(),
                    1,
                    0,
                    all.size(),
                    () -> shelve(
                            problem.offers().get(p.offer()).item(),
                            p.usable(),
                            prices.priceWithDuty(p),
                            Integer.MAX_VALUE)));
        }
        Map<Plan.Operation, Work> work = new IdentityHashMap<>();
        floor.operations().forEach(w -> work.put(w.operation(), w));
        for (Lot lot : plan.lots()) {
            for (Plan.Operation operation : lot.operations()) {
                Work w = Objects.requireNonNull(work.get(operation));
                all.add(new Happening(w.start(), 2, -depth(lot), all.size(), () -> work(w)));
            }
        }
        for (Plan.Delivery d : plan.deliveries()) {
            all.add(new Happening(d.minute(), 3, 0, all.size(), () -> deliver(d)));
        }
        all.sort(Happening.ORDER);
        return all;
    }

    private int depth(Lot lot) {
        int depth = 0;
        for (int at = lot.parent();
                at >= 0 && depth < DEEPEST;
                at = plan.lots().get(at).parent()) {
            depth++;
        }
        return depth;
    }

    private void shelve(int item, double units, long fen, int usableUntil) {
        var cost = new SpentOn();
        cost.add(SpentOn.MATERIAL, fen);
        shelves.get(item).put(new Heap(units, cost, usableUntil));
    }

    private void work(Work work) {
        int lot = work.lot().index();
        SpentOn cost = spent.get(lot);
        List<Take> takes = takesOfLot.getOrDefault(lot, List.of()).stream()
                .filter(t -> t.step() == work.operation().step())
                .toList();
        for (Consumption c : work.step().consumptions()) {
            double wanted = c.of(work.operation().quantityIn());
            take(c.item(), wanted, work.start(), takes, madeFor.getOrDefault(lot, List.of()), cost);
        }
        prices.addWork(work, cost);
        if (work.operation().quantityIn() > 0
                && work.operation().quantityOut() < work.operation().quantityIn()) {
            cost.lose(1 - work.operation().quantityOut() / work.operation().quantityIn());
        }
        if (--toDo[lot] == 0) {
            finish(work.lot(), cost);
        }
    }

    /** Left over by others and said to be meant; else made for the taker; else from the shelf; else from nowhere at standard cost. */
    private void take(int item, double wanted, int minute, List<Take> takes, List<Lot> own, SpentOn into) {
        double open = wanted;
        for (Take take : takes) {
            Heap heap = take.source() == Source.LOT && take.item() == item ? leftOver(take) : null;
            if (heap != null) {
                double had = heap.take(Math.min(stillToTake.getOrDefault(take, 0.0), open), into);
                stillToTake.merge(take, -had, Double::sum);
                open -= had;
            }
        }
        for (Lot lot : own) {
            Heap heap = made[lot.index()];
            if (open > 0 && heap != null && lot.item() == item) {
                open -= heap.take(open, into);
            }
        }
        throwAway(item, minute);
        open -= shelves.get(item).take(open, minute, into);
        if (open > NOTHING) {
            into.add(SpentOn.MATERIAL, Cents.of(open * problem.items().get(item).standardCost()));
        }
    }

    private @Nullable Heap leftOver(Take take) {
        Lot lot = plan.lots().get(take.index());
        return lot.item() == take.item() ? made[lot.index()] : besides.get(new Beside(lot.index(), take.item()));
    }

    private void throwAway(int item, int minute) {
        for (Heap old = shelves.get(item).removeSpoilt(minute);
                old != null;
                old = shelves.get(item).removeSpoilt(minute)) {
            expired.add(MoneyMoves.day(old.usableUntil()), old.worth());
        }
    }

    /** What comes out beside takes its standard cost along, as far as so much was spent; the rest is the lot's. */
    private void finish(Lot lot, SpentOn cost) {
        for (Plan.Operation operation : lot.operations()) {
            for (Coproduct coproduct : problem.routings()
                    .get(lot.routing())
                    .steps()
                    .get(operation.step())
                    .coproducts()) {
                Item item = problem.items().get(coproduct.item());
                double units = Coproducts.units(problem, coproduct, operation.quantityIn());
                if (units > 0) {
                    long all = cost.total();
                    long worth = Math.min(all, Cents.of(units * item.standardCost()));
                    var heap = new Heap(
                            units, all > 0 ? cost.split((double) worth / all) : new SpentOn(), Integer.MAX_VALUE);
                    besides.putIfAbsent(new Beside(lot.index(), item.index()), heap);
                    shelves.get(item.index()).put(heap);
                }
            }
        }
        made[lot.index()] = new Heap(lot.quantity(), cost.all(), Integer.MAX_VALUE);
        shelveRests(madeFor.getOrDefault(lot.index(), List.of()));
        if (lot.parent() < 0 && toDeliver.getOrDefault(lot.demand(), 0) == 0) {
            shelveRests(List.of(lot));
        }
    }

    /** What those for whom lots were made did not need is anybody's. */
    private void shelveRests(List<Lot> lots) {
        for (Lot lot : lots) {
            Heap rest = made[lot.index()];
            if (rest != null) {
                shelves.get(lot.item()).put(rest);
            }
        }
    }

    private void deliver(Plan.Delivery delivery) {
        Demand demand = problem.demands().get(delivery.demand());
        List<Take> takes = takesOfOrder.getOrDefault(demand.index(), List.of());
        List<Lot> own = delivered.getOrDefault(demand.index(), List.of());
        var cost = new SpentOn();
        take(demand.item(), delivery.quantity(), delivery.minute(), takes, own, cost);
        int day = MoneyMoves.dayOfEnd(delivery.minute());
        for (int part = 0; part < sold.length; part++) {
            sold[part].add(day, cost.of(part));
        }
        if (toDeliver.merge(demand.index(), -1, Integer::sum) == 0) {
            shelveRests(own);
        }
    }
}
