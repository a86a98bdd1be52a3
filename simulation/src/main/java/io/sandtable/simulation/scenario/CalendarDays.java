package io.sandtable.simulation.scenario;

import io.sandtable.rules.Condition;
import io.sandtable.rules.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The planned days that a condition means: a window, what comes again in it, a festival. */
final class CalendarDays {
    private final Scenario scenario;
    private final ConfirmedCondition confirmed;

    CalendarDays(Scenario scenario, ConfirmedCondition confirmed) {
        this.scenario = scenario;
        this.confirmed = confirmed;
    }

    /** The days of a window that are planned for, and of these, where something comes again, those on which it does. */
    List<LocalDate> in(Window window, Optional<String> recurrence) {
        LocalDate asOf = scenario.asOf();
        LocalDate from = window.from() == null || window.from().isBefore(asOf) ? asOf : window.from();
        LocalDate end = asOf.plusDays(scenario.horizonDays() + ProblemCompiler.DAYS_BEYOND - 1L);
        LocalDate to = window.to() == null || window.to().isAfter(end) ? end : window.to();
        if (to.isBefore(from)) {
            return List.of();
        }
        try {
            return recurrence
                    .map(r -> Recurrences.days(r, from, to))
                    .orElseGet(() -> from.datesUntil(to.plusDays(1)).toList());
        } catch (IllegalArgumentException e) {
            throw new ConditionRefused(
                    ConditionRefused.Code.RECURRENCE_NOT_READ, confirmed.text(), recurrence.orElse(""));
        }
    }

    /** All days of a festival that are still to come and lie in the window, year by year. */
    List<LocalDate> festival(String name, Window window) {
        int year = scenario.asOf().getYear();
        return IntStream.rangeClosed(year, year + 2)
                .mapToObj(y -> scenario.holidays().festival(name, y))
                .flatMap(Optional::stream)
                .filter(f -> !f.to().isBefore(scenario.asOf()))
                .flatMap(f -> f.from().datesUntil(f.to().plusDays(1)))
                .filter(window::contains)
                .toList();
    }

    List<LocalDate> of(Condition.WorkingCalendar c) {
        return c.festival().map(f -> festival(f, c.window())).orElseGet(() -> in(c.window(), c.recurrence()));
    }
}
