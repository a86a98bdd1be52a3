package io.sandtable.simulation.check;

import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.SortedMap;
import java.util.TreeMap;

/** Quantities per week, counted from the as-of day in sevens of days, against what a week can take. */
final class WeekTotals {
    private static final int WEEK = 7 * PlanningProblem.DAY;

    private final double capacity;
    private final SortedMap<Integer, Double> totals = new TreeMap<>();

    WeekTotals(double capacity) {
        this.capacity = capacity;
    }

    /** Who hears of a week that holds too much: its first minute, and by how much. */
    interface Overload {
        void at(int minute, double over);
    }

    void add(int minute, double quantity) {
        totals.merge(Math.floorDiv(minute, WEEK), quantity, Double::sum);
    }

    void over(Overload overload) {
        totals.forEach((week, total) -> {
            if (total > capacity + Findings.SAME_QUANTITY) {
                overload.at(week * WEEK, total - capacity);
            }
        });
    }
}
