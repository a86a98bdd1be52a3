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
 */
record LedgerFilter(
        @Nullable Account account,
        @Nullable LedgerFigure figure,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String order,
        String text) {
    static final LedgerFilter ALL = new LedgerFilter(null, null, null, null, "", "");

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
                text == null ? "" : text);
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
        Optional.ofNullable(account).ifPresent(a -> accounts.removeIf(other -> other != a));
        return accounts;
    }

    /** The last day it lets through: its own, or that of the figure where it ends earlier; null for no end. */
    @Nullable
    LocalDate until(ShownPlan shown) {
        LocalDate ofFigure = figure == null ? null : figure.until(shown);
        if (to == null || ofFigure == null) {
            return to == null ? ofFigure : to;
        }
        return to.isBefore(ofFigure) ? to : ofFigure;
    }
}
