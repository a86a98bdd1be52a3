package io.sandtable.simulation.difference;

import io.sandtable.simulation.evaluate.Account;

/**
 * An item as far as it was delivered in the horizon.
 *
 * @param group what it is mixed with: items of one family that are counted in one unit
 * @param fen by account, income counted up
 */
record SoldItem(String id, String group, double quantity, long[] fen) {
    static SoldItem none(String id, String group) {
        return new SoldItem(id, group, 0, new long[Account.values().length]);
    }

    boolean isSold() {
        return quantity > 0;
    }

    long fen(Account account) {
        return fen[account.ordinal()];
    }

    /** Fen per unit; that of the other plan where this one sells none, since a price nobody paid moves nothing. */
    double unit(Account account, SoldItem other) {
        return isSold() ? fen(account) / quantity : other.isSold() ? other.fen(account) / other.quantity : 0;
    }

    long margin() {
        long sum = 0;
        for (long amount : fen) {
            sum += amount;
        }
        return sum;
    }
}
