package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.evaluate.Posting;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Cash of one week, Monday to Sunday, cut at the first and last day of the horizon; summed from the ledger by day.
 *
 * @param in paid in, {@code out} paid out, positive both
 * @param low lowest balance at the end of a day of the week, on {@code lowDay}, the first that has it
 */
record CashWeek(
        LocalDate from, LocalDate to, Money opening, Money in, Money out, Money closing, Money low, LocalDate lowDay) {

    /** All weeks of the horizon. */
    static List<CashWeek> all(ShownPlan shown) {
        LocalDate asOf = shown.problem().asOf();
        int days = shown.problem().horizonDays();
        long[] in = new long[days];
        long[] out = new long[days];
        long opening = 0;
        for (Posting posting : shown.ledger().postings()) {
            int day = (int) (posting.date().toEpochDay() - asOf.toEpochDay());
            if (posting.account() != Account.CASH || day >= days) {
                continue;
            }
            long fen = posting.amount().minor();
            if (posting.cause().event() == Event.OPENING_CASH) {
                opening += fen;
            } else if (fen > 0) {
                in[day] += fen;
            } else {
                out[day] -= fen;
            }
        }
        return weeks(asOf, in, out, opening);
    }

    private static List<CashWeek> weeks(LocalDate asOf, long[] in, long[] out, long opening) {
        var weeks = new ArrayList<CashWeek>();
        long balance = opening;
        for (int day = 0; day < in.length; ) {
            LocalDate from = asOf.plusDays(day);
            LocalDate sunday = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            int end = Math.min(in.length, (int) (sunday.toEpochDay() - asOf.toEpochDay()) + 1);
            long start = balance;
            long paidIn = 0;
            long paidOut = 0;
            long low = Long.MAX_VALUE;
            int lowDay = day;
            for (; day < end; day++) {
                paidIn += in[day];
                paidOut += out[day];
                balance += in[day] - out[day];
                if (balance < low) {
                    low = balance;
                    lowDay = day;
                }
            }
            weeks.add(new CashWeek(
                    from,
                    asOf.plusDays(end - 1L),
                    Money.fen(start),
                    Money.fen(paidIn),
                    Money.fen(paidOut),
                    Money.fen(balance),
                    Money.fen(low),
                    asOf.plusDays(lowDay)));
        }
        return weeks;
    }
}
