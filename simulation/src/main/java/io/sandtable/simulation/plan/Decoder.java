package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Materials.Supply;
import io.sandtable.simulation.plan.Placement.Taken;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;

/**
 * Finds a place for one order on a board: nets it against stock and what other lots leave over, and explodes it through the bill of
 * materials into lots ({@link LotPlacer}) and purchases, by the least completion cost, as soon as possible. Yields on worn tools are those
 * of the board as it stands; {@link Redispatch} makes them exact once the sequence is known.
 */
final class Decoder {
    private static final int NEVER = Placement.NEVER;
    /** Deeper than any bill of materials. */
    private static final int MAX_DEPTH = 40;
    /** More lots of one order are more set-ups and more to look after than a shop floor wants. */
    private static final int MOST_LOTS = 256;
    /** More than this many only as long as twice as many are better. */
    private static final int MANY_LOTS = 16;
    /** What is ordered, and what goes into it, may be made partly by one routing and partly by another. */
    private static final int MIXED_DEPTH = 2;
    /** Lots side by side must take a tenth off the lateness at least. */
    private static final double WORTH_SPLITTING = 0.9;
    /** What can be had of an order that cannot be had in full is found to the thousandth. */
    private static final double PARTS = 1_000;

    /** Of orders that each use what the one before left over: whoever moves one moves all behind it. */
    private static final int LONGEST_CHAIN = 2;
    /** Instead of minutes: the order is done as cheaply as can be, whenever that is. */
    static final int NO_HURRY = -1;

    private final Board board;
    private final Shop shop;
    private final Buying buying;
    private final Draft draft;
    private final CompletionCost costs;
    private final LotPlacer lots;
    /** What is being made on the way down. */
    private final boolean[] making;

    private Demand demand;
    private int depth;
    private boolean standingIn;
    private boolean maySplit;
    private int sideBySide;

    Decoder(Board board) {
        this.board = board;
        this.shop = board.shop();
        this.buying = new Buying(board);
        this.draft = new Draft(board);
        this.costs = new CompletionCost(shop);
        this.lots = new LotPlacer(board, draft, costs, this::obtain);
        this.making = new boolean[shop.problem().items().size()];
        this.demand = new Demand(-1, "", "", "", "", -1, 0, 0, 0, 1, true, 0, 0, 0);
    }

    /** Places the order on the board by least completion cost. */
    Placement place(int order) {
        return place(order, 0, 0, new SplittableRandom(0));
    }

    /**
     * Places the order on the board.
     *
     * @param haste {@link #NO_HURRY}, or minutes before the due date from which on ways are judged as if they were late: who is ready early leaves room
     * @param noise by how large a share costs are misjudged at random, so that another way may win
     */
    Placement place(int order, int haste, double noise, SplittableRandom random) {
        return place(order, haste, noise, 1, random);
    }

    /** @param lotCount so many lots side by side where that may gain anything */
    Placement place(int order, int haste, double noise, int lotCount, SplittableRandom random) {
        sideBySide = lotCount;
        board.reservations().release(order);
        draft.begin(order);
        demand = shop.demand(order);
        costs.begin(demand, haste != NO_HURRY, noise, random);
        // to try several numbers of lots takes several times as long: not where thousands of places are tried in haste
        maySplit = costs.isExact() && haste != NO_HURRY && haste < Constructor.AT_ONCE;
        depth = 0;
        int wanted = Math.max(0, demand.due() - Math.max(haste, shop.levers().bufferDays() * 1440));
        double quantity = demand.quantity();
        int ready = obtain(quantity, wanted);
        if (ready == NEVER && !demand.whole()) {
            quantity = most(wanted);
            ready = quantity > 0 ? obtain(quantity, wanted) : NEVER;
        }
        if (ready == NEVER) {
            board.reservations().hold(order);
            return Placement.unmet(order);
        }
        return draft.placement(quantity, ready, costs.spent(draft));
    }

    /** Obtains that much of what is ordered; leaves nothing on the board where it cannot be had. */
    private int obtain(double quantity, int wanted) {
        int ready = obtain(demand.item(), quantity, wanted, -1, -1, Math.max(0, demand.due()));
        if (ready != NEVER && draft.expired(0, -1, ready)) {
            draft.rollback();
            ready = obtain(demand.item(), quantity, wanted, -1, -1, NEVER - 1);
        }
        if (ready == NEVER) {
            draft.rollback();
        }
        return ready;
    }

