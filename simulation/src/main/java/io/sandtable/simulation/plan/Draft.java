package io.sandtable.simulation.plan;

import io.sandtable.simulation.plan.Placement.Leftover;
import io.sandtable.simulation.plan.Placement.PlacedLot;
import io.sandtable.simulation.plan.Placement.PlacedOperation;
import io.sandtable.simulation.plan.Placement.Taken;
import io.sandtable.simulation.plan.Plan.Source;
import java.util.ArrayList;
import java.util.List;

/** The placement of one order while it is being found: all of it is on the board at once, and can be taken back to any mark. */
final class Draft {
    private static final int[] EMPTY = new int[4];

    private final Board board;
    private final List<PlacedLot> lots = new ArrayList<>();
    private final List<PlacedOperation> operations = new ArrayList<>();
    private final List<Taken> takes = new ArrayList<>();
    private final List<Leftover> leftovers = new ArrayList<>();
    private int order = -1;

    Draft(Board board) {
        this.board = board;
    }

    /** A new one; what the one before holds stays on the board. */
    void begin(int newOrder) {
        order = newOrder;
        lots.clear();
        operations.clear();
        takes.clear();
        leftovers.clear();
    }

    /** What was found. */
    Placement placement(double quantity, int ready, long spent) {
        int chain = board.materials().chainOf(takes, order);
        board.materials().chain(order, chain);
        return new Placement(order, lots, operations, takes, leftovers, quantity, ready, spent, chain);
    }

    /** Its position. */
    int add(PlacedLot lot) {
        lots.add(lot);
        return lots.size() - 1;
    }

    void add(PlacedOperation operation) {
        operations.add(operation);
        board.add(operation, order);
    }

    PlacedOperation lastOperation() {
        return operations.getLast();
    }

    void take(Taken taken) {
        takes.add(taken);
        board.materials().take(taken, order);
    }

    void leave(Leftover leftover) {
        if (leftover.quantity() > 0) {
            leftovers.add(leftover);
            board.materials().add(leftover, order, 1);
        }
    }

    List<PlacedOperation> operations() {
        return operations;
    }

    /** The order that is being placed. */
    int order() {
        return order;
    }

    PlacedLot lot(int position) {
        return lots.get(position);
    }

    /** How many lots of the item there are. */
    int lotsOf(int item) {
        int count = 0;
        for (PlacedLot lot : lots) {
            count += lot.item() == item ? 1 : 0;
        }
        return count;
    }

    List<Taken> takes() {
        return takes;
    }

    /** When all that was taken from a position on is there. */
    int available(int firstTake) {
        int ready = 0;
        for (int i = firstTake; i < takes.size(); i++) {
            ready = Math.max(ready, takes.get(i).available());
        }
        return ready;
    }

    /** Whether stock taken from position on for the lot has expired by the minute it is used. */
    boolean expired(int firstTake, int lot, int minute) {
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

    int[] mark() {
        return new int[] {lots.size(), operations.size(), takes.size(), leftovers.size()};
    }

    /** Takes everything back. */
    void rollback() {
        rollback(EMPTY);
    }

    void rollback(int[] mark) {
        while (operations.size() > mark[1]) {
            board.remove(operations.removeLast());
        }
        while (takes.size() > mark[2]) {
            board.materials().giveBack(takes.removeLast(), order);
        }
        while (leftovers.size() > mark[3]) {
            board.materials().remove(leftovers.removeLast(), order);
        }
        while (lots.size() > mark[0]) {
            lots.removeLast();
        }
    }
}
