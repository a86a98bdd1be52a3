package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import java.time.LocalDate;

/** One line of an entry: an amount on an account, debit positive, with what caused it. */
public record Posting(LocalDate date, Account account, Money amount, double quantity, String cause) {
    /** The accounts of the ledger. */
    public enum Account {
        CASH
    }
}
