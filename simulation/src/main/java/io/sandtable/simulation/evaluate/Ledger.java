package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import io.sandtable.simulation.check.MoneyClaim;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All postings of a plan, by date, beginning with the opening balances; those after the horizon are kept too. */
public record Ledger(List<Posting> postings) {
    public Ledger {
        postings = List.copyOf(postings);
    }

    /** The lines on an account, by date. */
    public List<Posting> of(Account account) {
        return postings.stream().filter(p -> p.account() == account).toList();
    }

    /** Sum of the lines on an account from the opening to the end of a day, debit positive. */
    public Money balance(Account account, LocalDate day) {
        return sum(p -> p.account() == account && !p.date().isAfter(day));
    }

    /** Balance of every account that moved by the end of a day; the amounts sum to zero. */
    public Map<Account, Money> trialBalance(LocalDate day) {
        var balances = new EnumMap<Account, Money>(Account.class);
        for (Posting p : postings) {
            if (!p.date().isAfter(day)) {
                balances.merge(p.account(), p.amount(), Money::plus);
            }
        }
        return balances;
    }

    /** Sum of the lines that fit, in CNY. */
    public Money sum(Predicate<Posting> fits) {
        return postings.stream()
                .filter(fits)
                .map(Posting::amount)
                .reduce(Money::plus)
                .orElse(Money.fen(0));
    }

    /** Balance of the cash account at the end of each day on which it moved. */
    public TreeMap<LocalDate, Money> cashByDay() {
        var byDay = new TreeMap<LocalDate, Money>();
        of(Account.CASH).forEach(p -> byDay.merge(p.date(), p.amount(), Money::plus));
        Money balance = Money.fen(0);
        for (var day : byDay.entrySet()) {
            balance = balance.plus(day.getValue());
            day.setValue(balance);
        }
        return byDay;
    }

    /** What these books say, for somebody else to work out again. */
    public MoneyClaim claim(LocalDate asOf, int horizonDays) {
        LocalDate last = asOf.plusDays(horizonDays - 1L);
        return new MoneyClaim(
                byDay(asOf, horizonDays, p -> p.account() == Account.CASH, true),
                byDay(asOf, horizonDays, Ledger::paysIncomeTax, false),
                -balance(Account.REVENUE, last).minor(),
                balance(Account.PENALTIES, last).minor(),
                balance(Account.DEPRECIATION, last).minor(),
                sum(p -> p.account() == Account.FIXED_ASSETS).minor(),
                balance(Account.INVENTORY, last)
                        .plus(balance(Account.WORK_IN_PROCESS, last))
                        .minor(),
                Arrays.stream(CostPart.values())
                        .map(part -> balance(part.costOfGoods(), last).minor())
                        .toList(),
                balance(Account.COST_TRANSFER, last)
                        .plus(balance(Account.COST_REBATES, last))
                        .plus(balance(Account.DEPRECIATION, last))
                        .minor(),
                balance(Account.INVENTORY_LOSS, last).minor());
    }

    private static boolean paysIncomeTax(Posting posting) {
        return posting.cause().event() == Cause.Event.INCOME_TAX_PAID && posting.account() == Account.TAX_PAYABLE;
    }

    /** Fen on each day of the horizon, or by its end. */
    private List<Long> byDay(LocalDate asOf, int horizonDays, Predicate<Posting> fits, boolean addedUp) {
        long[] days = new long[horizonDays];
        for (Posting p : postings) {
            long day = ChronoUnit.DAYS.between(asOf, p.date());
            if (day < horizonDays && fits.test(p)) {
                days[Math.toIntExact(day)] += p.amount().minor();
            }
        }
        if (addedUp) {
            Arrays.parallelPrefix(days, Long::sum);
        }
        return Arrays.stream(days).boxed().toList();
    }
}
