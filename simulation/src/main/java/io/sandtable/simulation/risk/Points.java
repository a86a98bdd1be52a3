package io.sandtable.simulation.risk;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The points of a Monte Carlo sample. Each has a generator of its own, seeded by the run's seed and its number, so that a point is the
 * same whatever others are asked for, in which order, and by how many threads.
 *
 * <p>The generator is L64X128MixRandom of the JDK (LXM, Steele and Vigna 2021); its seed is SplitMix64's n-th number (Steele, Lea and
 * Flood 2014; finaliser Stafford 13).
 *
 * @param inputs one for each coordinate
 */
public record Points(long seed, List<Distribution> inputs, Copula copula) {
    /** As records name it. */
    public static final String GENERATOR = "L64X128MixRandom/SplitMix64";

    private static final RandomGeneratorFactory<RandomGenerator> LXM = RandomGeneratorFactory.of("L64X128MixRandom");
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    public Points {
        inputs = List.copyOf(inputs);
        if (copula.inputs() != inputs.size()) {
            throw new IllegalArgumentException("%d inputs were given correlations of %d; give one row for each."
                    .formatted(inputs.size(), copula.inputs()));
        }
    }

    /** Points of inputs that do not hang together. */
    public static Points independent(long seed, List<Distribution> inputs) {
        return new Points(seed, inputs, Copula.independent(inputs.size()));
    }

    /** All of a sample's points at hand, by their number. */
    public Source source() {
        return new Source(this);
    }

    /** Makes points; may be shared by threads. */
    public static final class Source {
        private final long seed;
        private final Distribution[] inputs;
        private final double[][] factor;
        private final boolean independent;

        private Source(Points points) {
            this.seed = mix(points.seed);
            this.inputs = points.inputs.toArray(Distribution[]::new);
            this.factor = points.copula.factor();
            this.independent = points.copula.isIndependent();
        }

        /** The n-th point, counted from 0. */
        public double[] at(int n) {
            RandomGenerator chance = LXM.create(mix(seed + (n + 1) * GOLDEN));
            var point = new double[inputs.length];
            for (int i = 0; i < point.length; i++) {
                // the middles of 2⁵² equal steps, so that neither 0 nor 1 is drawn
                point[i] = ((chance.nextLong() >>> 12) + 0.5) * 0x1p-52;
            }
            double[] probabilities = independent ? point : Copula.tie(factor, point);
            for (int i = 0; i < point.length; i++) {
                point[i] = inputs[i].quantile(probabilities[i]);
            }
            return point;
        }

        private static long mix(long z) {
            long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
            return b ^ (b >>> 31);
        }
    }
}
