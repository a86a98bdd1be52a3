package io.sandtable.simulation.sensitivity.global;

import io.sandtable.simulation.sensitivity.global.Row.Values;
import io.sandtable.simulation.sensitivity.global.SobolIndices.Figure;
import io.sandtable.simulation.sensitivity.global.SobolIndices.Index;
import io.sandtable.simulation.sensitivity.global.SobolIndices.Pair;
import io.sandtable.simulation.sensitivity.global.SobolIndices.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * One figure's indices from a sample. First order after Saltelli and others 2010 (table 2, b), total after Jansen 1999, pairs after Saltelli
 * 2002. Each is estimated twice, as it is and with an {@link Expansion} as control variate that the other scrambles were fitted to; the one
 * that the scrambles agree on better is taken. Intervals are Student's over the scrambles, the ratio to the variance by the delta method.
 */
final class SobolEstimate {
    private static final double CONFIDENCE = 0.95;
    /** Terms that a likeness is chosen from, for each of which there should be some points. */
    private static final int MOST_TERMS = 1500;

    private static final int POINTS_A_TERM = 4;
    /** Below so many points of a scramble its mean is far from what it will be. */
    private static final int FEW_ROWS = 8;
    /** If more than this share of the points gave no number, the rest is no fair sample. */
    private static final double MOST_UNUSABLE = 0.05;
    /** What rounding leaves of a variance, as a share of the square of the mean. */
    private static final double ROUNDING = 1e-20;

    private final List<Factor> factors;
    private final boolean pairs;
    private final List<List<Values>> values;
    private final List<Expansion> expansions;
    private final List<List<Values>> likeness;

    private SobolEstimate(
            List<Factor> factors,
            boolean pairs,
            List<List<Values>> values,
            List<Expansion> expansions,
            List<List<Values>> likeness) {
        this.factors = factors;
        this.pairs = pairs;
        this.values = values;
        this.expansions = expansions;
        this.likeness = likeness;
    }

    static SobolIndices of(List<Factor> factors, SobolSettings settings, int columns, List<List<Row>> sample) {
        int rows = sample.getFirst().size();
        int points = settings.pairs() ? 2 * factors.size() + 2 : factors.size() + 2;
        int runs = rows * sample.size();
        var basis = LegendreBasis.atMost(Math.min(MOST_TERMS, 2 * runs / POINTS_A_TERM), factors, columns);
        var polynomials = new Polynomials(basis, sample);
        int figures = sample.getFirst().getFirst().atA().length;
        return new SobolIndices(
                factors,
                runs,
                sample.size(),
                (long) runs * points,
                settings.seed(),
                IntStream.range(0, figures)
                        .mapToObj(f -> figure(f, factors, settings.pairs(), sample, basis, polynomials))
                        .toList());
    }

    private static Figure figure(
            int figure,
            List<Factor> factors,
            boolean pairs,
            List<List<Row>> sample,
            LegendreBasis basis,
            Polynomials polynomials) {
        int rows = sample.stream().mapToInt(List::size).sum();
        List<List<Row>> usable = sample.stream()
                .map(s -> s.stream().filter(row -> row.isFinite(figure)).toList())
                .toList();
        int unusable = rows - usable.stream().mapToInt(List::size).sum();
        var warnings = new ArrayList<Warning>();
        if (unusable > MOST_UNUSABLE * rows || usable.stream().anyMatch(List::isEmpty)) {
            warnings.add(new Warning(Warning.Code.MOSTLY_NOT_A_NUMBER, unusable));
            return new Figure(Double.NaN, Double.NaN, List.of(), List.of(), Double.NaN, warnings);
        }
        if (unusable > 0) {
            warnings.add(new Warning(Warning.Code.NOT_A_NUMBER, unusable));
        }
        double mean = usable.stream()
                .flatMap(List::stream)
                .mapToDouble(row -> (row.atA()[figure] + row.atB()[figure]) / 2)
                .average()
                .orElseThrow();
        List<List<Values>> values = usable.stream()
                .map(s -> s.stream().map(row -> row.figure(figure, mean)).toList())
                .toList();
        double variance = values.stream()
                .flatMap(List::stream)
                .mapToDouble(SobolEstimate::square)
                .average()
                .orElseThrow();
        if (variance <= ROUNDING * mean * mean) {
            warnings.add(new Warning(Warning.Code.CONSTANT_OUTPUT, 0));
            return new Figure(mean, 0, List.of(), List.of(), 0, warnings);
        }
        if (sample.getFirst().size() < FEW_ROWS) {
            warnings.add(new Warning(Warning.Code.TOO_FEW_RUNS, rows));
        }
        List<Expansion> expansions =
                new ExpansionFit(polynomials, basis.terms(), usable, values, factors.size()).eachToOthers();
        var estimate =
                new SobolEstimate(factors, pairs, values, expansions, likeness(usable, expansions, polynomials, pairs));
        return estimate.figure(mean, variance, warnings);
    }

