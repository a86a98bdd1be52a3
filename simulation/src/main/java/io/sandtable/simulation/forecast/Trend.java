package io.sandtable.simulation.forecast;

import java.util.Arrays;

/**
 * A straight line through monthly values that a few odd months do not bend: the median slope of all pairs (Theil 1950, Sen 1968), through the mean.
 *
 * @param level at the first month
 * @param perMonth change from month to month
 */
record Trend(double level, double perMonth) {
    /** Fewer than so many months say nothing about a trend. */
    private static final int FEW = 6;

    static Trend of(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(0);
        if (n < FEW) {
            return new Trend(mean, 0);
        }
        var slopes = new double[n * (n - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[pairs++] = (values[j] - values[i]) / (j - i);
            }
        }
        Arrays.sort(slopes);
        double perMonth = (slopes[(pairs - 1) / 2] + slopes[pairs / 2]) / 2;
        return new Trend(mean - perMonth * (n - 1) / 2, perMonth);
    }

    /** Steeper or flatter by a factor, about the middle of so many months. */
    Trend times(double factor, int months) {
        double flatter = perMonth * factor;
        return new Trend(level + (perMonth - flatter) * (months - 1) / 2, flatter);
    }

    /** The value at a month, counted from the first; never negative. */
    double at(double month) {
        return Math.max(0, level + perMonth * month);
    }
}
