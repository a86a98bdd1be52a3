package io.sandtable.simulation.query;

import java.util.Comparator;

/**
 * Something that goods were made of.
 *
 * @param id of a material or an energy; empty for the rest of the cost
 * @param supplier whose lots they were; empty where that is not recorded
 */
record Input(Kind kind, String id, String supplier) implements Comparable<Input> {
    static final Input REST = new Input(Kind.REST, "", "");
    private static final Comparator<Input> ORDER =
            Comparator.comparing(Input::kind).thenComparing(Input::id).thenComparing(Input::supplier);

    enum Kind {
        MATERIAL,
        ENERGY,
        REST
    }

    /**
     * How much of it was taken, and what that cost.
     *
     * @param quantity in its unit; 0 for the rest
     */
    record Used(double quantity, double fen) {
        static final Used NOTHING = new Used(0, 0);

        Used plus(Used other) {
            return new Used(quantity + other.quantity, fen + other.fen);
        }

        Used times(double factor) {
            return new Used(quantity * factor, fen * factor);
        }

        /** Fen a unit; 0 where nothing was taken. */
        double price() {
            return quantity == 0 ? 0 : fen / quantity;
        }
    }

    @Override
    public int compareTo(Input other) {
        return ORDER.compare(this, other);
    }
}
