package io.sandtable.simulation.forecast;

import java.util.Arrays;

/**
 * How much of an average month each calendar month asks for; the mean over the year is 1.
 *
 * @param byMonth twelve factors, January first
 */
public record SeasonFactors(double[] byMonth) {
    private static final int YEAR = 12;
    /** A year of seasons, and half a year of them seen twice, so that they can be told from the trend. */
    private static final int FEWEST_MONTHS = 18;

    /** Trend and factors are fitted in turn; after some rounds nothing moves any more. */
    private static final int ROUNDS = 20;

    /** No seasons. */
    public static final SeasonFactors NONE = new SeasonFactors(ones());

    public SeasonFactors {
        byMonth = byMonth.clone();
        if (byMonth.length != YEAR) {
            throw new IllegalArgumentException(
                    "%d season factors were given; give twelve, January first.".formatted(byMonth.length));
        }
    }

    /** The factor of a month, 1 to 12. */
    public double of(int month) {
        return byMonth[month - 1];
    }

    /**
     * The factors that fit monthly values best beside a straight trend: ratios of sums, so that a month without demand does no harm. Less than a year
     * and a half says nothing about seasons, and gives {@link #NONE}.
     *
     * @param values by month, oldest first
     * @param firstMonth calendar month of the first value, 1 to 12
     */
    public static SeasonFactors of(double[] values, int firstMonth) {
        double[] factors = ones();
        if (values.length < FEWEST_MONTHS) {
            return NONE;
        }
        for (int round = 0; round < ROUNDS; round++) {
            Trend trend = Trend.of(without(values, firstMonth, factors));
            var asked = new double[YEAR];
            var usual = new double[YEAR];
            for (int i = 0; i < values.length; i++) {
                int month = (firstMonth - 1 + i) % YEAR;
                asked[month] += values[i];
                usual[month] += trend.at(i);
            }
            for (int month = 0; month < YEAR; month++) {
                factors[month] = usual[month] > 0 ? asked[month] / usual[month] : 1;
            }
            double mean = Arrays.stream(factors).average().orElse(1);
            if (mean <= 0) {
                return NONE;
            }
            for (int month = 0; month < YEAR; month++) {
                factors[month] /= mean;
            }
        }
        return new SeasonFactors(factors);
    }

    /** How much of the values seasons and a straight trend leave unexplained: the sum of squared shares by which they miss. */
    public static double misfit(double[] values, int firstMonth) {
        double[] plain = of(values, firstMonth).without(values, firstMonth);
        Trend trend = Trend.of(plain);
        double missed = 0;
        for (int i = 0; i < plain.length; i++) {
            double usual = trend.at(i);
            double error = usual > 0 ? plain[i] / usual - 1 : 0;
            missed += error * error;
        }
        return missed;
    }

    /** The values as they would be without seasons. */
    double[] without(double[] values, int firstMonth) {
        return without(values, firstMonth, byMonth);
    }

    private static double[] without(double[] values, int firstMonth, double[] factors) {
        var plain = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double factor = factors[(firstMonth - 1 + i) % YEAR];
            plain[i] = factor > 0 ? values[i] / factor : 0;
        }
        return plain;
    }

    private static double[] ones() {
        var ones = new double[YEAR];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Override
    public double[] byMonth() {
        return byMonth.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeasonFactors factors && Arrays.equals(byMonth, factors.byMonth);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(byMonth);
    }

    @Override
    public String toString() {
        return "SeasonFactors" + Arrays.toString(byMonth);
    }
}
