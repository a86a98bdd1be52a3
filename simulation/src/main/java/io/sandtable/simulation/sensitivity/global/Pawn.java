package io.sandtable.simulation.sensitivity.global;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * A second opinion that doesn't rest on variance: how far apart the distribution of a figure and that of the same figure with an input in one
 * tenth of its range can be (F. Pianosi, T. Wagener, Distribution-based sensitivity analysis from a generic input-output sample, 2018). Needs no
 * runs of its own. Where its order differs much from that of the Sobol indices, the figure has a long tail or two humps, and variance says little.
 */
public final class Pawn {
    /** Parts of an input's range. */
    static final int PARTS = 10;

    /** Inputs that do nothing, of which the largest index is taken as noise. */
    private static final int DUMMIES = 20;

    private Pawn() {}

    /**
     * One column's index.
     *
     * @param median of the Kolmogorov–Smirnov distances over the parts of its range, 0 … 1
     * @param noise the largest of twenty columns that have nothing to do with the figure, in this sample
     */
    public record Index(int column, double median, double noise) {
        /** Whether it stands out from an input that does nothing. */
        public boolean stands() {
            return median > noise;
        }
    }

    /**
     * The index of every column.
     *
     * @param points as they were given to the model
     * @param figures one for each point; finite
     * @param seed of the columns that do nothing
     */
    public static List<Index> of(List<double[]> points, double[] figures, long seed) {
        if (points.size() != figures.length || figures.length < PARTS * PARTS) {
            throw new IllegalArgumentException(
                    "%d points with %d figures were given; at least %d points, each with a figure, are needed."
                            .formatted(points.size(), figures.length, PARTS * PARTS));
        }
        double[] all = figures.clone();
        Arrays.sort(all);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double noise = IntStream.range(0, DUMMIES)
                .mapToDouble(d -> {
                    double[] dummy = random.doubles(figures.length).toArray();
                    return median(i -> dummy[i], figures, all);
                })
                .max()
                .orElseThrow();
        return IntStream.range(0, points.getFirst().length)
                .mapToObj(c -> new Index(c, median(i -> points.get(i)[c], figures, all), noise))
                .toList();
    }

    private static double median(IntToDoubleFunction column, double[] figures, double[] all) {
        double[] distances = IntStream.range(0, PARTS)
                .mapToDouble(part -> distance(
                        IntStream.range(0, figures.length)
                                .filter(i -> Math.min(PARTS - 1, (int) (column.applyAsDouble(i) * PARTS)) == part)
                                .mapToDouble(i -> figures[i])
                                .sorted()
                                .toArray(),
                        all))
                .sorted()
                .toArray();
        return (distances[(PARTS - 1) / 2] + distances[PARTS / 2]) / 2;
    }

    /** The largest difference between the distribution functions of a part and of all, both sorted. */
    static double distance(double[] part, double[] all) {
        if (part.length == 0) {
            return 0;
        }
        double most = 0;
        int below = 0;
        for (int i = 0; i < all.length; i++) {
            while (below < part.length && part[below] <= all[i]) {
                below++;
            }
            boolean last = i + 1 == all.length || all[i + 1] > all[i];
            if (last) {
                most = Math.max(most, Math.abs((double) below / part.length - (i + 1.0) / all.length));
            }
        }
        return most;
    }
}
