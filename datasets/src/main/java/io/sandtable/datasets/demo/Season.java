package io.sandtable.datasets.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How strong a week's demand is against an ordinary week of 2026: month, growth, and the weeks around Spring Festival. */
final class Season {
    private static final double[] BY_MONTH = {0.99, 0.97, 1.00, 0.98, 0.97, 0.99, 0.94, 0.95, 1.03, 1.02, 1.04, 1.05};
    private static final double[] AROUND_FESTIVAL = {0.85, 0.08, 0.62};
    private static final List<LocalDate> NEW_YEARS_DAYS = List.of(
            LocalDate.of(2024, 2, 10), LocalDate.of(2025, 1, 29), LocalDate.of(2026, 2, 17), LocalDate.of(2027, 2, 6));

    private Season() {}

    /** Factor of the week that begins on that Monday. */
    static double factor(LocalDate monday, double growthPercentPerYear) {
        LocalDate midweek = monday.plusDays(2);
        double years = ChronoUnit.DAYS.between(DemoCompany.AS_OF, midweek) / 365.25;
        double growth = years < 0 ? StrictMath.pow(1 + growthPercentPerYear / 100, years) : 1;
        return BY_MONTH[midweek.getMonthValue() - 1] * growth * festival(monday);
    }

    /** The week in which most of the holiday falls is nearly empty; the one before is short, the one after slow. */
    private static double festival(LocalDate monday) {
        for (LocalDate newYear : NEW_YEARS_DAYS) {
            LocalDate emptyWeek = newYear.plusDays(2)
                    .with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
            long distance = ChronoUnit.WEEKS.between(emptyWeek, monday);
            if (distance >= -1 && distance <= 1) {
                return AROUND_FESTIVAL[(int) distance + 1];
            }
        }
        return 1;
    }
}
