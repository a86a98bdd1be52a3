package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Materials.Supply;
import io.sandtable.simulation.plan.Placement.Leftover;
import io.sandtable.simulation.plan.Placement.PlacedLot;
import io.sandtable.simulation.plan.Placement.PlacedOperation;
import io.sandtable.simulation.plan.Placement.Taken;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.plan.Shop.StepCoproduct;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * An earlier plan as the beginning of a new one: each order goes back to where it was, minute by minute, as long as all of it can still be
 * so; the others are placed anew around them.
 */
final class Adoption {
    /** Millionths by which quantities that were added up may differ. */
    private static final long ROUNDING = 10;
    /** What takes from a need that is no lot's: the delivery. */
    private static final List<Integer> DELIVERED = List.of(-1, -1);

    private final Shop shop;
    private final Plan plan;
    private final Board board;
    private final Draft draft;
    private final CompletionCost costs;
    private final Buying buying;
    private final LotPlacer lots;
    private final Map<Integer, List<Lot>> lotsOf = new HashMap<>();
    private final Map<Integer, List<Take>> takesOf = new HashMap<>();
    private final Map<Integer, Long> promised = new HashMap<>();
    private final double[] delivered;
    /** Of each lot its position in its order's placement. */
    private final int[] positions;

    /** Orders that are not put back although they could be, the first to be placed anew first. */
    private final List<Integer> anew;

    private final @Nullable Placement[] placements;
    private final BitSet looked = new BitSet();

    Adoption(Shop shop, Plan plan) {
        this(shop, plan, List.of());
    }

    /** @param anew orders that are placed anew before all others that must be, in this sequence */
    Adoption(Shop shop, Plan plan, List<Integer> anew) {
        this.shop = shop;
        this.plan = plan;
        this.anew = anew;
        board = new Board(shop);
        draft = new Draft(board);
        costs = new CompletionCost(shop);
        buying = new Buying(board);
        lots = new LotPlacer(board, draft, costs, (item, quantity, wanted, lot, step, keepsUntil) -> Placement.NEVER);
        int demands = shop.problem().demands().size();
        delivered = new double[demands];
        placements = new Placement[demands];
        positions = new int[plan.lots().size()];
        for (Delivery delivery : plan.deliveries()) {
            delivered[delivery.demand()] += delivery.quantity();
        }
        for (Lot lot : plan.lots()) {
            List<Lot> own = lotsOf.computeIfAbsent(lot.demand(), d -> new ArrayList<>());
            positions[lot.index()] = own.size();
            own.add(lot);
        }
        for (Take take : plan.takes()) {
            takesOf.computeIfAbsent(take.demand(), d -> new ArrayList<>()).add(take);
            if (take.source() == Source.LOT && plan.lots().get(take.index()).item() == take.item()) {
                promised.merge(take.index(), Micro.of(take.quantity()), Long::sum);
            }
        }
    }

    /**
     * One placement for each order.
     *
     * @param affected orders that had to be placed anew
     */
    record Start(Placement[] placements, BitSet affected) {}

    Start start() {
        for (int demand : shop.pins().pinned()) {
            adopt(demand);
        }
        for (int demand = 0; demand < placements.length; demand++) {
            adopt(demand);
        }
        var affected = new BitSet();
        for (int demand = 0; demand < placements.length; demand++) {
            if (placements[demand] == null) {
                affected.set(demand);
            }
        }
        return new Start(complete(affected), affected);
    }

    private Placement[] complete(BitSet affected) {
        var decoder = new Decoder(board);
        anew.forEach(d -> placements[d] = place(decoder, d));
        affected.stream()
                .boxed()
                .filter(d -> !anew.contains(d))
                .sorted((a, b) -> {
                    boolean first = shop.pins().isAbout(a);
                    boolean second = shop.pins().isAbout(b);
                    return first != second
                            ? Boolean.compare(second, first)
                            : Integer.compare(
                                    shop.demand(a).due(), shop.demand(b).due());
                })
                .forEach(d -> placements[d] = place(decoder, d));
        return Arrays.copyOf(placements, placements.length);
    }

