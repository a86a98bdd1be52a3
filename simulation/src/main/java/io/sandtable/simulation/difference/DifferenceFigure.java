package io.sandtable.simulation.difference;

import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Account.Group;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A figure whose difference can be taken apart: the sum, credit positive, of the postings in the horizon on some accounts. For cash these
 * are all the others: entries balance, so that cash is what the rest of the accounts is not (the indirect method of a cash flow
 * statement, IAS 7.18(b), 《企业会计准则第31号——现金流量表》 supplementary information).
 */
public enum DifferenceFigure {
    /** Revenue less cost of goods, as {@link io.sandtable.simulation.evaluate.Kpis#grossMargin}. */
    GROSS_MARGIN("grossMargin", EnumSet.noneOf(Account.class)),
    /** Balance at the bank at the end of the horizon's last day. */
    CASH_AT_END("cashAtEnd", EnumSet.complementOf(EnumSet.of(Account.CASH)));

    static {
        Arrays.stream(Account.values())
                .filter(a -> a.group() == Group.REVENUE || a.group() == Group.COST_OF_GOODS)
                .forEach(GROSS_MARGIN.accounts::add);
    }

    private final String id;
    private final Set<Account> accounts;

    DifferenceFigure(String id, Set<Account> accounts) {
        this.id = id;
        this.accounts = accounts;
    }

    /** The figure of that name in addresses and in JSON. */
    public static Optional<DifferenceFigure> find(String id) {
        return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    public Set<Account> accounts() {
        return Collections.unmodifiableSet(accounts);
    }
}
