package io.sandtable.simulation.sensitivity.global;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A function whose indices are known, to measure an estimator with.
 *
 * @param first exact first-order index of each input, {@code total} the total one
 */
public record KnownFunction(Model model, List<Factor> factors, List<Double> first, List<Double> total) {
    public KnownFunction {
        factors = List.copyOf(factors);
        first = List.copyOf(first);
        total = List.copyOf(total);
    }

    /**
     * sin x₁ + a sin² x₂ + b x₃⁴ sin x₁ on (−π, π)³ (T. Ishigami, T. Homma, An importance quantification technique in uncertainty analysis, 1990).
     */
    public static KnownFunction ishigami(double a, double b) {
        Model model = u -> {
            double first = Math.sin(angle(u[0]));
            double second = Math.sin(angle(u[1]));
            double third = Math.pow(angle(u[2]), 4);
            return new double[] {first + a * second * second + b * third * first};
        };
        double one = Math.pow(1 + b * Math.pow(Math.PI, 4) / 5, 2) / 2;
        double two = a * a / 8;
        double oneAndThree = b * b * Math.pow(Math.PI, 8) * (1.0 / 18 - 1.0 / 50);
        double variance = one + two + oneAndThree;
        return new KnownFunction(
                model,
                factors(3),
                List.of(one / variance, two / variance, 0.0),
                List.of((one + oneAndThree) / variance, two / variance, oneAndThree / variance));
    }

    private static double angle(double u) {
        return Math.PI * (2 * u - 1);
    }

    /** ∏ (|4 uᵢ − 2| + aᵢ) / (1 + aᵢ) on the unit cube (Saltelli, Sobol', About the use of rank transformation, 1995): the smaller aᵢ, the more it matters. */
    public static KnownFunction sobolG(List<Double> a) {
        Model model = u -> {
            double product = 1;
            for (int i = 0; i < u.length; i++) {
                product *= (Math.abs(4 * u[i] - 2) + a.get(i)) / (1 + a.get(i));
            }
            return new double[] {product};
        };
        List<Double> parts = a.stream().map(ai -> 1 / (3 * (1 + ai) * (1 + ai))).toList();
        double product = parts.stream().mapToDouble(part -> 1 + part).reduce(1, (x, y) -> x * y);
        double variance = product - 1;
        return new KnownFunction(
                model,
                factors(a.size()),
                parts.stream().map(part -> part / variance).toList(),
                parts.stream()
                        .map(part -> part * product / (1 + part) / variance)
                        .toList());
    }

    private static List<Factor> factors(int number) {
        return Factor.eachAlone(
                IntStream.rangeClosed(1, number).mapToObj(i -> "x" + i).toList());
    }

    /** The largest distance of any index of a sweep from what it is. */
    public double worst(SobolIndices.Figure found) {
        return IntStream.range(0, factors.size())
                .mapToDouble(k -> Math.max(error(found, k, true), error(found, k, false)))
                .max()
                .orElseThrow();
    }

    /** The mean distance of the indices of a sweep from what they are. */
    public double mean(SobolIndices.Figure found) {
        return IntStream.range(0, factors.size())
                .mapToDouble(k -> (error(found, k, true) + error(found, k, false)) / 2)
                .average()
                .orElseThrow();
    }

    /** The share of the intervals of a sweep in which the truth lies. */
    public double covered(SobolIndices.Figure found) {
        return IntStream.range(0, factors.size())
                .mapToDouble(k -> {
                    SobolIndices.Index index = found.indices().get(k);
                    return (index.first().contains(first.get(k)) ? 0.5 : 0)
                            + (index.total().contains(total.get(k)) ? 0.5 : 0);
                })
                .average()
                .orElseThrow();
    }

    private double error(SobolIndices.Figure found, int factor, boolean ofFirst) {
        SobolIndices.Index index = found.indices().get(factor);
        return ofFirst
                ? Math.abs(index.first().estimate() - first.get(factor))
                : Math.abs(index.total().estimate() - total.get(factor));
    }
}