    private static Placement place(Decoder decoder, int demand) {
        return decoder.place(demand, Constructor.AT_ONCE, 0, new SplittableRandom(0));
    }

    /** Whoever uses what others leave over comes after them. */
    private void adopt(int demand) {
        if (looked.get(demand)) {
            return;
        }
        looked.set(demand);
        for (Take take : takesOf.getOrDefault(demand, List.of())) {
            if (take.source() == Source.LOT) {
                adopt(plan.lots().get(take.index()).demand());
            }
        }
        if (anew.contains(demand)) {
            return;
        }
        Demand order = shop.demand(demand);
        if (delivered[demand] < order.quantity() - Micro.toUnits(1)) {
            return;
        }
        board.reservations().release(demand);
        draft.begin(demand);
        costs.begin(order, true, 0, new SplittableRandom(0));
        int ready = putBack(demand);
        if (ready == Placement.NEVER) {
            takeBack(demand);
            return;
        }
        Placement placement = draft.placement(order.quantity(), ready, costs.spent(draft));
        if (shop.pins().areKept(placement)) {
            placements[demand] = placement;
        } else {
            takeBack(demand);
        }
    }

    private void takeBack(int demand) {
        draft.rollback();
        board.reservations().hold(demand);
    }

    /** When the order can leave, {@link Placement#NEVER} where any of it cannot be done as it was. */
    private int putBack(int demand) {
        List<Lot> own = lotsOf.getOrDefault(demand, List.of());
        var needs = new HashMap<List<Integer>, Long>();
        needs.put(DELIVERED, Micro.of(shop.demand(demand).quantity()));
        for (Lot lot : own) {
            int position = draft.add(new PlacedLot(
                    lot.item(), lot.routing(), lot.parent() < 0 ? -1 : positions[lot.parent()], lot.quantity()));
            for (Operation operation : lot.operations()) {
                PlacedOperation placed = operation(lot, position, operation);
                if (placed == null) {
                    return Placement.NEVER;
                }
                draft.add(placed);
                for (Consumption consumption :
                        shop.step(lot.routing(), operation.step()).consumptions()) {
                    needs.merge(
                            List.of(position, consumption.item()),
                            Micro.of(shop.whole(consumption.item(), consumption.of(operation.quantityIn()))),
                            Long::sum);
                }
            }
        }
        int ready = take(demand, needs);
        if (ready == Placement.NEVER) {
            return Placement.NEVER;
        }
        for (Lot lot : own) {
            if (lot.parent() < 0) {
                ready = Math.max(ready, lot.end());
            }
        }
        return leave(own, needs) ? ready : Placement.NEVER;
    }

    private @Nullable PlacedOperation operation(Lot lot, int position, Operation operation) {
        Way way = Way.of(shop.ways(lot.routing(), operation.step()), operation);
        PlacedOperation found = way == null
                ? null
                : lots.at(
                        operation.start(),
                        way,
                        position,
                        operation.step(),
                        operation.quantityIn(),
                        operation.quantityOut());
        // longer than it was, it would be in the way of what follows
        return found != null && found.end() <= operation.end() ? found : null;
    }

    /** Takes what the order took, off its needs; when what is delivered as it is is there, {@link Placement#NEVER} where anything lacks. */
    private int take(int demand, Map<List<Integer>, Long> needs) {
        int ready = 0;
        for (Take take : takesOf.getOrDefault(demand, List.of())) {
            int lot = take.lot() < 0 ? -1 : positions[take.lot()];
            long quantity = Micro.of(take.quantity());
            int wanted = take.lot() < 0
                    ? Integer.MAX_VALUE
                    : plan.lots().get(take.lot()).operations().get(take.step()).start();
            List<Taken> found = found(take, lot, quantity, Math.min(wanted, delivered(demand)));
            for (Taken taken : found) {
                if (taken.available() > wanted || !lasts(taken, wanted, demand)) {
                    return Placement.NEVER;
                }
                draft.take(taken);
                ready = lot < 0 ? Math.max(ready, taken.available()) : ready;
            }
            if (found.isEmpty()) {
                return Placement.NEVER;
            }
            needs.merge(lot < 0 ? DELIVERED : List.of(lot, take.item()), -quantity, Long::sum);
        }
        return ready;
    }