    /** The likeness at the points of each scramble. */
    private static List<List<Values>> likeness(
            List<List<Row>> rows, List<Expansion> expansions, Polynomials polynomials, boolean pairs) {
        return IntStream.range(0, rows.size())
                .mapToObj(r -> rows.get(r).stream()
                        .map(row -> expansions.get(r).at(polynomials.atA(row), polynomials.atB(row), pairs))
                        .toList())
                .toList();
    }

    private Figure figure(double mean, double variance, List<Warning> warnings) {
        List<Index> indices = IntStream.range(0, factors.size())
                .mapToObj(k -> new Index(
                        factors.get(k).id(),
                        share(v -> v.b() * (v.ab()[k] - v.a()), e -> e.first(k)),
                        share(v -> halfSquare(v.a() - v.ab()[k]), e -> e.total(k))))
                .toList();
        Interval noise = share(v -> v.a() * v.b(), e -> 0);
        return new Figure(
                mean,
                variance,
                indices,
                pairs ? pairs() : List.of(),
                Math.max(Math.abs(noise.low()), Math.abs(noise.high())),
                warnings);
    }

    private List<Pair> pairs() {
        var found = new ArrayList<Pair>();
        for (int j = 0; j < factors.size(); j++) {
            for (int k = j + 1; k < factors.size(); k++) {
                int one = j;
                int other = k;
                found.add(new Pair(
                        factors.get(j).id(),
                        factors.get(k).id(),
                        share(
                                v -> v.ba()[one] * v.ab()[other]
                                        - v.a() * v.b()
                                        - v.b() * (v.ab()[one] - v.a() + v.ab()[other] - v.a()),
                                e -> e.closed(one, other) - e.first(one) - e.first(other))));
            }
        }
        return found;
    }

    /** The mean of something as a share of the variance, by the estimator that is sharper. */
    private Interval share(ToDoubleFunction<Values> part, ToDoubleFunction<Expansion> known) {
        Interval plain = ratio(means(part), means(SobolEstimate::square));
        Interval controlled = ratio(controlled(part, known), controlled(SobolEstimate::square, Expansion::variance));
        return controlled.halfWidth() < plain.halfWidth() ? controlled : plain;
    }

    private double[] means(ToDoubleFunction<Values> part) {
        return values.stream().mapToDouble(scramble -> mean(scramble, part)).toArray();
    }

    /** Each scramble's mean with that of its likeness exchanged for what it is known to be. */
    private double[] controlled(ToDoubleFunction<Values> part, ToDoubleFunction<Expansion> known) {
        double[] means = means(part);
        for (int r = 0; r < means.length; r++) {
            means[r] += known.applyAsDouble(expansions.get(r)) - mean(likeness.get(r), part);
        }
        return means;
    }

    private static Interval ratio(double[] parts, double[] variances) {
        double part = mean(parts);
        double variance = mean(variances);
        double ratio = part / variance;
        double squares = 0;
        for (int r = 0; r < parts.length; r++) {
            double off = (parts[r] - ratio * variances[r]) / variance;
            squares += off * off;
        }
        int freedom = parts.length - 1;
        double error = Math.sqrt(squares / freedom / parts.length);
        double student = new TDistribution(freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        return Interval.around(ratio, student * error);
    }

    private static double mean(List<Values> scramble, ToDoubleFunction<Values> part) {
        double sum = 0;
        for (Values v : scramble) {
            sum += part.applyAsDouble(v);
        }
        return sum / scramble.size();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double square(Values v) {
        return (v.a() * v.a() + v.b() * v.b()) / 2;
    }

    private static double halfSquare(double x) {
        return x * x / 2;
    }
}
