package io.sandtable.rules.language;

import io.sandtable.model.DateRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A day or period named by words, before 前, 起, from … to are applied.
 *
 * @param festival its name where no year was said
 * @param range whether its words named both ends, so that from and until before them belong to it
 * @param recurrence an RRULE or {@code LUNAR:12-20..01-15} where it comes again and again; the days are then the next ones
 * @param yearsSeen how many past years the words rest on, as in 近三年春节
 */
record Point(
        LocalDate from,
        LocalDate to,
        @Nullable String festival,
        boolean everyYear,
        boolean range,
        @Nullable String recurrence,
        int yearsSeen) {
    static Point of(LocalDate from, LocalDate to) {
        return new Point(from, to, null, false, false, null, 0);
    }

    static Point range(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new DateTimeException(
                    "The range ends on %s before it begins on %s; swap the two days. Ask again.".formatted(to, from));
        }
        return new Point(from, to, null, false, true, null, 0);
    }

    static Point festival(DateRange days, @Nullable String name, boolean everyYear, int yearsSeen) {
        return new Point(days.from(), days.to(), name, everyYear, false, null, yearsSeen);
    }

    Point recurring(String rule) {
        return new Point(from, to, festival, everyYear, range, rule, yearsSeen);
    }

    static Point day(LocalDate day) {
        return of(day, day);
    }

    static Point month(YearMonth month) {
        return of(month.atDay(1), month.atEndOfMonth());
    }

    static Point quarter(int year, int quarter) {
        return of(
                LocalDate.of(year, quarter * 3 - 2, 1),
                YearMonth.of(year, quarter * 3).atEndOfMonth());
    }

    static Point half(int year, int half) {
        return of(
                LocalDate.of(year, half * 6 - 5, 1),
                YearMonth.of(year, half * 6).atEndOfMonth());
    }

    static Point year(int year) {
        return of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** A third of a month: 1 … 3. */
    static Point third(YearMonth month, int third) {
        return of(month.atDay(third * 10 - 9), third == 3 ? month.atEndOfMonth() : month.atDay(third * 10));
    }

    /** The next day of that month and day on or after another day; 29 February waits for nothing but the next one asked. */
    static Point next(int month, int day, LocalDate notBefore) {
        LocalDate thisYear = LocalDate.of(notBefore.getYear(), month, requireDay(month, day));
        return day(thisYear.isBefore(notBefore) ? LocalDate.of(notBefore.getYear() + 1, month, day) : thisYear);
    }

    /** The next month of that number that has not ended before a day. */
    static YearMonth nextMonth(int month, LocalDate notBefore) {
        YearMonth thisYear = YearMonth.of(notBefore.getYear(), month);
        return thisYear.atEndOfMonth().isBefore(notBefore) ? thisYear.plusYears(1) : thisYear;
    }

    private static int requireDay(int month, int day) {
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(2028, month).lengthOfMonth()) {
            throw new DateTimeException(
                    "Month %d has no day %d; name a day of the calendar. Ask again.".formatted(month, day));
        }
        return day;
    }
}
