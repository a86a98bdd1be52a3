package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.scenario.ExchangeRate;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What is owed in another currency and paid later: revalued at the rate of each month's last day and of the day it is paid; what it is
 * worth more or less is an exchange difference (CAS 19 art. 11, 《企业会计准则第19号——外币折算》).
 */
final class ForeignDebts {
    private final PlanningProblem problem;
    private final Books books;

    ForeignDebts(PlanningProblem problem, Books books) {
        this.problem = problem;
        this.books = books;
    }

    /** Yuan that a price agreed at the as-of day's rate comes to on a day. */
    double yuanOn(int day, String currency, double yuanToday) {
        ExchangeRate rate = problem.finance().rates().get(currency);
        return rate == null ? yuanToday : yuanToday * (rate.on(day) / rate.on(0));
    }

    /** The amount in its own currency; null where that is CNY. */
    @Nullable
    Money original(int day, String currency, long fen) {
        ExchangeRate rate = problem.finance().rates().get(currency);
        return rate == null ? null : Money.of(Currency.getInstance(currency), fen / 100.0 / rate.on(day));
    }

    /** Something booked on a day and paid on a later one. */
    record Debt(Account account, Event paid, Event revalued, int index, int step) {}

    /** Pays what was booked at that day's rate; positive is money out. */
    void pay(Debt debt, String currency, int booked, int payDay, long fen) {
        ExchangeRate rate = problem.finance().rates().get(currency);
        if (rate == null) {
            post(payDay, debt, fen, null);
        } else {
            pay(debt, rate, booked, payDay, fen, original(booked, currency, fen), fen / 100.0 / rate.on(booked));
        }
    }

    /** Pays what opened the books at some amount and is owed in its own currency; positive is money out. */
    void pay(Debt debt, Money original, int payDay, long fen) {
        ExchangeRate rate = problem.finance().rates().get(original.currency().getCurrencyCode());
        if (rate == null) {
            throw new IllegalArgumentException(
                    "%s is owed but no exchange rate for it is known; import a price series with unit CNY/%s."
                            .formatted(original, original.currency()));
        }
        pay(debt, rate, 0, payDay, fen, original, original.major().doubleValue());
    }

    private void pay(
            Debt debt, ExchangeRate rate, int booked, int payDay, long fen, @Nullable Money original, double units) {
        long worth = fen;
        YearMonth month = YearMonth.from(problem.asOf().plusDays(booked));
        for (int end = endOf(month); end < payDay; end = endOf(month)) {
            if (end >= booked) {
                worth = revalue(end, debt, Fen.of(units * rate.on(end)), worth);
            }
            month = month.plusMonths(1);
        }
        post(payDay, debt, revalue(payDay, debt, Fen.of(units * rate.on(payDay)), worth), original);
    }

    private long revalue(int day, Debt debt, long now, long before) {
        books.post(
                day,
                Account.EXCHANGE_DIFFERENCES,
                debt.account(),
                now - before,
                0,
                debt.revalued(),
                debt.index(),
                debt.step());
        return now;
    }

    private void post(int day, Debt debt, long fen, @Nullable Money original) {
        books.post(day, debt.account(), Account.CASH, fen, 0, debt.paid(), debt.index(), debt.step(), -1, original);
    }

    private int endOf(YearMonth month) {
        return Math.toIntExact(ChronoUnit.DAYS.between(problem.asOf(), month.atEndOfMonth()));
    }
}
