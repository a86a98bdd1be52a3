package io.sandtable.simulation.backtest;

import io.sandtable.simulation.forecast.SeasonFactors;
import io.sandtable.simulation.scenario.OpenDays;
import java.time.YearMonth;

/**
 * How long a month is for demand, so that months can be compared although Spring Festival moves: its open days, and of its closed days a share. Customers
 * need things while the house is closed, or they are closed as well; which of it is so the past shows.
 *
 * @param closedShare how much of an open day a closed one counts, 0 … 1
 */
record DemandDays(OpenDays open, double closedShare) {
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};

    /** With the share that leaves the least of monthly values unexplained by trend and seasons. */
    static DemandDays fitting(OpenDays open, YearMonth firstMonth, double[] values) {
        var best = new DemandDays(open, SHARES[0]);
        double least = Double.POSITIVE_INFINITY;
        for (double share : SHARES) {
            var days = new DemandDays(open, share);
            double misfit = SeasonFactors.misfit(days.perDay(values, firstMonth), firstMonth.getMonthValue());
            if (misfit < least) {
                least = misfit;
                best = days;
            }
        }
        return best;
    }

    double in(YearMonth month) {
        int openDays = open.in(month);
        return openDays + closedShare * (month.lengthOfMonth() - openDays);
    }

    /** Monthly values by the day. */
    double[] perDay(double[] values, YearMonth firstMonth) {
        var perDay = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            perDay[i] = values[i] / Math.max(1, in(firstMonth.plusMonths(i)));
        }
        return perDay;
    }
}
