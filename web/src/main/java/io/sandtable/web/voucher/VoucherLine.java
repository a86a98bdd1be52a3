package io.sandtable.web.voucher;

import io.sandtable.model.Money;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.web.accounts.BookAccount;
import org.jspecify.annotations.Nullable;

/**
 * One line of a voucher.
 *
 * @param fen positive, on the one side or the other
 * @param customer id of what it is kept by; empty where the account is not kept by it
 * @param item index of the material; −1 where the account is not kept by it
 * @param quantity of the material in its unit, 0 where it is only money
 * @param original the same in the currency it is owed in, positive; null where that is CNY, or where only the rate has moved
 */
record VoucherLine(
        BookAccount account,
        boolean debit,
        long fen,
        String customer,
        String supplier,
        int item,
        double quantity,
        @Nullable Money original) {
    /** The currency it is owed in. */
    String currency() {
        return original == null ? PlanningProblem.CNY : original.currency().getCurrencyCode();
    }

    /** With what another line on the same account and side, kept by the same and in the same currency, is worth. */
    VoucherLine plus(VoucherLine other) {
        return new VoucherLine(
                account,
                debit,
                fen + other.fen,
                customer,
                supplier,
                item,
                quantity + other.quantity,
                original == null || other.original == null ? null : original.plus(other.original));
    }

    long debitFen() {
        return debit ? fen : 0;
    }

    long creditFen() {
        return debit ? 0 : fen;
    }
}
