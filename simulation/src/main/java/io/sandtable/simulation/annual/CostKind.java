package io.sandtable.simulation.annual;

import io.sandtable.simulation.evaluate.Account;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What money is spent on, as an annual plan shows it; each account of cost or expense belongs to one kind. */
public enum CostKind {
    MATERIAL(true, Account.COST_MATERIAL),
    LABOUR(true, Account.COST_LABOUR),
    ENERGY(true, Account.COST_ENERGY),
    OUTSOURCING(true, Account.COST_SUBCONTRACT),
    TRANSFER(true, Account.COST_TRANSFER),
    REBATE(true, Account.COST_REBATES),
    CARBON(true, Account.COST_CARBON),
    SCRAP(true, Account.COST_SCRAP),
    DEPRECIATION(true, Account.DEPRECIATION),
    /** Wages that are paid and that no production took over. */
    IDLE_WAGES(false, Account.WAGES, Account.WAGES_ABSORBED),
    RENT(false, Account.RENT),
    OVERHEAD(false, Account.OVERHEAD),
    INTEREST(false, Account.INTEREST, Account.BILL_DISCOUNT),
    EXCHANGE(false, Account.EXCHANGE_DIFFERENCES),
    SUBSIDY(false, Account.SUBSIDIES),
    PENALTIES(false, Account.PENALTIES),
    EXPIRED_STOCK(false, Account.INVENTORY_LOSS),
    OTHER(false, Account.OTHER_EXPENSE);

    private final boolean ofGoods;
    private final List<Account> accounts;

    CostKind(boolean ofGoods, Account... accounts) {
        this.ofGoods = ofGoods;
        this.accounts = List.of(accounts);
    }

    /** The kind an account counts to; empty for balances, revenue and income tax. */
    public static Optional<CostKind> of(Account account) {
        return Arrays.stream(values())
                .filter(kind -> kind.accounts.contains(account))
                .findFirst();
    }

    /** Whether it is taken off revenue to get the gross margin; the rest comes after. */
    public boolean isOfGoods() {
        return ofGoods;
    }

    /** As in records, addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
