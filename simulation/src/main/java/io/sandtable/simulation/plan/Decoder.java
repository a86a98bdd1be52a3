package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Materials.Supply;
import io.sandtable.simulation.plan.Placement.Leftover;
import io.sandtable.simulation.plan.Placement.PlacedLot;
import io.sandtable.simulation.plan.Placement.PlacedOperation;
import io.sandtable.simulation.plan.Placement.Taken;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Shop.StepCoproduct;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Finds a place for one order on a board: nets it against stock, explodes it through the bill of materials and gives every step the
 * machine, tool or subcontractor with the least completion cost, as soon as possible. Yields on worn tools are those of the board as it
 * stands; {@link Redispatch} makes them exact once the sequence is known.
 */
final class Decoder {
    private static final int NEVER = Placement.NEVER;
    /** Deeper than any bill of materials; what is deeper consumes itself. */
    private static final int MAX_DEPTH = 40;
    /** More lots of one order are more set-ups and more to look after than a shop floor wants. */
    private static final int MOST_LOTS = 16;
    /** Lots side by side must take a tenth off the lateness at least. */
    private static final double WORTH_SPLITTING = 0.9;
    /** What can be had of an order that cannot be had in full is found to the thousandth. */
    private static final double PARTS = 1_000;

    private static final int[] EMPTY = new int[4];
    /** Of orders that each use what the one before left over: whoever moves one moves all behind it. */
    private static final int LONGEST_CHAIN = 2;
    /** Instead of minutes: the order is done as cheaply as can be, whenever that is. */
    static final int NO_HURRY = -1;
    /** CNY of a minute earlier, all else equal: breaks ties only. */
    private static final double EARLIER = 1e-4;

    private final Board board;
    private final Shop shop;
    private final Buying buying;
    private final List<PlacedLot> lots = new ArrayList<>();
    private final List<PlacedOperation> operations = new ArrayList<>();
    private final List<Taken> takes = new ArrayList<>();
    private final List<Leftover> leftovers = new ArrayList<>();
    /** The way each step was last done: the best guess of the yield before the next choice is made. */
    private final @Nullable Way[][] usual;

    /** What is being made on the way down. */
    private final boolean[] making;

    private Demand demand;
    private double latePrice;
    private double noise;
    private SplittableRandom random = new SplittableRandom(0);
    private int depth;
    private boolean standingIn;
    private boolean maySplit;
    private int sideBySide;

    Decoder(Board board) {
        this.board = board;
        this.shop = board.shop();
        this.buying = new Buying(board);
        this.usual = shop.problem().routings().stream()
                .map(routing -> new Way[routing.steps().size()])
                .toArray(Way[][]::new);
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
        lots.clear();
        operations.clear();
        takes.clear();
        leftovers.clear();
        demand = shop.demand(order);
        latePrice = haste == NO_HURRY ? 0 : 200 + demand.value() * (0.03 + demand.penaltyPercentPerDay() / 100);
        this.noise = noise;
        this.random = random;
        // to try several numbers of lots takes several times as long: not where thousands of places are tried in haste
        maySplit = noise == 0 && haste != NO_HURRY && haste < Constructor.AT_ONCE;
        depth = 0;
        int wanted = Math.max(0, demand.due() - Math.max(haste, shop.levers().bufferDays() * 1440));
        double quantity = demand.quantity();
        int ready = obtain(quantity, wanted);
        if (ready == NEVER && !demand.whole()) {
            quantity = most(wanted);
            ready = quantity > 0 ? obtain(quantity, wanted) : NEVER;
        }
        if (ready == NEVER) {
            return Placement.unmet(order);
        }
        int chain = board.materials().chainOf(takes, order);
        board.materials().chain(order, chain);
        return new Placement(order, lots, operations, takes, leftovers, quantity, ready, spent(), chain);
    }

    /** Obtains that much of what is ordered; leaves nothing on the board where it cannot be had. */
    private int obtain(double quantity, int wanted) {
        int ready = obtain(demand.item(), quantity, wanted, -1, -1, Math.max(0, demand.due()));
        if (ready != NEVER && expired(0, -1, ready)) {
            rollback(EMPTY);
            ready = obtain(demand.item(), quantity, wanted, -1, -1, NEVER - 1);
        }
        if (ready == NEVER) {
            rollback(EMPTY);
        }
        return ready;
    }

