package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.Arrays;

/** What is drawn per calendar week (from the as-of day) on a limited supplier or subcontractor, in millionths of a unit. */
final class WeeklyLoad {
    static final int WEEK = 7 * PlanningProblem.DAY;
    /** Nobody promises further ahead; what does not fit in ten years does not fit. */
    static final int LAST_WEEK = 520;

    private final long capacity;
    private long[] used = new long[60];

    WeeklyLoad(long capacity) {
        this.capacity = capacity;
    }

    /** The first week at or after the one of the minute with room for the whole quantity, −1 when none has. */
    int firstWeekFor(int minute, long quantity) {
        if (quantity > capacity) {
            return -1;
        }
        for (int week = minute / WEEK; week <= LAST_WEEK; week++) {
            if (free(week) >= quantity) {
                return week;
            }
        }
        return -1;
    }

    /** Room in the week, 0 beyond what anybody promises. */
    long free(int week) {
        return week > LAST_WEEK ? 0 : capacity - (week < used.length ? used[week] : 0);
    }

    boolean endsBefore(int week) {
        return week > LAST_WEEK || capacity <= 0;
    }

    /** What nobody limits needs no count. */
    void add(int week, long quantity) {
        if (capacity == Micro.UNLIMITED) {
            return;
        }
        if (week >= used.length) {
            used = Arrays.copyOf(used, Math.max(week + 1, 2 * used.length));
        }
        used[week] += quantity;
    }

    void remove(int week, long quantity) {
        if (capacity == Micro.UNLIMITED) {
            return;
        }
        used[week] -= quantity;
    }
}
