package io.sandtable.datasets.demo;

import io.sandtable.model.DateRange;
import io.sandtable.model.WeekPattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The hours a calendar works on a day. The State Council's notice for 2027 is still pending on the as-of date, so the
 * statutory days of that year stand alone, as DESIGN §6 asks.
 */
record WorkingTime(String shifts, List<DateRange> shutdowns) {
    private static final Set<LocalDate> STATUTORY_DAYS = Set.of(
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 2, 5),
            LocalDate.of(2027, 2, 6),
            LocalDate.of(2027, 2, 7),
            LocalDate.of(2027, 2, 8),
            LocalDate.of(2027, 4, 5),
            LocalDate.of(2027, 5, 1),
            LocalDate.of(2027, 5, 2));

    /** Day and late shift, six days a week, with the company's own week off at Spring Festival. */
    static final WorkingTime TWO_SHIFTS = new WorkingTime(
            "MON-SAT 08:00-16:00 day;MON-SAT 16:00-24:00 night",
            List.of(new DateRange(LocalDate.of(2027, 2, 5), LocalDate.of(2027, 2, 12))));

    WorkingTime {
        shutdowns = List.copyOf(shutdowns);
    }

    double hoursOn(LocalDate day) {
        if (STATUTORY_DAYS.contains(day) || shutdowns.stream().anyMatch(range -> range.contains(day))) {
            return 0;
        }
        return WeekPattern.parse(shifts).on(day.getDayOfWeek()).stream()
                        .mapToInt(p -> p.toMinute() - p.fromMinute())
                        .sum()
                / 60.0;
    }

    /** Hours from the first day to the last, both included. */
    double hours(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).mapToDouble(this::hoursOn).sum();
    }
}
