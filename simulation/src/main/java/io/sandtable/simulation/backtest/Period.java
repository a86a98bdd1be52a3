package io.sandtable.simulation.backtest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whole months that are planned at once, on the eve of the first.
 *
 * @param months how many, 3 for a quarter
 */
public record Period(YearMonth first, int months) {
    /** How long the periods are that history is cut into. */
    public enum Length {
        QUARTER(3),
        MONTH(1);

        private final int months;

        Length(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }
    }

    /** The day the plan is made: nothing of it or of later days is known. */
    public LocalDate start() {
        return first.atDay(1);
    }

    /** The day after the last. */
    public LocalDate end() {
        return first.plusMonths(months).atDay(1);
    }

    public int days() {
        return (int) java.time.temporal.ChronoUnit.DAYS.between(start(), end());
    }

    /** The same months a year earlier. */
    public Period yearBefore() {
        return new Period(first.minusYears(1), months);
    }

    /** Its months, in order. */
    public Stream<YearMonth> all() {
        return Stream.iterate(first, month -> month.plusMonths(1)).limit(months);
    }

    /** {@code 2026Q3}, or {@code 2026-07} where it is a month. */
    public String label() {
        return months == 3 ? first.getYear() + "Q" + (first.getMonthValue() + 2) / 3 : first.toString();
    }

    /** The whole periods between two days, by the calendar. */
    static List<Period> between(LocalDate from, LocalDate until, Length length) {
        var periods = new ArrayList<Period>();
        YearMonth first = YearMonth.from(from);
        if (from.getDayOfMonth() > 1) {
            first = first.plusMonths(1);
        }
        while ((first.getMonthValue() - 1) % length.months() != 0) {
            first = first.plusMonths(1);
        }
        for (var period = new Period(first, length.months());
                !period.end().isAfter(until);
                period = new Period(period.first.plusMonths(length.months()), length.months())) {
            periods.add(period);
        }
        return periods;
    }
}
