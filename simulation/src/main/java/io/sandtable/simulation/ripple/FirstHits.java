package io.sandtable.simulation.ripple;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.Arrays;
import java.util.BitSet;

/**
 * When what is struck first reaches each order, by the plan of today: stock and open purchases that the plan gives an order keep the change
 * off it, and what is still to be bought or to be done lets it in.
 */
final class FirstHits {
    private static final int NEVER = Integer.MAX_VALUE;

    private final PlanningProblem problem;
    private final Plan today;
    private final Struck struck;
    private final int[] first;
    private final BitSet items = new BitSet();

    FirstHits(PlanningProblem problem, Plan today, Struck struck) {
        this.problem = problem;
        this.today = today;
        this.struck = struck;
        first = new int[problem.demands().size()];
        Arrays.fill(first, NEVER);
        today.takes().forEach(this::take);
        today.lots().forEach(lot -> lot.operations().forEach(operation -> operation(lot, operation)));
        struck.demands().stream()
                .forEach(d -> hit(d, delivered(d, problem.demands().get(d).due())));
    }

    /** Whether the change reaches the order. */
    boolean reaches(int demand) {
        return first[demand] != NEVER;
    }

    /** The minute in which it does. */
    int minute(int demand) {
        return first[demand];
    }

    /** What some order still needs to have bought from where the change strikes. */
    BitSet items() {
        return items;
    }

    /** It is struck between its order and its arrival, which is when it is needed at the latest. */
    private void take(Take take) {
        if (take.source() != Source.PURCHASE) {
            return;
        }
        int needed = needed(take);
        int lead = problem.offers().get(take.index()).leadTimeMinutes();
        if (struck.offers().meets(take.index(), needed - lead, needed)) {
            items.set(take.item());
            hit(take.demand(), needed);
        }
    }

    private int needed(Take take) {
        return take.lot() < 0
                ? delivered(take.demand(), 0)
                : today.lots().get(take.lot()).operations().stream()
                        .filter(operation -> operation.step() == take.step())
                        .mapToInt(Operation::start)
                        .findFirst()
                        .orElseGet(() -> today.lots().get(take.lot()).start());
    }

    private void operation(Lot lot, Operation operation) {
        strike(struck.machines(), operation.machine(), lot, operation);
        strike(struck.tools(), operation.tool(), lot, operation);
    }

    private void strike(Ranges ranges, int thing, Lot lot, Operation operation) {
        if (ranges.meets(thing, operation.start(), operation.end())) {
            hit(lot.demand(), Math.max(operation.start(), ranges.from(thing)));
        }
    }

    private int delivered(int demand, int otherwise) {
        Plan.Delivery last = today.lastDelivery(demand);
        return last == null ? otherwise : last.minute();
    }

    private void hit(int demand, int minute) {
        first[demand] = Math.min(first[demand], Math.max(0, minute));
    }
}
