package io.sandtable.web.plandetail;

import io.sandtable.simulation.evaluate.Account;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a ledger are wanted.
 *
 * @param account null for all
 * @param figure whose accounts and days are wanted, null for all
 * @param order number of an order, empty for all
 * @param text part of a word of the line, empty for all
 * @param ofDriver the driver of a difference whose lines are wanted, null for all
 */
record LedgerFilter(
        @Nullable Account account,
        @Nullable LedgerFigure figure,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String order,
        String text,
        @Nullable DriverLines ofDriver) {
    static final LedgerFilter ALL = new LedgerFilter(null, null, null, null, "", "", null);

    LedgerFilter {
        order = order.strip();
        text = text.strip();
    }

    /** As addresses write it; unknown accounts and figures are refused. */
    static LedgerFilter of(
            @Nullable String account,
            @Nullable String figure,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String order,
            @Nullable String text) {
        return new LedgerFilter(
                isBlank(account) ? null : accountOf(account),
                isBlank(figure) ? null : LedgerFigure.find(figure).orElseThrow(() -> unknown("figure", figure)),
                from,
                to,
                order == null ? "" : order,
                text == null ? "" : text,
                null);
    }

    /** The same, of the lines of a driver alone. */
    LedgerFilter with(@Nullable DriverLines driver) {
        return new LedgerFilter(account, figure, from, to, order, text, driver);
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static Account accountOf(@Nullable String code) {
        return Arrays.stream(Account.values())
                .filter(a -> a.name().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> unknown("account", code));
    }

    private static IllegalArgumentException unknown(String what, @Nullable String value) {
        return new IllegalArgumentException(
                "The ledger has no %s '%s'; take one of those that its page lists.".formatted(what, value));
    }

    /** The accounts that it lets through. */
    Set<Account> accounts() {
        Set<Account> accounts = figure == null ? EnumSet.allOf(Account.class) : figure.accounts();
        Optional.ofNullable(ofDriver).ifPresent(d -> accounts.retainAll(d.accounts()));
        Optional.ofNullable(account).ifPresent(a -> accounts.removeIf(other -> other != a));
        return accounts;
    }

    /** The last day it lets through: its own, or that of the figure or driver where it ends earlier; null for no end. */
    @Nullable
    LocalDate until(ShownPlan shown) {
        LocalDate ofFigure = figure == null ? null : figure.until(shown);
        return earlier(earlier(to, ofFigure), ofDriver == null ? null : shown.lastDay());
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
