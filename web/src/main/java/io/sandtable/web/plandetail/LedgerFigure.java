package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Account.Group;
import io.sandtable.simulation.evaluate.Kpis;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures that are the sum of postings on some accounts up to a day, and nothing else. */
enum LedgerFigure {
    REVENUE("revenue", "kpi.revenue", -1, Kpis::revenue, Group.REVENUE),
    GROSS_MARGIN("grossMargin", "kpi.margin", -1, Kpis::grossMargin, Group.REVENUE, Group.COST_OF_GOODS),
    CAPEX("capex", "kpi.capex", 1, Kpis::capex, Account.FIXED_ASSETS),
    CASH_LOW("cashLow", "kpi.cashLow", 1, Kpis::cashLow, Account.CASH),
    DEPRECIATION("depreciation", "detail.figure.depreciation", 1, Kpis::depreciation, Account.DEPRECIATION),
    PENALTIES("penalties", "detail.figure.penalties", 1, Kpis::penalties, Account.PENALTIES);

    private final String id;
    private final String key;
    private final int sign;
    private final Function<Kpis, Money> kpi;
    private final Set<Account> accounts;

    LedgerFigure(String id, String key, int sign, Function<Kpis, Money> kpi, Account account) {
        this(id, key, sign, kpi, EnumSet.of(account));
    }

    LedgerFigure(String id, String key, int sign, Function<Kpis, Money> kpi, Group... groups) {
        this(id, key, sign, kpi, EnumSet.noneOf(Account.class));
        Arrays.stream(Account.values())
                .filter(a -> Arrays.asList(groups).contains(a.group()))
                .forEach(accounts::add);
    }

    LedgerFigure(String id, String key, int sign, Function<Kpis, Money> kpi, Set<Account> accounts) {
        this.id = id;
        this.key = key;
        this.sign = sign;
        this.kpi = kpi;
        this.accounts = accounts;
    }

    /** The figure of that name in addresses and in the answers' JSON. */
    static Optional<LedgerFigure> find(@Nullable String id) {
        return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    /** Its word in the bundles. */
    public String key() {
        return key;
    }

    Set<Account> accounts() {
        return EnumSet.copyOf(accounts);
    }

    /** What the plan's figures say it is. */
    Money of(Kpis kpis) {
        return kpi.apply(kpis);
    }

    /** A sum of postings, debit positive, in the sense of the figure: income counts up. */
    Money inSense(Money debit) {
        return Money.fen(sign * debit.minor());
    }

    /** The last day whose postings are part of it; null where all are, those after the horizon too. */
    @Nullable
    LocalDate until(ShownPlan shown) {
        return switch (this) {
            case CAPEX -> null;
            case CASH_LOW -> shown.kpis().cashLowDate();
            case REVENUE, GROSS_MARGIN, DEPRECIATION, PENALTIES -> shown.lastDay();
        };
    }
}