    /** The largest part of the order that can be had, found by halving; 0 where not even a small one can. */
    private double most(int wanted) {
        double unit = Math.max(shop.item(demand.item()).whole() ? 1 : 0, demand.quantity() / PARTS);
        double least = Math.max(unit, demand.minimumShipment());
        double had = 0;
        double tooMuch = demand.quantity();
        for (double tried = least; tooMuch - had > unit / 2 && tried < tooMuch; tried = middle(had, tooMuch, unit)) {
            if (obtain(tried, wanted) == NEVER) {
                if (had == 0) {
                    return 0;
                }
                tooMuch = tried;
            } else {
                had = tried;
            }
            rollback(EMPTY);
        }
        return had;
    }

    /** Between the two, a whole number of the unit above the lower one. */
    private static double middle(double low, double high, double unit) {
        return low + unit * Math.max(1, Math.floor((high - low) / 2 / unit));
    }

    private long spent() {
        double yuan = 0;
        for (PlacedOperation operation : operations) {
            yuan += cost(
                    operation.way(),
                    operation.quantityIn(),
                    operation.workMinutes(),
                    operation.start(),
                    operation.end());
        }
        for (Taken taken : takes) {
            if (taken.source() == Source.PURCHASE) {
                double units = Micro.toUnits(taken.quantity());
                yuan += units * shop.vendor(taken.index()).unitCost(units);
            }
        }
        return Math.round(yuan * 100);
    }

    private double cost(Way way, double quantityIn, int work, int start, int end) {
        double overtime = way.outsourced() ? 0 : shop.overtimeCost(way, start, end, work);
        return work * way.costPerMinute() + quantityIn * way.costPerUnit() + overtime;
    }

    /** The minute from which the quantity is there, {@link #NEVER} when it cannot be had; then the caller rolls back. */
    private int obtain(int item, double quantity, int wanted, int lot, int step, int keepsUntil) {
        List<Integer> substitutions = standingIn ? List.of() : shop.substitutions(item);
        if (substitutions.isEmpty()) {
            return obtainItself(item, quantity, wanted, lot, step, keepsUntil);
        }
        int[] mark = mark();
        int ready = obtainItself(item, quantity, wanted, lot, step, keepsUntil);
        if (ready <= Math.max(0, wanted)) {
            return ready;
        }
        int best = -1;
        for (int routing : substitutions) {
            rollback(mark);
            int instead = substitute(routing, quantity, wanted, lot, step, keepsUntil);
            if (instead < ready) {
                ready = instead;
                best = routing;
            }
        }
        rollback(mark);
        return best < 0
                ? obtainItself(item, quantity, wanted, lot, step, keepsUntil)
                : substitute(best, quantity, wanted, lot, step, keepsUntil);
    }

    /** What is there in time, and the substitute for the rest; no substitute has a substitute. */
    private int substitute(int routing, double quantity, int wanted, int lot, int step, int keepsUntil) {
        int item = shop.problem().routings().get(routing).item();
        int firstTake = takes.size();
        long rest = takeFree(item, Micro.of(shop.whole(item, quantity)), Math.max(0, wanted), lot, step, keepsUntil);
        if (rest == 0) {
            return available(firstTake);
        }
        int there = available(firstTake);
        standingIn = true;
        try {
            return Math.max(there, makeBy(routing, Micro.toUnits(rest), wanted, lot));
        } finally {
            standingIn = false;
        }
    }

    private int obtainItself(int item, double quantity, int wanted, int lot, int step, int keepsUntil) {
        long rest = Micro.of(shop.whole(item, quantity));
        int firstTake = takes.size();
        Item what = shop.item(item);
        int inTime = Math.max(0, wanted);
        int patience = what.isMade() ? inTime : Math.max(inTime, rest == 0 ? 0 : shop.earliestArrival(item));
        rest = takeFree(item, rest, patience, lot, step, keepsUntil);
        if (rest > 0 && what.isMade()) {
            int[] mark = mark();
            int made = depth < MAX_DEPTH ? make(what, Micro.toUnits(rest), wanted, lot) : NEVER;
            if (made > inTime && freeUntil(item, made - 1, keepsUntil)) {
                // late in any case: what comes in before it would be made need not be made
                rollback(mark);
                rest = takeFree(item, rest, made - 1, lot, step, keepsUntil);
                if (rest == 0) {
                    return available(firstTake);
                }
                mark = mark();
                made = depth < MAX_DEPTH ? make(what, Micro.toUnits(rest), wanted, lot) : NEVER;
            }
            if (made != NEVER && (made <= wanted || what.offers().isEmpty())) {
                return Math.max(made, available(firstTake));
            }
            rollback(mark);
            if (made != NEVER && shop.earliestArrival(item) >= made) {
                return Math.max(make(what, Micro.toUnits(rest), wanted, lot), available(firstTake));
            }
        }
        if (rest > 0) {
            rest = buy(what, rest, wanted, lot, step);
        }
        if (rest > 0) {
            rest = takeFree(item, rest, NEVER, lot, step, keepsUntil);
        }
        return rest > 0 ? NEVER : available(firstTake);
    }

