package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import java.time.LocalDate;
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
}
