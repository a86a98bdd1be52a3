package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.Arrays;

/**
 * What a plan does to stock, in the order in which it happens: at one minute first arrivals, then operations (those of components
 * before those of what they go into), then deliveries.
 */
final class Timeline {
    /** Told of every event, in order. */
    interface Visitor {
        void receipt(int index);

        void purchase(int index);

        void operation(int lot, int step);

        void delivery(int index);
    }

    private static final int RECEIPT = 0;
    private static final int PURCHASE = 1;
    private static final int OPERATION = 2;
    private static final int DELIVERY = 3;
    private static final int DEEPEST = 63;

    private final long[] keys;
    private int size;
    /** For each operation, counted over all lots, its lot; and the number of its lot's first operation. */
    private final int[] lotOf;

    private final int[] firstOf;

    Timeline(PlanningProblem problem, Plan plan) {
        int operations = 0;
        firstOf = new int[plan.lots().size()];
        for (int lot = 0; lot < firstOf.length; lot++) {
            firstOf[lot] = operations;
            operations += plan.lots().get(lot).operations().size();
        }
        lotOf = new int[operations];
        keys = new long
                [operations
                        + problem.receipts().size()
                        + plan.purchases().size()
                        + plan.deliveries().size()];
        for (int i = 0; i < problem.receipts().size(); i++) {
            add(problem.receipts().get(i).arrives(), RECEIPT, 0, i);
        }
        for (int i = 0; i < plan.purchases().size(); i++) {
            add(plan.purchases().get(i).arrives(), PURCHASE, 0, i);
        }
        for (Lot lot : plan.lots()) {
            addOperations(plan, lot);
        }
        for (int i = 0; i < plan.deliveries().size(); i++) {
            add(plan.deliveries().get(i).minute(), DELIVERY, 0, i);
        }
        Arrays.sort(keys);
    }

    private void addOperations(Plan plan, Lot lot) {
        int depth = 0;
        for (int parent = lot.parent();
                parent >= 0 && depth < DEEPEST;
                parent = plan.lots().get(parent).parent()) {
            depth++;
        }
        for (int step = 0; step < lot.operations().size(); step++) {
            int operation = firstOf[lot.index()] + step;
            lotOf[operation] = lot.index();
            add(lot.operations().get(step).start(), OPERATION, DEEPEST - depth, operation);
        }
    }

    private void add(int minute, int kind, int rank, int index) {
        keys[size++] = (long) Math.max(0, minute) << 34 | (long) kind << 32 | (long) rank << 26 | index;
    }

    void walk(Visitor visitor) {
        for (long key : keys) {
            int index = (int) (key & 0x3FF_FFFF);
            switch ((int) (key >>> 32) & 3) {
                case RECEIPT -> visitor.receipt(index);
                case PURCHASE -> visitor.purchase(index);
                case OPERATION -> visitor.operation(lotOf[index], index - firstOf[lotOf[index]]);
                case DELIVERY -> visitor.delivery(index);
                default -> throw new AssertionError(key);
            }
        }
    }
}