    /** The largest part of the order that can be had, found by halving; 0 where not even a small one can. */
    private double most(int wanted) {
        double least = Math.max(unit(demand.item(), demand.quantity()), demand.minimumShipment());
        return most(demand.item(), demand.quantity(), least, tried -> obtain(tried, wanted) != NEVER, draft::rollback);
    }

    private double unit(int item, double quantity) {
        return Math.max(shop.item(item).whole() ? 1 : 0, quantity / PARTS);
    }

    /** The largest part of a quantity, less than all of it, that can be had; {@code takeBack} is asked for after each trial that can. */
    private double most(int item, double quantity, double least, DoublePredicate canBeHad, Runnable takeBack) {
        double unit = unit(item, quantity);
        double had = 0;
        double tooMuch = quantity;
        for (double tried = least; tooMuch - had > unit / 2 && tried < tooMuch; tried = middle(had, tooMuch, unit)) {
            boolean can = canBeHad.test(tried);
            takeBack.run();
            if (can) {
                had = tried;
            } else if (had == 0) {
                return 0;
            } else {
                tooMuch = tried;
            }
        }
        return had;
    }

    /** Between the two, a whole number of the unit above the lower one. */
    private static double middle(double low, double high, double unit) {
        return low + unit * Math.max(1, Math.floor((high - low) / 2 / unit));
    }

    /** The minute from which the quantity is there, {@link #NEVER} when it cannot be had; then the caller rolls back. */
    private int obtain(int item, double quantity, int wanted, int lot, int step, int keepsUntil) {
        List<Integer> substitutions = standingIn || pinnedLots(item).length > 0 ? List.of() : shop.substitutions(item);
        if (substitutions.isEmpty()) {
            return obtainItself(item, quantity, wanted, lot, step, keepsUntil);
        }
        int[] mark = draft.mark();
        int ready = obtainItself(item, quantity, wanted, lot, step, keepsUntil);
        if (ready <= Math.max(0, wanted)) {
            return ready;
        }
        int best = -1;
        for (int routing : substitutions) {
            draft.rollback(mark);
            int instead = substitute(routing, quantity, wanted, lot, step, keepsUntil);
            if (instead < ready) {
                ready = instead;
                best = routing;
            }
        }
        draft.rollback(mark);
        return best < 0
                ? obtainItself(item, quantity, wanted, lot, step, keepsUntil)
                : substitute(best, quantity, wanted, lot, step, keepsUntil);
    }

    /** What is there in time, and the substitute for the rest; no substitute has a substitute. */
    private int substitute(int routing, double quantity, int wanted, int lot, int step, int keepsUntil) {
        int item = shop.problem().routings().get(routing).item();
        int firstTake = draft.takes().size();
        long rest = takeFree(item, Micro.of(shop.whole(item, quantity)), Math.max(0, wanted), lot, step, keepsUntil);
        if (rest == 0) {
            return draft.available(firstTake);
        }
        int there = draft.available(firstTake);
        standingIn = true;
        try {
            return Math.max(there, lots.makeBy(routing, Micro.toUnits(rest), wanted, lot));
        } finally {
            standingIn = false;
        }
    }

    private int obtainItself(int item, double quantity, int wanted, int lot, int step, int keepsUntil) {
        long all = Micro.of(shop.whole(item, quantity));
        long pinned = Math.min(all, Micro.of(Arrays.stream(pinnedLots(item)).sum()));
        long rest = all - pinned;
        int firstTake = draft.takes().size();
        Item what = shop.item(item);
        int inTime = Math.max(0, wanted);
        int patience = what.isMade() ? inTime : Math.max(inTime, rest == 0 ? 0 : shop.earliestArrival(item));
        rest = takeFree(item, rest, patience, lot, step, keepsUntil) + pinned;
        if (rest > 0 && what.isMade()) {
            int[] mark = draft.mark();
            int made = depth < MAX_DEPTH ? make(what, Micro.toUnits(rest), wanted, lot) : NEVER;
            if (made > inTime && pinned == 0 && freeUntil(item, made - 1, keepsUntil)) {
                // late in any case: what comes in before it would be made need not be made
                draft.rollback(mark);
                rest = takeFree(item, rest, made - 1, lot, step, keepsUntil);
                if (rest == 0) {
                    return draft.available(firstTake);
                }
                mark = draft.mark();
                made = depth < MAX_DEPTH ? make(what, Micro.toUnits(rest), wanted, lot) : NEVER;
            }
            if (made != NEVER && (pinned > 0 || made <= wanted || what.offers().isEmpty())) {
                return Math.max(made, draft.available(firstTake));
            }
            draft.rollback(mark);
            if (made != NEVER && shop.earliestArrival(item) >= made) {
                return Math.max(make(what, Micro.toUnits(rest), wanted, lot), draft.available(firstTake));
            }
        }
        if (rest > 0) {
            rest = buy(what, rest, wanted, lot, step);
        }
        if (rest > 0) {
            rest = takeFree(item, rest, NEVER, lot, step, keepsUntil);
        }
        return rest > 0 ? NEVER : draft.available(firstTake);
    }

