package io.sandtable.simulation.risk;

import io.sandtable.simulation.risk.Distribution.Beta;
import io.sandtable.simulation.risk.Distribution.Empirical;
import io.sandtable.simulation.risk.Distribution.LogNormal;
import io.sandtable.simulation.risk.Distribution.Normal;
import io.sandtable.simulation.risk.Distribution.Triangular;
import io.sandtable.simulation.risk.Distribution.Uniform;
import io.sandtable.simulation.risk.RiskWarning.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A distribution chosen for a history: the candidate with the least Akaike criterion, the values themselves where even that one is far
 * off, a stand-in where history tells nothing.
 *
 * @param n how many values there are
 * @param candidates the best first; none where the stand-in is used
 * @param warnings why it is a stand-in, or that the fit is poor
 */
public record Fit(Distribution distribution, int n, List<Candidate> candidates, List<RiskWarning> warnings) {
    /** Fewer values than these say too little about a shape. */
    public static final int FEWEST = 10;
    /** Of so many values on, the values themselves are the better distribution where no candidate fits. */
    private static final int ENOUGH_TO_DRAW_FROM = 30;
    /** Kolmogorov–Smirnov's distance at 5 %, times the root of n; lenient here, since the parameters are fitted to the same values. */
    private static final double CRITICAL = 1.358;

    public Fit {
        candidates = List.copyOf(candidates);
        warnings = List.copyOf(warnings);
    }

    /**
     * One distribution fitted.
     *
     * @param aic Akaike's criterion, 2 · parameters − 2 · log likelihood, corrected for few values (Hurvich and Tsai 1989)
     * @param distance the largest gap between it and the shares of the values (Kolmogorov–Smirnov)
     */
    public record Candidate(Distribution distribution, double aic, double distance) {}

    /** Within which values can lie at all; infinite where nothing limits them. */
    public record Bounds(double low, double high) {
        public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        /** Of changes in percent. */
        public static final Bounds PERCENT = new Bounds(-100, Double.POSITIVE_INFINITY);

        public Bounds {
            if (!(low < high)) {
                throw new IllegalArgumentException(
                        "Bounds ran from %s to %s; the low one must be below the high one.".formatted(low, high));
            }
        }
    }

    /** Whether the history decided. */
    public boolean isFromHistory() {
        return !candidates.isEmpty();
    }

    /** The distance of the distribution that was chosen; 0 of the values themselves, empty of a stand-in. */
    public OptionalDouble distance() {
        if (isFromHistory() && distribution instanceof Empirical) {
            return OptionalDouble.of(0);
        }
        return candidates.stream()
                .filter(c -> c.distribution().equals(distribution))
                .mapToDouble(Candidate::distance)
                .findFirst();
    }

    /**
     * The distribution of a history.
     *
     * @param of the input, for the warnings
     * @param standIn used where there are fewer than {@link #FEWEST} values, all are the same or one is no number
     */
    public static Fit of(String of, List<Double> history, Bounds bounds, Distribution standIn) {
        double[] values = history.stream().mapToDouble(v -> v).sorted().toArray();
        Optional<Code> useless = useless(values);
        if (useless.isPresent()) {
            return new Fit(standIn, values.length, List.of(), List.of(new RiskWarning(useless.get(), of)));
        }
        var warnings = new ArrayList<RiskWarning>();
        boolean within = bounds.low() <= values[0] && values[values.length - 1] <= bounds.high();
        if (!within) {
            warnings.add(new RiskWarning(Code.HISTORY_OUT_OF_BOUNDS, of));
        }
        List<Candidate> candidates = candidates(values, within ? bounds : Bounds.NONE).stream()
                .map(d -> new Candidate(d.distribution(), aic(d, values), distance(d.distribution(), values)))
                .filter(c -> Double.isFinite(c.aic()))
                .sorted(Comparator.comparingDouble(Candidate::aic)
                        .thenComparing(c -> c.distribution().kind()))
                .toList();
        Candidate best = candidates.getFirst();
        if (best.distance() <= CRITICAL / StrictMath.sqrt(values.length)) {
            return new Fit(best.distribution(), values.length, candidates, warnings);
        }
        warnings.add(new RiskWarning(Code.POOR_FIT, of));
        return new Fit(
                values.length >= ENOUGH_TO_DRAW_FROM ? new Empirical(history) : best.distribution(),
                values.length,
                candidates,
                warnings);
    }

