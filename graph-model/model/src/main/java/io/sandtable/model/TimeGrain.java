package io.sandtable.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;

/** How finely time is cut: sources that count by day, week and month are compared in the coarsest of their grains. */
public enum TimeGrain {
    DAY,
    /** From Monday to Sunday. */
    WEEK,
    MONTH;

    /** The first day of the piece that the day lies in. */
    public LocalDate begin(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day of the next piece. */
    public LocalDate next(LocalDate day) {
        LocalDate begin = begin(day);
        return switch (this) {
            case DAY -> begin.plusDays(1);
            case WEEK -> begin.plusWeeks(1);
            case MONTH -> begin.plusMonths(1);
        };
    }

    /** Amounts by piece, dated by its first day: sums of what falls into it. */
    public Series sums(Series series) {
        return gathered(series, Double::sum);
    }

    /** Prices or levels by piece: the last one known in it. */
    public Series latest(Series series) {
        return gathered(series, (earlier, later) -> later);
    }

    private Series gathered(Series series, DoubleBinaryOperator both) {
        var points = new TreeMap<LocalDate, Double>();
        series.points().forEach((day, value) -> points.merge(begin(day), value, (a, b) -> both.applyAsDouble(a, b)));
        return new Series(points);
    }
}