    private boolean freeUntil(int item, int minute, int keepsUntil) {
        for (Supply supply : board.materials().of(item)) {
            if (supply.available > minute) {
                return false;
            }
            if (supply.free > 0 && supply.expires > keepsUntil && supply.chain <= LONGEST_CHAIN) {
                return true;
            }
        }
        return false;
    }

    private long takeFree(int item, long quantity, int patience, int lot, int step, int keepsUntil) {
        long rest = quantity;
        List<Supply> supplies = board.materials().of(item);
        for (int i = 0; i < supplies.size() && rest > 0; i++) {
            Supply supply = supplies.get(i);
            if (supply.available > patience) {
                break;
            }
            long taken = Math.min(rest, supply.free);
            if (taken > 0 && supply.expires > keepsUntil && supply.chain <= LONGEST_CHAIN) {
                draft.take(
                        new Taken(lot, step, item, supply.source, supply.index, supply.maker, taken, supply.available));
                rest -= taken;
            }
        }
        return rest;
    }

    /** Buys the quantity from one supplier; returns what nobody could supply: all of it or nothing. */
    private long buy(Item item, long quantity, int wanted, int lot, int step) {
        int offer = buying.choose(
                item, quantity, wanted, demand, (cost, arrival) -> costs.misjudged(cost + costs.late(arrival, wanted)));
        if (offer < 0) {
            return quantity;
        }
        Vendor vendor = shop.vendor(offer);
        if (vendor.limited()) {
            for (Buying.Part part : buying.split(vendor, quantity)) {
                draft.take(new Taken(
                        lot, step, item.index(), Source.PURCHASE, offer, -1, part.quantity(), part.arrives()));
            }
        } else {
            draft.take(
                    new Taken(lot, step, item.index(), Source.PURCHASE, offer, -1, quantity, vendor.earliestArrival()));
        }
        return 0;
    }

    /** Made in several lots side by side where one would be late: what is ordered itself, and what no machine limits. */
    private int make(Item item, double quantity, int wanted, int parent) {
        double[] pinned = pinnedLots(item.index());
        if (pinned.length > 0) {
            return makeAsPinned(item, quantity, pinned, wanted, parent);
        }
        if (parent < 0 && sideBySide > 1 && shop.gainsBySplitting(item)) {
            int count = (int) Math.min(sideBySide, item.whole() ? quantity : MOST_LOTS);
            return makeInLots(item, quantity, count, wanted, parent);
        }
        if (parent >= 0 && !shop.isUnlimited(item) || !maySplit) {
            return makeInOne(item, quantity, wanted, parent);
        }
        int[] mark = draft.mark();
        long before = costs.spent(draft);
        int ready = makeInOne(item, quantity, wanted, parent);
        if (ready <= Math.max(0, wanted) || !shop.gainsBySplitting(item)) {
            return ready;
        }
        int best = 1;
        double bestCost = ready == NEVER ? Double.POSITIVE_INFINITY : completionCost(before, ready, wanted);
        double inTime = Math.max(0, wanted);
        double enough = inTime + WORTH_SPLITTING * (ready - inTime);
        double pieces = item.whole() ? quantity : MOST_LOTS;
        for (int count = 2; count <= MOST_LOTS; count *= 2) {
            int lotCount = (int) Math.min(count, pieces);
            draft.rollback(mark);
            int split = makeInLots(item, quantity, lotCount, wanted, parent);
            double cost = split > enough ? Double.POSITIVE_INFINITY : completionCost(before, split, wanted);
            boolean better = cost < bestCost;
            if (better) {
                bestCost = cost;
                best = lotCount;
            }
            if (lotCount < count || lotCount >= MANY_LOTS && !better) {
                break;
            }
        }
        draft.rollback(mark);
        return best == 1 ? makeInOne(item, quantity, wanted, parent) : makeInLots(item, quantity, best, wanted, parent);
    }

    /** What somebody decided about the order's lots of an item that are not made yet. */
    private double[] pinnedLots(int item) {
        double[] all = shop.pins().lots(demand.index(), item);
        return all.length == 0 ? all : Arrays.copyOfRange(all, Math.min(all.length, draft.lotsOf(item)), all.length);
    }