    private static Optional<Code> useless(double[] sorted) {
        if (!Arrays.stream(sorted).allMatch(Double::isFinite)) {
            return Optional.of(Code.HISTORY_NOT_A_NUMBER);
        }
        if (sorted.length < FEWEST) {
            return Optional.of(Code.TOO_FEW_VALUES);
        }
        return sorted[0] == sorted[sorted.length - 1] ? Optional.of(Code.NO_VARIANCE) : Optional.empty();
    }

    /** A distribution and how many numbers of it were fitted. */
    private record Fitted(Distribution distribution, int parameters) {}

    private static List<Fitted> candidates(double[] sorted, Bounds bounds) {
        int n = sorted.length;
        double min = sorted[0];
        double max = sorted[n - 1];
        // a little wider than what was seen, so that the ends of a uniform one are unbiased and of a triangle not
        // without density
        double margin = (max - min) / (n - 1);
        double low = Math.max(bounds.low(), min - margin);
        double high = Math.min(bounds.high(), max + margin);
        double mean = Arrays.stream(sorted).average().orElseThrow();
        var fitted = new ArrayList<Fitted>();
        fitted.add(new Fitted(new Uniform(low, high), 2));
        fitted.add(new Fitted(new Triangular(low, mode(sorted, low, high), high), 3));
        fitted.add(new Fitted(new Normal(mean, deviation(sorted, mean)), 2));
        if (Double.isFinite(bounds.low()) && min > bounds.low()) {
            double[] logs = Arrays.stream(sorted)
                    .map(v -> StrictMath.log(v - bounds.low()))
                    .toArray();
            double mu = Arrays.stream(logs).average().orElseThrow();
            double sigma = deviation(logs, mu);
            if (sigma > 0) {
                fitted.add(new Fitted(new LogNormal(mu, sigma, bounds.low()), 2));
            }
        }
        if (Double.isFinite(bounds.low()) && Double.isFinite(bounds.high())) {
            beta(mean, deviation(sorted, mean), bounds).ifPresent(b -> fitted.add(new Fitted(b, 2)));
        }
        return fitted;
    }

    /** By maximum likelihood, which lies at one of the values (Johnson and Kotz 1999). */
    private static double mode(double[] sorted, double low, double high) {
        double best = sorted[0];
        double most = Double.NEGATIVE_INFINITY;
        for (double candidate : sorted) {
            double likelihood = logLikelihood(new Triangular(low, candidate, high), sorted);
            if (likelihood > most) {
                most = likelihood;
                best = candidate;
            }
        }
        return best;
    }

    /** By moments. */
    private static Optional<Distribution> beta(double mean, double deviation, Bounds bounds) {
        double width = bounds.high() - bounds.low();
        double m = (mean - bounds.low()) / width;
        double variance = deviation * deviation / width / width;
        double sum = m * (1 - m) / variance - 1;
        return sum > 0 && m > 0 && m < 1
                ? Optional.of(new Beta(m * sum, (1 - m) * sum, bounds.low(), bounds.high()))
                : Optional.empty();
    }

    private static double deviation(double[] values, double mean) {
        return StrictMath.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
    }

    private static double aic(Fitted fitted, double[] values) {
        double k = fitted.parameters();
        return 2 * k - 2 * logLikelihood(fitted.distribution(), values) + 2 * k * (k + 1) / (values.length - k - 1);
    }

    private static double logLikelihood(Distribution distribution, double[] values) {
        return Arrays.stream(values).map(distribution::logDensity).sum();
    }

    private static double distance(Distribution distribution, double[] sorted) {
        double largest = 0;
        for (int i = 0; i < sorted.length; i++) {
            double p = distribution.cumulative(sorted[i]);
            largest = Math.max(largest, Math.max(p - (double) i / sorted.length, (i + 1.0) / sorted.length - p));
        }
        return largest;
    }
}
