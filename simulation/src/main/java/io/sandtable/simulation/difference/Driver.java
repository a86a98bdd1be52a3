package io.sandtable.simulation.difference;

import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause.Event;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What makes one plan's figure another than the other's, in the terms of variance analysis. */
public enum Driver {
    /** More or fewer units of a family, at the family's average unit margin. */
    VOLUME(Measure.QUANTITY, Set.of(Event.SALE)),
    /** Other products of a family in place of each other, at their distance from its average unit margin. */
    MIX(Measure.QUANTITY, Set.of(Event.SALE)),
    /** Another price for the same units. */
    PRICE(Measure.UNIT_PRICE, Set.of(Event.SALE), Account.REVENUE),
    MATERIAL_PRICE(Measure.INPUT_PRICE, Set.of(Event.PURCHASE, Event.RECEIPT), Account.COST_MATERIAL),
    MATERIAL_USAGE(Measure.INPUT_PER_UNIT, Set.of(Event.CONSUMPTION, Event.UNCOVERED), Account.COST_MATERIAL),
    DUTY(Measure.COST_PER_UNIT, Set.of(Event.DUTY, Event.RECEIPT_DUTY), Account.COST_MATERIAL),
    /** Goods that somebody made before, in place of making them. */
    FROM_STOCK(Measure.COST_PER_UNIT, Set.of(Event.OPENING_STOCK, Event.OPENING_WORK), Account.COST_MATERIAL),
    /** What units lost in production have cost. */
    YIELD(Measure.COST_PER_UNIT, Set.of(), Account.COST_SCRAP),
    LABOUR_RATE(Measure.INPUT_PRICE, Set.of(Event.RUN_LABOUR), Account.COST_LABOUR),
    LABOUR_HOURS(Measure.INPUT_PER_UNIT, Set.of(Event.RUN_LABOUR), Account.COST_LABOUR),
    SETUP(Measure.COST_PER_UNIT, Set.of(Event.SETUP_LABOUR), Account.COST_LABOUR),
    /** Premium for hours outside the regular working time. */
    OVERTIME(Measure.COST_PER_UNIT, Set.of(Event.OVERTIME), Account.COST_LABOUR),
    /** Other hours of the tariff, another source. */
    ENERGY_PRICE(Measure.INPUT_PRICE, Set.of(Event.ENERGY), Account.COST_ENERGY),
    ENERGY_USAGE(Measure.INPUT_PER_UNIT, Set.of(Event.ENERGY), Account.COST_ENERGY),
    OUTSOURCING(Measure.COST_PER_UNIT, Set.of(Event.SUBCONTRACT, Event.SUBCONTRACT_DUTY), Account.COST_SUBCONTRACT),
    CARBON(Measure.COST_PER_UNIT, Set.of(Event.CARBON), Account.COST_CARBON),
    /** Freight between sites. */
    TRANSFER(Account.COST_TRANSFER),
    /** What suppliers give back for volume. */
    REBATE(Account.COST_REBATES),
    /** In cash it is nothing: what is written off is less on the balance sheet. */
    DEPRECIATION(Account.DEPRECIATION, Account.ACCUMULATED_DEPRECIATION),
    PENALTIES(Account.PENALTIES, Account.PENALTIES_PAYABLE),
    EXPIRY(Account.INVENTORY_LOSS),
    /** Wages that are paid whatever is made: what production takes of them costs no cash. */
    FIXED_WAGES(Account.WAGES, Account.WAGES_ABSORBED),
    OVERHEAD(Account.RENT, Account.OVERHEAD, Account.OTHER_EXPENSE),
    INTEREST(Account.INTEREST, Account.BILL_DISCOUNT),
    /** What is owed in foreign currency is paid at another rate than it was booked at. */
    EXCHANGE(Account.EXCHANGE_DIFFERENCES),
    /** Subsidies as far as they are paid. */
    SUBSIDY(Account.SUBSIDIES, Account.DEFERRED_INCOME),
    /** Income tax as far as it is paid. */
    INCOME_TAX(Account.INCOME_TAX, Account.TAX_PAYABLE),
    VAT(Account.VAT_INPUT, Account.VAT_CREDIT, Account.VAT_OUTPUT, Account.VAT_PAYABLE),
    /** What customers still owe at the end. */
    RECEIVABLES(Account.RECEIVABLES, Account.BILLS_RECEIVABLE),
    /** What lies in stock and in work at the end. */
    STOCK(Account.INVENTORY, Account.WORK_IN_PROCESS),
    /** What is still owed to suppliers and customs at the end. */
    PAYABLES(Account.PAYABLES, Account.BILLS_PAYABLE, Account.IMPORT_TAXES),
    /** Wages, energy and carbon that are not yet paid at the end. */
    ACCRUALS(Account.WAGES_PAYABLE, Account.ENERGY_ACCRUED, Account.CARBON_ACCRUED),
    /** What is paid for machines and tools. */
    CAPEX(Account.FIXED_ASSETS),
    LOANS(Account.LOANS),
    /** Another balance sheet to begin with: only where the two plans stand on different data. */
    OPENING(Account.EQUITY, Account.FIXED_ASSETS_BEFORE);

    /** What of the two plans stands beside an effect. */
    public enum Measure {
        /** Units sold. */
        QUANTITY,
        /** CNY of revenue per unit sold. */
        UNIT_PRICE,
        /** Units of the input per unit sold. */
        INPUT_PER_UNIT,
        /** CNY per unit of the input. */
        INPUT_PRICE,
        /** CNY per unit sold. */
        COST_PER_UNIT,
        /** CNY. */
        AMOUNT
    }

    private static final Set<Account> OF_GOODS_SOLD = EnumSet.of(
            Account.REVENUE,
            Account.COST_MATERIAL,
            Account.COST_LABOUR,
            Account.COST_ENERGY,
            Account.COST_SUBCONTRACT,
            Account.COST_CARBON,
            Account.COST_SCRAP);

    private final Measure measure;
    private final Set<Event> behind;
    private final List<Account> accounts;

    Driver(Account... accounts) {
        this(Measure.AMOUNT, Set.of(), accounts);
    }

    Driver(Measure measure, Set<Event> behind, Account... accounts) {
        this.measure = measure;
        this.behind = behind;
        this.accounts = List.of(accounts);
    }

    /** The driver of that name in addresses and in JSON. */
    public static Optional<Driver> find(String id) {
        return Arrays.stream(values()).filter(d -> d.id().equals(id)).findFirst();
    }

    /** The driver of an account whose postings are not divided by what was sold. */
    static Driver ofPeriod(Account account) {
        return Arrays.stream(values())
                .filter(d -> d.accounts.contains(account))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No driver takes the account %s; name one in Driver.".formatted(account)));
    }

    /** Whether the postings of an account are divided by what was sold. */
    static boolean isOfGoodsSold(Account account) {
        return OF_GOODS_SOLD.contains(account);
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Measure measure() {
        return measure;
    }

    /** The accounts whose postings make its effects, alone or together with other drivers of the same account. */
    public Set<Account> accounts() {
        return EnumSet.copyOf(accounts.isEmpty() ? OF_GOODS_SOLD : accounts);
    }

    /** Events whose postings tell what happened before the goods were sold; none where the accounts' own postings tell it all. */
    public Set<Event> behind() {
        return behind;
    }
}
