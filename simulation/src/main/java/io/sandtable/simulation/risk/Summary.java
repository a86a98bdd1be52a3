package io.sandtable.simulation.risk;

import io.sandtable.simulation.risk.Distribution.Normal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What a sample of one figure says; intervals are of 95 %.
 *
 * @param runs that gave a finite number; with none every number is NaN
 * @param p10 a tenth of the runs comes out at it or lower
 * @param cvar95 mean of the worst twentieth of the runs (expected shortfall): of the low ones where high is good, else of the high ones
 * @param curve the figure at 1 %, 5 %, 10 %, 15 % … 95 %, 99 % of the runs, for charts
 */
public record Summary(
        int runs,
        Estimate mean,
        double deviation,
        double least,
        double most,
        Estimate p10,
        Estimate p50,
        Estimate p90,
        Estimate cvar95,
        List<Double> curve) {
    /** Fewer runs than these are for a first look only. */
    public static final int FEW = 100;

    /** The shares that {@link #curve} stands at. */
    public static final List<Double> CURVE_AT = IntStream.rangeClosed(0, 20)
            .mapToObj(i -> i == 0 ? 0.01 : i == 20 ? 0.99 : i / 20.0)
            .toList();

    private static final double LEVEL = 0.95;
    private static final double TAIL = 0.05;

    public Summary {
        curve = List.copyOf(curve);
    }

    /**
     * A number with the interval it lies in.
     *
     * @param low and {@code high}, infinite where so few runs cannot bound it
     */
    public record Estimate(double value, double low, double high) {
        static final Estimate UNKNOWN = new Estimate(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        static Estimate around(double value, double half) {
            return Double.isNaN(half)
                    ? new Estimate(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                    : new Estimate(value, value - half, value + half);
        }
    }

    /**
     * The summary of a figure's values; what is not finite is left out.
     *
     * @param highIsGood which tail is the bad one
     */
    public static Summary of(double[] values, boolean highIsGood) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        int n = sorted.length;
        if (n == 0) {
            return new Summary(
                    0,
                    Estimate.UNKNOWN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Estimate.UNKNOWN,
                    Estimate.UNKNOWN,
                    Estimate.UNKNOWN,
                    Estimate.UNKNOWN,
                    List.of());
        }
        double mean = Arrays.stream(sorted).sum() / n;
        double deviation = deviation(sorted, mean);
        double half = n == 1
                ? Double.NaN
                : new TDistribution(null, n - 1).inverseCumulativeProbability(1 - (1 - LEVEL) / 2)
                        * deviation
                        / StrictMath.sqrt(n);
        return new Summary(
                n,
                Estimate.around(mean, half),
                deviation,
                sorted[0],
                sorted[n - 1],
                quantile(sorted, 0.1),
                quantile(sorted, 0.5),
                quantile(sorted, 0.9),
                shortfall(sorted, highIsGood),
                CURVE_AT.stream().map(p -> at(sorted, p)).toList());
    }

    /** Whether the figure was the same in every run. */
    public boolean isConstant() {
        return runs > 1 && least == most;
    }

    /** The smallest value that a share of at least {@code p} does not exceed; NaN of none. */
    static double at(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[Math.clamp((int) Math.ceil(p * sorted.length - 1e-9) - 1, 0, sorted.length - 1)];
    }

    /** The order statistics between which the quantile lies, whatever the distribution (David and Nagaraja 2003). */
    private static Estimate quantile(double[] sorted, double p) {
        int n = sorted.length;
        var below = new BinomialDistribution(null, n, p);
        int low = below.inverseCumulativeProbability((1 - LEVEL) / 2);
        int high = below.inverseCumulativeProbability(1 - (1 - LEVEL) / 2) + 1;
        return new Estimate(
                at(sorted, p),
                low < 1 ? Double.NEGATIVE_INFINITY : sorted[low - 1],
                high > n ? Double.POSITIVE_INFINITY : sorted[high - 1]);
    }

    /** Mean of the tail (Acerbi and Tasche 2002), its error by both the tail's spread and the quantile's (Manistre and Hancock 2005). */
    private static Estimate shortfall(double[] sorted, boolean highIsGood) {
        int n = sorted.length;
        double[] worstFirst = new double[n];
        for (int i = 0; i < n; i++) {
            worstFirst[i] = highIsGood ? sorted[i] : sorted[n - 1 - i];
        }
        double count = TAIL * n;
        int whole = (int) count;
        double sum = 0;
        for (int i = 0; i < whole; i++) {
            sum += worstFirst[i];
        }
        double next = whole < n ? worstFirst[whole] : worstFirst[n - 1];
        double mean = (sum + (count - whole) * next) / count;
        if (whole < 2) {
            return Estimate.around(mean, Double.NaN);
        }
        double squares = 0;
        for (int i = 0; i < whole; i++) {
            squares += (worstFirst[i] - mean) * (worstFirst[i] - mean);
        }
        double variance = (squares / (whole - 1) + (1 - TAIL) * (mean - next) * (mean - next)) / count;
        return Estimate.around(mean, Normal.STANDARD.quantile(1 - (1 - LEVEL) / 2) * StrictMath.sqrt(variance));
    }

    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length == 1 ? 0 : StrictMath.sqrt(squares / (values.length - 1));
    }
}