    private int available(int firstTake) {
        int ready = 0;
        for (int i = firstTake; i < takes.size(); i++) {
            ready = Math.max(ready, takes.get(i).available());
        }
        return ready;
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
                take(new Taken(lot, step, item, supply.source, supply.index, supply.maker, taken, supply.available));
                rest -= taken;
            }
        }
        return rest;
    }

    /** Buys the quantity from one supplier; returns what nobody could supply: all of it or nothing. */
    private long buy(Item item, long quantity, int wanted, int lot, int step) {
        int offer = buying.choose(
                item, quantity, wanted, demand, (cost, arrival) -> misjudged(cost + lateCost(arrival, wanted)));
        if (offer < 0) {
            return quantity;
        }
        Vendor vendor = shop.vendor(offer);
        if (vendor.limited()) {
            for (Buying.Part part : buying.split(vendor, quantity)) {
                take(new Taken(lot, step, item.index(), Source.PURCHASE, offer, -1, part.quantity(), part.arrives()));
            }
        } else {
            take(new Taken(lot, step, item.index(), Source.PURCHASE, offer, -1, quantity, vendor.earliestArrival()));
        }
        return 0;
    }

    /** Made in several lots side by side where one would be late: what is ordered itself, and what no machine limits. */
    private int make(Item item, double quantity, int wanted, int parent) {
        if (parent < 0 && sideBySide > 1 && shop.gainsBySplitting(item)) {
            int count = (int) Math.min(sideBySide, item.whole() ? quantity : MOST_LOTS);
            return makeInLots(item, quantity, count, wanted, parent);
        }
        if (parent >= 0 && !shop.isUnlimited(item) || !maySplit) {
            return makeInOne(item, quantity, wanted, parent);
        }
        int[] mark = mark();
        long before = spent();
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
            rollback(mark);
            int split = makeInLots(item, quantity, lotCount, wanted, parent);
            double cost = split > enough ? Double.POSITIVE_INFINITY : completionCost(before, split, wanted);
            if (cost < bestCost) {
                bestCost = cost;
                best = lotCount;
            }
            if (lotCount < count) {
                break;
            }
        }
        rollback(mark);
        return best == 1 ? makeInOne(item, quantity, wanted, parent) : makeInLots(item, quantity, best, wanted, parent);
    }

    private double completionCost(long spentBefore, int ready, int wanted) {
        return misjudged((spent() - spentBefore) / 100.0 + lateCost(ready, wanted));
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
            if (item.routings().size() == 1) {
                return makeBy(item.routings().getFirst(), quantity, wanted, parent);
            }
            return makeByBest(item, quantity, wanted, parent);
        } finally {
            depth--;
            making[item.index()] = false;
        }
    }

    private int makeByBest(Item item, double quantity, int wanted, int parent) {
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        int[] mark = mark();
        long before = spent();
        for (int routing : item.routings()) {
            int ready = makeBy(routing, quantity, wanted, parent);
            if (ready != NEVER) {
                double cost = misjudged((spent() - before) / 100.0 + lateCost(ready, wanted));
                if (cost < bestCost) {
                    bestCost = cost;
                    best = routing;
                }
            }
            rollback(mark);
        }
        return best < 0 ? NEVER : makeBy(best, quantity, wanted, parent);
    }

    private int makeBy(int routing, double quantity, int wanted, int parent) {
        int item = shop.problem().routings().get(routing).item();
        int steps = shop.stepCount(routing);
        double size = shop.lotSizeBy(routing, quantity);
        double[] in = new double[steps + 1];
        int[] urgent = new int[steps];
        int[] mark = mark();
        for (int attempt = 0; ; attempt++) {
            if (!sizeBackward(routing, item, size, wanted, in, urgent)) {
                return NEVER;
            }
            int ready = placeSteps(routing, item, quantity, parent, in, urgent);
            if (ready == NEVER || attempt > 0 || isEnough(routing, item, in)) {
                return ready;
            }
            // other ways were chosen than assumed, and they yield less: once more with those
            rollback(mark);
        }
    }

    private int placeSteps(int routing, int item, double wanted, int parent, double[] in, int[] urgent) {
        int lot = lots.size();
        double size = in[in.length - 1];
        lots.add(new PlacedLot(item, routing, parent, size));
        int ready = 0;
        Handover handover = null;
        for (int k = 0; k < urgent.length; k++) {
            ready = placeStep(lot, routing, k, in[k], in[k + 1], ready, handover, urgent[k]);
            if (ready == NEVER) {
                return NEVER;
            }
            if (k < urgent.length - 1) {
                Step step = shop.step(routing, k);
                handover = handover(step, in[k], in[k + 1]);
                ready = step.waitMinutes() + (handover == null ? ready : handover.firstDone());
            }
        }
        leave(new Leftover(lot, item, Micro.of(size) - Micro.of(wanted), ready));
        for (StepCoproduct coproduct : shop.coproducts(routing)) {
            leave(new Leftover(lot, coproduct.item(), shop.yielded(coproduct, in[coproduct.step()]), ready));
        }
        return ready;
    }

    /**
     * How a step hands on its lot where it does so in parts.
     *
     * @param firstDone when the first part is done
     * @param allThere when the next step may count on all of it
     * @param transfer units of a part
     */
    private record Handover(int firstDone, int allThere, double transfer) {}

    /** How the step just placed hands on; null where it does so as a whole. */
    private @Nullable Handover handover(Step step, double in, double out) {
        double transfer = step.transferQuantity();
        if (transfer <= 0) {
            return null;
        }
        PlacedOperation placed = operations.getLast();
        return Overlap.isPossible(transfer, placed.way(), out)
                ? new Handover(
                        Overlap.firstDone(transfer, placed.way(), in, out, placed.start(), placed.end()),
                        placed.end() + step.waitMinutes(),
                        transfer)
                : null;
    }

    private boolean isEnough(int routing, int item, double[] in) {
        double need = in[in.length - 1];
        for (int k = in.length - 2; k >= 0; k--) {
            need = shop.whole(item, need / expectedYield(usualWay(routing, k)));
            if (need > in[k] + 1e-6) {
                return false;
            }
        }
        return true;
    }

    /** The yield after all that is planned on the tool: what is planned before it later only makes the real one better. */
    private double expectedYield(Way way) {
        return board.yieldAt(way, NEVER);
    }

    /** Fills what enters each step (and leaves the last) and by when each should end; false when a step cannot be done at all. */
    private boolean sizeBackward(int routing, int item, double size, int wanted, double[] in, int[] urgent) {
        int steps = urgent.length;
        in[steps] = size;
        int end = wanted;
        for (int k = steps - 1; k >= 0; k--) {
            if (shop.ways(routing, k).length == 0) {
                return false;
            }
            Way way = usualWay(routing, k);
            in[k] = shop.whole(item, in[k + 1] / expectedYield(way));
            urgent[k] = end;
            if (k > 0) {
                end -= shop.usualMinutes(way, in[k]) + shop.step(routing, k - 1).waitMinutes();
            }
        }
        return true;
    }

    private Way usualWay(int routing, int step) {
        Way way = usual[routing][step];
        return way == null ? shop.ways(routing, step)[0] : way;
    }

    private int placeStep(
            int lot, int routing, int k, double in, double out, int ready, @Nullable Handover handover, int urgent) {
        Step step = shop.step(routing, k);
        int keepsUntil = 0;
        for (int attempt = 0; attempt < 3; attempt++) {
            int[] mark = mark();
            int firstTake = takes.size();
            int wanted = urgent - shop.usualMinutes(usualWay(routing, k), in);
            int from = Math.max(ready, step.releaseFence());
            for (Consumption consumption : step.consumptions()) {
                int there = obtain(consumption.item(), consumption.of(in), wanted, lot, k, keepsUntil);
                if (there == NEVER) {
                    return NEVER;
                }
                from = Math.max(from, there);
            }
            PlacedOperation best = bestWay(lot, routing, k, in, out, from, handover, urgent);
            if (best == null) {
                return NEVER;
            }
            if (!expired(firstTake, lot, best.start())) {
                operations.add(best);
                board.add(best, demand.index());
                usual[routing][k] = best.way();
                return best.end();
            }
            keepsUntil = attempt == 0 ? best.start() : NEVER - 1;
            rollback(mark);
        }
        return NEVER;
    }

    private @Nullable PlacedOperation bestWay(
            int lot, int routing, int step, double in, double out, int ready, @Nullable Handover handover, int urgent) {
        PlacedOperation best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        for (Way way : shop.ways(routing, step)) {
            PlacedOperation found;
            if (handover == null) {
                found = way.outsourced()
                        ? outsource(way, lot, step, in, out, ready)
                        : inHouse(way, lot, step, in, out, ready);
            } else {
                found = way.outsourced()
                        ? outsource(way, lot, step, in, out, Math.max(ready, handover.allThere()))
                        : overlapping(way, lot, step, in, out, ready, handover);
            }
            if (found != null) {
                double cost = misjudged(cost(way, in, found.workMinutes(), found.start(), found.end())
                                + lateCost(found.end(), urgent))
                        + EARLIER * found.end();
                if (cost < bestCost) {
                    bestCost = cost;
                    best = found;
                }
            }
        }
        return best;
    }

    /** As early as the first of what comes before is there, unless it would then wait for the last of it. */
    private @Nullable PlacedOperation overlapping(
            Way way, int lot, int step, double in, double out, int ready, Handover handover) {
        int lastWork = Overlap.lastWork(handover.transfer(), way, in);
        PlacedOperation found = inHouse(way, lot, step, in, out, ready);
        while (found != null && found.start() < handover.allThere()) {
            int lacking = Overlap.lacking(way, lastWork, handover.allThere(), found.end());
            if (lacking == 0) {
                return found;
            }
            found = inHouse(way, lot, step, in, out, found.start() + lacking);
        }
        return found;
    }

    private @Nullable PlacedOperation inHouse(Way way, int lot, int step, double in, double out, int ready) {
        if (!board.tool(way).canStroke(way.strokes(in))) {
            return null;
        }
        int work = way.workMinutes(in);
        MachineLoad machine = board.machine(way);
        int from = machine.firstGap(ready, work, way.time(), way.setup(), board.companions(way));
        if (from == MachineLoad.NONE) {
            return null;
        }
        int start = machine.time().wallOfStart(from);
        int end = way.endOfWork(start, work);
        int span = way.time() == machine.time() ? work : machine.time().workedBefore(end) - from;
        return new PlacedOperation(lot, step, way, in, out, work, from, span, start, end);
    }

    private @Nullable PlacedOperation outsource(Way way, int lot, int step, double in, double out, int ready) {
        long quantity = Micro.of(in);
        Closures closed = shop.closures(way);
        int start = closed.firstOpenSpan(ready, way.leadTimeMinutes());
        for (int week = board.subcontractor(way).firstWeekFor(start, quantity);
                week >= 0;
                week = board.subcontractor(way).firstWeekFor(start, quantity)) {
            int later = closed.firstOpenSpan(Math.max(start, week * WeeklyLoad.WEEK), way.leadTimeMinutes());
            if (later / WeeklyLoad.WEEK == week) {
                return new PlacedOperation(lot, step, way, in, out, 0, 0, 0, later, later + way.leadTimeMinutes());
            }
            start = later;
        }
        return null;
    }

    private double lateCost(int end, int wanted) {
        return end <= wanted ? 0 : latePrice * (end - wanted) / 1440.0;
    }

    private double misjudged(double cost) {
        return noise == 0 ? cost : cost * (1 + noise * random.nextDouble());
    }

    /** Whether stock taken from position on for the lot has expired by the minute it is used. */
    private boolean expired(int firstTake, int lot, int minute) {
        for (int i = firstTake; i < takes.size(); i++) {
            Taken taken = takes.get(i);
            if (taken.lot() == lot
                    && taken.source() == Source.STOCK
                    && board.materials().supply(Source.STOCK, taken.index()).expires <= minute) {
                return true;
            }
        }
        return false;
    }

    private void take(Taken taken) {
        takes.add(taken);
        board.materials().take(taken, demand.index());
    }

    private void leave(Leftover leftover) {
        if (leftover.quantity() > 0) {
            leftovers.add(leftover);
            board.materials().add(leftover, demand.index(), 1);
        }
    }

    private int[] mark() {
        return new int[] {lots.size(), operations.size(), takes.size(), leftovers.size()};
    }

    private void rollback(int[] mark) {
        while (operations.size() > mark[1]) {
            board.remove(operations.removeLast());
        }
        while (takes.size() > mark[2]) {
            board.materials().giveBack(takes.removeLast(), demand.index());
        }
        while (leftovers.size() > mark[3]) {
            board.materials().remove(leftovers.removeLast(), demand.index());
        }
        while (lots.size() > mark[0]) {
            lots.removeLast();
        }
    }
}
