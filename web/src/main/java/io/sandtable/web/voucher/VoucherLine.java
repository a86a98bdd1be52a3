package io.sandtable.web.voucher;

import io.sandtable.web.accounts.BookAccount;

/**
 * One line of a voucher.
 *
 * @param fen positive, on the one side or the other
 * @param customer id of what it is kept by; empty where the account is not kept by it
 * @param item index of the material; −1 where the account is not kept by it
 * @param quantity of the material in its unit, 0 where it is only money
 */
record VoucherLine(
        BookAccount account, boolean debit, long fen, String customer, String supplier, int item, double quantity) {
    /** With what another line on the same account and side, kept by the same, is worth. */
    VoucherLine plus(VoucherLine other) {
        return new VoucherLine(account, debit, fen + other.fen, customer, supplier, item, quantity + other.quantity);
    }

    long debitFen() {
        return debit ? fen : 0;
    }

    long creditFen() {
        return debit ? 0 : fen;
    }
}
