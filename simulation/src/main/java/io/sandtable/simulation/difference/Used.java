package io.sandtable.simulation.difference;

/**
 * How much of an input went into all units sold of an item.
 *
 * @param quantity in the input's unit, without what went into units that were lost
 */
record Used(double quantity, double fen) {
    static final Used NOTHING = new Used(0, 0);

    Used plus(Used other) {
        return new Used(quantity + other.quantity, fen + other.fen);
    }
}
