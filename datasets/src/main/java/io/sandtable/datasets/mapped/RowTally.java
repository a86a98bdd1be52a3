package io.sandtable.datasets.mapped;

import java.util.BitSet;

/** Which rows of a file say something, over all tables that it is read as. */
final class RowTally {
    private final BitSet saying = new BitSet();
    private final BitSet stating = new BitSet();
    private final BitSet repeating = new BitSet();

    void says(int row) {
        saying.set(row);
    }

    void states(int row) {
        stating.set(row);
    }

    /** It says again, or goes on with, what an earlier row said. */
    void repeats(int row) {
        repeating.set(row);
    }

    int saying() {
        return saying.cardinality();
    }

    /** Rows that say something and state nothing of their own. */
    int merged() {
        var only = (BitSet) repeating.clone();
        only.andNot(stating);
        return only.cardinality();
    }
}
