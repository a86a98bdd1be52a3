package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.EnergySource;
import io.sandtable.simulation.scenario.WorkingTime;

/** The price of one energy source over wall time, summed in advance so that any stretch is priced at once. */
final class Tariff {
    private static final int HOUR = 60;
    private static final int WEEK_HOURS = 168;

    private final double[] price = new double[WEEK_HOURS];
    /** CNY·minutes per unit from Monday 00:00 to each hour. */
    private final double[] before = new double[WEEK_HOURS + 1];
    /** Minutes from Monday 00:00 to the as-of day's midnight. */
    private final int offset;

    Tariff(PlanningProblem problem, EnergySource energy) {
        offset = (problem.asOf().getDayOfWeek().getValue() - 1) * PlanningProblem.DAY;
        for (int h = 0; h < WEEK_HOURS; h++) {
            price[h] = energy.priceByHourOfWeek().get(h);
            before[h + 1] = before[h] + price[h] * HOUR;
        }
    }

    /** CNY per unit at a wall minute. */
    double at(int minute) {
        return price[Math.floorMod(minute + offset, WEEK_HOURS * HOUR) / HOUR];
    }

    /** Mean CNY per unit over the worked minutes of [from, to); over all its minutes where none is worked. */
    double mean(WorkingTime time, int from, int to) {
        if (from >= to) {
            return at(from);
        }
        double sum = 0;
        int minutes = 0;
        for (int i = time.firstEndingAfter(from); i < time.size() && time.start(i) < to; i++) {
            int start = Math.max(from, time.start(i));
            int end = Math.min(to, time.end(i));
            sum += integral(end) - integral(start);
            minutes += end - start;
        }
        return minutes == 0 ? (integral(to) - integral(from)) / (to - from) : sum / minutes;
    }

    private double integral(int minute) {
        int shifted = minute + offset;
        int week = Math.floorDiv(shifted, WEEK_HOURS * HOUR);
        int rest = shifted - week * WEEK_HOURS * HOUR;
        int hour = rest / HOUR;
        return week * before[WEEK_HOURS] + before[hour] + price[hour] * (rest - hour * HOUR);
    }
}
