package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Placement.PlacedOperation;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.Restriction.ByHand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time that pinned lots will need on their machines, kept free on a board while their orders are not on it. Which orders have such time
 * is known from the beginning; without pins there is none.
 */
final class Reservations {
    private final Board board;
    private final Map<Integer, List<PlacedOperation>> held = new HashMap<>();

    Reservations(Board board) {
        this.board = board;
        board.shop().pins().pinned().forEach(this::hold);
    }

    /** Gives the order's time free, because the order is placed now. */
    void release(int order) {
        List<PlacedOperation> operations = held.isEmpty() ? null : held.remove(order);
        if (operations != null) {
            operations.forEach(board::remove);
        }
    }

    /** Gives free what is held where the placement is to stand: it was found when nothing was held there. */
    void giveWay(Placement placement) {
        release(placement.demand());
        if (held.isEmpty()) {
            return;
        }
        for (int order : List.copyOf(held.keySet())) {
            boolean inTheWay = held.getOrDefault(order, List.of()).stream()
                    .anyMatch(kept -> placement.operations().stream().anyMatch(placed -> meet(kept, placed)));
            if (inTheWay) {
                release(order);
            }
        }
    }

    /** Where the machine is changed over between them, how near they may be is not asked: then what is held goes. */
    private boolean meet(PlacedOperation kept, PlacedOperation placed) {
        Way one = kept.way();
        Way other = placed.way();
        if (one.machine() == other.machine() && other.machine() >= 0) {
            boolean changes = one.setup() >= 0 || other.setup() >= 0;
            return changes || kept.from() < placed.from() + placed.span() && placed.from() < kept.from() + kept.span();
        }
        boolean shares = one.tool() >= 0 && one.tool() == other.tool()
                || one.crewing().crews().stream().anyMatch(other.crewing().crews()::contains);
        return shares && kept.start() < placed.end() && placed.start() < kept.end();
    }

    /** Keeps the time of an order that is not on the board, as far as nobody has it. */
    void hold(int order) {
        List<ByHand> starts = board.shop().pins().startsOf(order);
        if (starts.isEmpty() || held.containsKey(order)) {
            return;
        }
        var operations = new ArrayList<PlacedOperation>();
        for (ByHand start : starts) {
            PlacedOperation operation = operation(start);
            if (operation != null) {
                board.add(operation, order);
                operations.add(operation);
            }
        }
        held.put(order, operations);
    }

    private @Nullable PlacedOperation operation(ByHand pin) {
        Shop shop = board.shop();
        for (Routing routing : shop.problem().routings()) {
            for (int k = 0; k < routing.steps().size(); k++) {
                Step step = routing.steps().get(k);
                if (step.process().equals(pin.process())) {
                    for (Way way : shop.ways(routing.index(), k)) {
                        PlacedOperation there = !way.outsourced() && Pins.allow(List.of(pin), step, way)
                                ? operation(pin, k, way)
                                : null;
                        if (there != null) {
                            return there;
                        }
                    }
                }
            }
        }
        return null;
    }

    private @Nullable PlacedOperation operation(ByHand pin, int step, Way way) {
        int work = way.workMinutes(pin.quantity() / Math.max(0.01, way.yield()));
        MachineLoad machine = board.machine(way);
        int from = machine.firstGap(pin.start(), work, way.time(), way.setup(), board.companions(way));
        if (from == MachineLoad.NONE || machine.time().wallOfStart(from) != pin.start()) {
            return null;
        }
        int end = way.endOfWork(pin.start(), work);
        int span = machine.time().workedBefore(end) - from;
        // strokes are counted when the lot is made
        return new PlacedOperation(-1, step, way, 0, 0, work, from, span, pin.start(), end);
    }
}
