package io.sandtable.bench;

import java.math.BigDecimal;
import java.math.MathContext;
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
    private static final double WHOLE_FROM = 100;

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
        if (Double.isFinite(atLeast) && Double.isFinite(atMost)) {
            return said(atLeast) + " – " + said(atMost);
        }
        return Double.isFinite(atLeast) ? ">= " + said(atLeast) : "<= " + said(atMost);
    }

    /** A number as people read it: whole from a hundred on, three digits below. */
    static String said(double value) {
        if (Math.abs(value) >= WHOLE_FROM || !Double.isFinite(value)) {
            return "%.0f".formatted(value);
        }
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
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
