package io.sandtable.simulation.check;

import io.sandtable.simulation.scenario.PlanningProblem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.IntToLongFunction;

/**
 * Income tax as it is paid: on the 15th after each quarter the rate on what the year has earned so far, less what was paid for its earlier
 * quarters. A company whose fixed items hold it pays no more.
 */
final class IncomeTax {
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int PAID_ON = 15;

    final DailySums paid = new DailySums();

    /** Of what was earned by the end of a day, from the as-of day on. */
    IncomeTax(PlanningProblem problem, IntToLongFunction earnedBy) {
        if (problem.finance().cashItems().stream().anyMatch(i -> i.kind().equalsIgnoreCase("income-tax"))) {
            return;
        }
        LocalDate today = problem.asOf();
        LocalDate next = today.withDayOfMonth(1);
        do {
            next = next.plusMonths(1);
        } while ((next.getMonthValue() - 1) % MONTHS_OF_QUARTER != 0);
        long before = 0;
        long paidThisYear = 0;
        while (!next.isAfter(today.plusDays(problem.horizonDays()))) {
            long earned = earnedBy.applyAsLong((int) ChronoUnit.DAYS.between(today, next) - 1);
            long owed = Cents.percent(
                    Math.max(0, earned - before), problem.finance().incomeTaxPercent());
            long tax = Math.max(0, owed - paidThisYear);
            paid.add((int) ChronoUnit.DAYS.between(today, next.withDayOfMonth(PAID_ON)), tax);
            paidThisYear += tax;
            if (next.getMonthValue() == 1) {
                paidThisYear = 0;
                before = earned;
            }
            next = next.plusMonths(MONTHS_OF_QUARTER);
        }
    }
}
