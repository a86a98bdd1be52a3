package io.sandtable.bench;

import java.util.Arrays;
import java.util.List;

/**
 * One measured number.
 *
 * @param value in {@code unit}; of several runs the median
 * @param atLeast the goal in the same unit; minus infinity where there is none
 * @param atMost the goal in the same unit; infinite where there is none
 * @param runs how many runs it comes from
 */
public record Figure(String name, double value, String unit, double atLeast, double atMost, int runs) {
    private static final String MILLIS = "ms";

    Figure(String name, double value, String unit, double atMost, int runs) {
        this(name, value, unit, Double.NEGATIVE_INFINITY, atMost, runs);
    }

    /** Something that there should be much of. */
    public static Figure atLeast(String name, double value, String unit, double goal, int runs) {
        return new Figure(name, value, unit, goal, Double.POSITIVE_INFINITY, runs);
    }

    /** A number for information. */
    public static Figure plain(String name, double value, String unit, int runs) {
        return new Figure(name, value, unit, Double.POSITIVE_INFINITY, runs);
    }

    /** The median of times in milliseconds, without a goal. */
    public static Figure median(String name, List<Long> millis) {
        return median(name, millis, Double.POSITIVE_INFINITY);
    }

    /** The median of times in milliseconds; it should be at most so many. */
    public static Figure median(String name, List<Long> millis, double atMost) {
        return new Figure(
                name, middle(millis.stream().mapToDouble(Long::doubleValue).toArray()), MILLIS, atMost, millis.size());
    }

    /** How often something that must never happen did happen. */
    static Figure never(String name, long count, String unit, int runs) {
        return new Figure(name, count, unit, 0, runs);
    }

    boolean hasGoal() {
        return Double.isFinite(atMost) || Double.isFinite(atLeast);
    }

    boolean met() {
        return value >= atLeast && value <= atMost;
    }

    /** The goal as people read it; empty where there is none. */
    String goal() {
        if (!hasGoal()) {
            return "";
        }
        return Double.isFinite(atLeast) ? ">= %.0f".formatted(atLeast) : "<= %.0f".formatted(atMost);
    }

    /** The median of some values; their order is lost. */
    static double middle(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A median needs at least one run; ask for --runs 1 or more.");
        }
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