    private boolean lasts(Taken taken, int wanted, int demand) {
        return taken.source() != Source.STOCK
                || board.materials().supply(Source.STOCK, taken.index()).expires
                        > (wanted == Integer.MAX_VALUE
                                ? Math.max(0, shop.demand(demand).due())
                                : wanted);
    }

    private int delivered(int demand) {
        Delivery last = plan.lastDelivery(demand);
        return last == null ? Integer.MAX_VALUE : last.minute();
    }

    /** The same material from the same source, in its parts; empty where it is not there any more. */
    private List<Taken> found(Take take, int lot, long quantity, int wanted) {
        switch (take.source()) {
            case STOCK, RECEIPT -> {
                Supply supply = board.materials().supply(take.source(), take.index());
                return supply.free < quantity
                        ? List.of()
                        : List.of(new Taken(
                                lot,
                                take.step(),
                                take.item(),
                                take.source(),
                                take.index(),
                                -1,
                                quantity,
                                supply.available));
            }
            case PURCHASE -> {
                Vendor vendor = shop.vendor(take.index());
                if (vendor.earliestArrival() == Placement.NEVER) {
                    return List.of();
                }
                List<Buying.Part> parts = vendor.limited()
                        ? buying.splitLast(vendor, quantity, wanted)
                        : List.of(new Buying.Part(quantity, vendor.earliestArrival()));
                return parts.stream()
                        .map(part -> new Taken(
                                lot,
                                take.step(),
                                take.item(),
                                Source.PURCHASE,
                                take.index(),
                                -1,
                                part.quantity(),
                                part.arrives()))
                        .toList();
            }
            case LOT -> {
                Lot from = plan.lots().get(take.index());
                for (Supply supply : board.materials().of(take.item())) {
                    if (supply.source == Source.LOT
                            && supply.maker == from.demand()
                            && supply.index == positions[from.index()]
                            && supply.free >= quantity) {
                        return List.of(new Taken(
                                lot,
                                take.step(),
                                take.item(),
                                Source.LOT,
                                supply.index,
                                supply.maker,
                                quantity,
                                supply.available));
                    }
                }
                return List.of();
            }
        }
        throw new IllegalStateException("A take from %s is of no known kind.".formatted(take.source()));
    }

    /** What the lots yield beyond their order's need others may use; false where they yield less than it needs. */
    private boolean leave(List<Lot> own, Map<List<Integer>, Long> needs) {
        for (Lot lot : own) {
            List<Integer> by = lot.parent() < 0 ? DELIVERED : List.of(positions[lot.parent()], lot.item());
            long need = Math.max(0, needs.getOrDefault(by, 0L));
            long free = Micro.of(lot.quantity()) - promised.getOrDefault(lot.index(), 0L);
            long used = Math.min(need, Math.max(0, free));
            needs.put(by, need - used);
            draft.leave(new Leftover(positions[lot.index()], lot.item(), Micro.of(lot.quantity()) - used, lot.end()));
            for (StepCoproduct coproduct : shop.coproducts(lot.routing())) {
                double in = lot.operations().get(coproduct.step()).quantityIn();
                draft.leave(
                        new Leftover(positions[lot.index()], coproduct.item(), shop.yielded(coproduct, in), lot.end()));
            }
        }
        return needs.values().stream().allMatch(missing -> missing <= ROUNDING);
    }
}