    /** The lots that somebody decided about in their size, the rest in the lots between them or in one more. */
    private int makeAsPinned(Item item, double quantity, double[] pinned, int wanted, int parent) {
        double open = Math.max(0, quantity - Arrays.stream(pinned).sum());
        long openLots = Arrays.stream(pinned).filter(q -> q == 0).count();
        double rest = quantity;
        int ready = 0;
        for (int lot = 0; rest > 0 && ready != NEVER; lot++) {
            double size = lot >= pinned.length
                    ? rest
                    : pinned[lot] > 0 ? pinned[lot] : shop.lotSize(item.index(), open / openLots);
            double made = Math.min(rest, size);
            if (made > 0) {
                int done = makeInOne(item, made, wanted, parent);
                ready = done == NEVER ? NEVER : Math.max(ready, done);
            }
            rest -= made;
        }
        return ready;
    }

    private double completionCost(long spentBefore, int ready, int wanted) {
        return costs.misjudged((costs.spent(draft) - spentBefore) / 100.0 + costs.late(ready, wanted));
    }

    private int makeInLots(Item item, double quantity, int atLeast, int wanted, int parent) {
        double largest = shop.largestLot(item.index());
        double rest = quantity;
        int ready = 0;
        for (int left = (int) Math.max(atLeast, Math.ceil(quantity / largest)); left > 0 && rest > 0; left--) {
            double size = Math.min(rest, Math.min(largest, shop.lotSize(item.index(), rest / left)));
            int made = makeOneLot(item, size, wanted, parent);
            if (made == NEVER) {
                return NEVER;
            }
            ready = Math.max(ready, made);
            rest -= size;
        }
        return ready;
    }

    /** In one lot, or in as many as it takes where one may not be so large. */
    private int makeInOne(Item item, double quantity, int wanted, int parent) {
        return quantity > shop.largestLot(item.index())
                ? makeInLots(item, quantity, 1, wanted, parent)
                : makeOneLot(item, quantity, wanted, parent);
    }

    /** Never for its own sake: what an item needs of itself can only be there already. */
    private int makeOneLot(Item item, double quantity, int wanted, int parent) {
        if (making[item.index()]) {
            return NEVER;
        }
        making[item.index()] = true;
        depth++;
        try {
            List<Integer> decided = shop.pins().routings(demand, item.routings());
            int[] mark = draft.mark();
            int ready = makeByAny(decided, quantity, wanted, parent);
            if (ready == NEVER && decided.size() < item.routings().size()) {
                draft.rollback(mark);
                ready = makeByAny(item.routings(), quantity, wanted, parent);
            }
            return ready;
        } finally {
            depth--;
            making[item.index()] = false;
        }
    }

    private int makeByAny(List<Integer> routings, double quantity, int wanted, int parent) {
        return routings.size() == 1
                ? lots.makeBy(routings.getFirst(), quantity, wanted, parent)
                : makeByBest(routings, quantity, wanted, parent);
    }

    private int makeByBest(List<Integer> routings, double quantity, int wanted, int parent) {
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        int[] mark = draft.mark();
        long before = costs.spent(draft);
        for (int routing : routings) {
            int ready = lots.makeBy(routing, quantity, wanted, parent);
            if (ready != NEVER) {
                double cost = costs.misjudged((costs.spent(draft) - before) / 100.0 + costs.late(ready, wanted));
                if (cost < bestCost) {
                    bestCost = cost;
                    best = routing;
                }
            }
            draft.rollback(mark);
        }
        if (best >= 0) {
            return lots.makeBy(best, quantity, wanted, parent);
        }
        // deeper down every level would try every level below it
        return depth <= MIXED_DEPTH ? makeMixed(routings, quantity, wanted, parent) : NEVER;
    }

    /** Where no routing can make all of it: as much as can be by the first, then by the next. */
    private int makeMixed(List<Integer> routings, double quantity, int wanted, int parent) {
        double rest = quantity;
        int ready = 0;
        for (int routing : routings) {
            int[] mark = draft.mark();
            int item = shop.problem().routings().get(routing).item();
            boolean all = lots.makeBy(routing, rest, wanted, parent) != NEVER;
            draft.rollback(mark);
            double made = all
                    ? rest
                    : most(
                            item,
                            rest,
                            unit(item, rest),
                            tried -> lots.makeBy(routing, tried, wanted, parent) != NEVER,
                            () -> draft.rollback(mark));
            if (made > 0) {
                ready = Math.max(ready, lots.makeBy(routing, made, wanted, parent));
                rest -= made;
            }
            if (Micro.of(rest) <= 0) {
                return ready;
            }
        }
        return NEVER;
    }
}
