package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import org.jspecify.annotations.Nullable;

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
    default void post(
            int day,
            Account debit,
            Account credit,
            long fen,
            double quantity,
            Cause.Event event,
            int index,
            int step,
            int item) {
        post(day, debit, credit, fen, quantity, event, index, step, item, null);
    }

    /**
     * The same for an amount that was agreed in another currency.
     *
     * @param original of the sign of {@code fen}; null where it is CNY
     */
    void post(
            int day,
            Account debit,
            Account credit,
            long fen,
            double quantity,
            Cause.Event event,
            int index,
            int step,
            int item,
            @Nullable Money original);
}
