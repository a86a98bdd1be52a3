package io.sandtable.simulation.sensitivity.global;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Elementary effects: which factors matter at all, for few evaluations. Trajectories on a grid of four levels in which one factor after the
 * other moves by Δ = 2/3 (M. Morris, Factorial sampling plans for preliminary computational experiments, 1991); μ* after Campolongo, Cariboni
 * and Saltelli 2007. The columns of a group move together.
 */
public final class Morris {
    private static final int LEVELS = 4;
    private static final double DELTA = LEVELS / (2.0 * (LEVELS - 1));
    private static final double CONFIDENCE = 0.95;
    /** The last level is the end of the range, which a point of [0, 1) does not reach. */
    private static final double END = Math.nextDown(1.0);

    private Morris() {}

    /**
     * One factor's effect on one figure, in the figure's unit for the whole range of the factor.
     *
     * @param mu mean effect; near 0 where it pushes up as often as down
     * @param muStar mean size of the effect
     * @param muStarHalfWidth of the 95 % interval of {@code muStar}, Student's over the trajectories
     * @param sigma standard deviation of the effect: large beside {@code muStar} where it is not linear or hangs on others
     */
    public record Effect(String factor, double mu, double muStar, double muStarHalfWidth, double sigma) {}

    /**
     * What the screening found.
     *
     * @param effects for each figure the factors in their order
     * @param unusable for each figure the effects that were no finite number and are left out
     */
    public record Screening(
            int trajectories, long evaluations, long seed, List<List<Effect>> effects, List<Integer> unusable) {
        public Screening {
            effects = effects.stream().map(List::copyOf).toList();
            unusable = List.copyOf(unusable);
        }
    }

    /**
     * Screens the factors with (d + 1) evaluations a trajectory.
     *
     * @param trajectories 2 or more; 10 to 50 are usual
     */
    public static Screening screen(Model model, List<Factor> factors, int trajectories, int threads, long seed)
            throws InterruptedException {
        if (trajectories < 2) {
            throw new IllegalArgumentException(
                    "A screening was to have %d trajectories; it needs at least 2, because one has no spread. 10 to 50 are usual."
                            .formatted(trajectories));
        }
        int columns = Factor.columns(factors);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var tasks = new ArrayList<Callable<double[][]>>();
        for (int t = 0; t < trajectories; t++) {
            Trajectory trajectory = Trajectory.random(factors, columns, random);
            tasks.add(() -> trajectory.effects(model, factors));
        }
        List<double[][]> effects = InParallel.of(threads, tasks);
        int figures = effects.getFirst()[0].length;
        var found = new ArrayList<List<Effect>>();
        var unusable = new ArrayList<Integer>();
        for (int f = 0; f < figures; f++) {
            int figure = f;
            found.add(IntStream.range(0, factors.size())
                    .mapToObj(k -> effect(
                            factors.get(k).id(),
                            effects.stream()
                                    .mapToDouble(e -> e[k][figure])
                                    .filter(Double::isFinite)
                                    .toArray()))
                    .toList());
            unusable.add((int) effects.stream()
                    .flatMap(Arrays::stream)
                    .filter(e -> !Double.isFinite(e[figure]))
                    .count());
        }
        return new Screening(trajectories, (long) trajectories * (factors.size() + 1), seed, found, unusable);
    }

    private static Effect effect(String factor, double[] effects) {
        if (effects.length < 2) {
            return new Effect(factor, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = Arrays.stream(effects).average().orElseThrow();
        double size = Arrays.stream(effects).map(Math::abs).average().orElseThrow();
        double student = new TDistribution(effects.length - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        double spreadOfSize = spread(Arrays.stream(effects).map(Math::abs).toArray(), size);
        return new Effect(
                factor, mean, size, student * spreadOfSize / Math.sqrt(effects.length), spread(effects, mean));
    }

    private static double spread(double[] values, double mean) {
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    /**
     * A way through the grid.
     *
     * @param order in which the factors move
     * @param up for each column whether it moves up
     */
    private record Trajectory(double[] start, int[] order, boolean[] up) {
        static Trajectory random(List<Factor> factors, int columns, RandomGenerator random) {
            double[] start = new double[columns];
            boolean[] up = new boolean[columns];
            for (int c = 0; c < columns; c++) {
                up[c] = random.nextBoolean();
                double lower = random.nextInt(LEVELS / 2) / (LEVELS - 1.0);
                start[c] = up[c] ? lower : lower + DELTA;
            }
            int[] order = IntStream.range(0, factors.size()).toArray();
            for (int k = order.length - 1; k > 0; k--) {
                int other = random.nextInt(k + 1);
                int kept = order[k];
                order[k] = order[other];
                order[other] = kept;
            }
            return new Trajectory(start, order, up);
        }

        /** For each factor its effect on each figure. */
        double[][] effects(Model model, List<Factor> factors) {
            double[][] effects = new double[order.length][];
            double[] point = start.clone();
            double[] before = model.at(inside(point));
            for (int k : order) {
                List<Integer> columns = factors.get(k).columns();
                for (int column : columns) {
                    point[column] += up[column] ? DELTA : -DELTA;
                }
                double[] after = model.at(inside(point));
                // of a group the first column says which way is up
                double step = up[columns.getFirst()] ? DELTA : -DELTA;
                effects[k] = new double[after.length];
                for (int f = 0; f < after.length; f++) {
                    effects[k][f] = (after[f] - before[f]) / step;
                }
                before = after;
            }
            return effects;
        }

        private static double[] inside(double[] point) {
            return Arrays.stream(point).map(u -> Math.clamp(u, 0, END)).toArray();
        }
    }
}
