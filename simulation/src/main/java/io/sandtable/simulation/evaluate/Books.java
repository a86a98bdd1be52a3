package io.sandtable.simulation.evaluate;

/**
 * Where entries go. An entry moves one amount from an account to another, so that books can never be out of balance; what has more
 * lines (a sale with its VAT) is made of several.
 */
interface Books {
    /**
     * Posts one entry of two lines.
     *
     * @param day days since the as-of day
     * @param fen may be negative, which swaps the sides; zero posts nothing
     */
    default void post(
            int day, Account debit, Account credit, long fen, double quantity, Cause.Event event, int index, int step) {
        post(day, debit, credit, fen, quantity, event, index, step, -1);
    }

    /** The same for an event that may move one of several items. */
    void post(
            int day,
            Account debit,
            Account credit,
            long fen,
            double quantity,
            Cause.Event event,
            int index,
            int step,
            int item);
}
