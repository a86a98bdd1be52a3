package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry: an amount of CNY on an account, debit positive, with what caused it.
 *
 * @param quantity units, hours, kWh or kg that the amount is for; 0 where it is only money
 * @param original the amount in the currency it was agreed in, of the same sign; null where that is CNY
 * @param entry number of the entry it belongs to; the lines of an entry sum to zero
 */
public record Posting(
        LocalDate date,
        Account account,
        Money amount,
        double quantity,
        @Nullable Money original,
        Cause cause,
        int entry) {}
