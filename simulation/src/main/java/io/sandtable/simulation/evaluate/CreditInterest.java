package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.CreditLine;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What banks ask at each month's end for what is drawn on their credit lines: what each day of the month ends below zero × rate ÷ 365, from the
 * cheapest line that lends on that day first. What is overdrawn beyond all lines costs nothing here, since nobody has agreed on a price.
 */
final class CreditInterest {
    private static final double DAYS_OF_YEAR = 365;

    private final LocalDate asOf;
    private final List<CreditLine> cheapestFirst;

    CreditInterest(PlanningProblem problem) {
        this.asOf = problem.asOf();
        this.cheapestFirst = problem.finance().creditLines().stream()
                .sorted(Comparator.comparingDouble(CreditLine::ratePercent))
                .toList();
    }

    /** Whether any line costs anything. */
    boolean mayBeDue() {
        return cheapestFirst.stream().anyMatch(line -> line.ratePercent() > 0);
    }

    /** Fen due on a day, where {@code cash} is what the days ended with before it is paid; 0 on all days but the last of a month. */
    long dueOn(int day, long[] cash) {
        LocalDate date = asOf.plusDays(day);
        if (date.getDayOfMonth() != date.lengthOfMonth()) {
            return 0;
        }
        double fenPercent = 0;
        for (int d = Math.max(0, day - date.getDayOfMonth() + 1); d <= day; d++) {
            fenPercent += fenPercent(-cash[d], d);
        }
        return Fen.of(fenPercent / DAYS_OF_YEAR / 100 / 100);
    }

    private double fenPercent(long drawn, int day) {
        double sum = 0;
        long open = drawn;
        for (CreditLine line : cheapestFirst) {
            if (open > 0 && day <= line.lastDay()) {
                long part = Math.min(open, line.amount().minor());
                sum += part * line.ratePercent();
                open -= part;
            }
        }
        return sum;
    }
}
