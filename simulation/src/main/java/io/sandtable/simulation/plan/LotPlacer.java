package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Placement.Leftover;
import io.sandtable.simulation.plan.Placement.PlacedLot;
import io.sandtable.simulation.plan.Placement.PlacedOperation;
import io.sandtable.simulation.plan.Shop.StepCoproduct;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.Restriction.ByHand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one lot by one routing: how much enters each step, and for each step the machine, tool or subcontractor with the least completion
 * cost, as soon as its material and what comes before are there.
 */
final class LotPlacer {
    private static final int NEVER = Placement.NEVER;
    /** CNY of a minute earlier, all else equal: breaks ties only. */
    private static final double EARLIER = 1e-4;

    private final Board board;
    private final Shop shop;
    private final Draft draft;
    private final CompletionCost costs;
    private final Obtaining materials;
    /** The way each step was last done: the best guess of the yield before the next choice is made. */
    private final @Nullable Way[][] usual;

    /** Where material comes from. */
    interface Obtaining {
        /**
         * The minute from which the quantity is there, {@link Placement#NEVER} when it cannot be had; then the caller rolls back.
         *
         * @param lot position of the lot that needs it, −1 where it is delivered; {@code step} likewise
         * @param keepsUntil minute until which it must not expire
         */
        int obtain(int item, double quantity, int wanted, int lot, int step, int keepsUntil);
    }

    LotPlacer(Board board, Draft draft, CompletionCost costs, Obtaining materials) {
        this.board = board;
        this.shop = board.shop();
        this.draft = draft;
        this.costs = costs;
        this.materials = materials;
        this.usual = shop.problem().routings().stream()
                .map(routing -> new Way[routing.steps().size()])
                .toArray(Way[][]::new);
    }

    /** When the lot is done, {@link Placement#NEVER} where it cannot be; then the caller rolls back. */
    int makeBy(int routing, double quantity, int wanted, int parent) {
        int item = shop.problem().routings().get(routing).item();
        int steps = shop.stepCount(routing);
        double size = shop.lotSizeBy(routing, quantity);
        double[] in = new double[steps + 1];
        int[] urgent = new int[steps];
        int[] mark = draft.mark();
        for (int attempt = 0; ; attempt++) {
            if (!sizeBackward(routing, item, size, wanted, in, urgent)) {
                return NEVER;
            }
            int ready = placeSteps(routing, item, quantity, parent, in, urgent);
            if (ready == NEVER || attempt > 0 || isEnough(routing, item, in)) {
                return ready;
            }
            // other ways were chosen than assumed, and they yield less: once more with those
            draft.rollback(mark);
        }
    }

    private int placeSteps(int routing, int item, double wanted, int parent, double[] in, int[] urgent) {
        double size = in[in.length - 1];
        int lot = draft.add(new PlacedLot(item, routing, parent, size));
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
        draft.leave(new Leftover(lot, item, Micro.of(size) - Micro.of(wanted), ready));
        for (StepCoproduct coproduct : shop.coproducts(routing)) {
            draft.leave(new Leftover(lot, coproduct.item(), shop.yielded(coproduct, in[coproduct.step()]), ready));
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
        PlacedOperation placed = draft.lastOperation();
        double transfer = Overlap.transfer(step, placed.way(), out);
        return transfer > 0
                ? new Handover(
                        Overlap.firstDone(transfer, placed.way(), in, out, placed.start()),
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
            int minutes = shop.usualMinutes(way, in[k]);
            int pinned = pinnedStart(shop.step(routing, k));
            end = pinned == ByHand.ANY_TIME ? end : pinned + minutes;
            urgent[k] = end;
            if (k > 0) {
                end -= minutes + shop.step(routing, k - 1).waitMinutes();
            }
        }
        return true;
    }

    /** The minute at which the order's next lot of the step is to begin, {@link ByHand#ANY_TIME} where nobody said. */
    private int pinnedStart(Step step) {
        return shop.pins().isAbout(draft.order())
                ? Pins.start(shop.pins().of(draft.order(), step, lotNumber(step)))
                : ByHand.ANY_TIME;
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
            int[] mark = draft.mark();
            int firstTake = draft.takes().size();
            int wanted = urgent - shop.usualMinutes(usualWay(routing, k), in);
            int from = Math.max(ready, step.releaseFence());
            for (Consumption consumption : step.consumptions()) {
                int there = materials.obtain(consumption.item(), consumption.of(in), wanted, lot, k, keepsUntil);
                if (there == NEVER) {
                    return NEVER;
                }
                from = Math.max(from, there);
            }
            PlacedOperation best = bestWay(lot, routing, k, in, out, from, handover, urgent);
            if (best == null) {
                return NEVER;
            }
            if (!draft.expired(firstTake, lot, best.start())) {
                draft.add(best);
                usual[routing][k] = best.way();
                return best.end();
            }
            keepsUntil = attempt == 0 ? best.start() : NEVER - 1;
            draft.rollback(mark);
        }
        return NEVER;
    }

    private @Nullable PlacedOperation bestWay(
            int lot, int routing, int step, double in, double out, int ready, @Nullable Handover handover, int urgent) {
        if (!shop.pins().isAbout(draft.order())) {
            return bestWay(List.of(), lot, routing, step, in, out, ready, handover, urgent);
        }
        Step what = shop.step(routing, step);
        List<ByHand> decided = shop.pins().of(draft.order(), what, lotNumber(what));
        PlacedOperation found =
                bestWay(decided, lot, routing, step, in, out, Math.max(ready, Pins.start(decided)), handover, urgent);
        // what was decided cannot be kept: then the order is done otherwise, and the plan says so
        return found != null || decided.isEmpty()
                ? found
                : bestWay(List.of(), lot, routing, step, in, out, ready, handover, urgent);
    }

    /** Which of the order's lots of that step the next one is, from 1. */
    private int lotNumber(Step step) {
        int number = 1;
        for (PlacedOperation operation : draft.operations()) {
            Step other = shop.step(draft.lot(operation.lot()).routing(), operation.step());
            number += other.process().equals(step.process()) ? 1 : 0;
        }
        return number;
    }

    private @Nullable PlacedOperation bestWay(
            List<ByHand> decided,
            int lot,
            int routing,
            int step,
            double in,
            double out,
            int ready,
            @Nullable Handover handover,
            int urgent) {
        PlacedOperation best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        for (Way way : shop.ways(routing, step)) {
            boolean allowed = decided.isEmpty()
                    ? !way.outsourced() || shop.levers().outsourcing()
                    : Pins.allow(decided, shop.step(routing, step), way);
            if (!allowed) {
                continue;
            }
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
                double cost = costs.misjudged(costs.of(way, in, found.workMinutes(), found.start(), found.end())
                                + costs.late(found.end(), urgent))
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

    /** The step done that way from that very minute on; null where it cannot begin then. */
    @Nullable
    PlacedOperation at(int start, Way way, int lot, int step, double in, double out) {
        PlacedOperation found =
                way.outsourced() ? outsource(way, lot, step, in, out, start) : inHouse(way, lot, step, in, out, start);
        return found != null && found.start() == start ? found : null;
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
}
