package io.sandtable.simulation.sensitivity.global;

import java.util.List;

/**
 * What part of each figure's variance each factor explains.
 *
 * @param runs base points of all scrambles together, the N of the literature
 * @param evaluations of the model that were made for it
 * @param figures one for each value of the model
 */
public record SobolIndices(
        List<Factor> factors, int runs, int scrambles, long evaluations, long seed, List<Figure> figures) {
    public SobolIndices {
        factors = List.copyOf(factors);
        figures = List.copyOf(figures);
    }

    /**
     * One figure's indices.
     *
     * @param indices in the order of the factors; empty where the warnings say why
     * @param pairs empty where they were not asked for
     * @param noiseFloor what an index of this sample may be by chance: the 95 % bound of the correlation between two independent halves of
     *     the sample, which is the first-order index of an input that does nothing, estimated after Sobol' 1993
     */
    public record Figure(
            double mean,
            double variance,
            List<Index> indices,
            List<Pair> pairs,
            double noiseFloor,
            List<Warning> warnings) {
        public Figure {
            indices = List.copyOf(indices);
            pairs = List.copyOf(pairs);
            warnings = List.copyOf(warnings);
        }

        /** How wide the widest interval of an index is on each side; 0 where there are none. */
        public double widest() {
            return indices.stream()
                    .mapToDouble(i -> Math.max(i.first().halfWidth(), i.total().halfWidth()))
                    .max()
                    .orElse(0);
        }

        /** Whether a factor's part can't be told from that of an input that does nothing. */
        public boolean isNoise(Index index) {
            return index.total().low() <= 0 || index.total().estimate() <= noiseFloor;
        }
    }

    /**
     * One factor's part.
     *
     * @param first share of the variance that goes when the factor alone is known (S1)
     * @param total share that stays while the factor alone is unknown (ST): {@code first} and its part of every interaction
     */
    public record Index(String factor, Interval first, Interval total) {}

    /** Share of the variance that two factors explain only together (S2). */
    public record Pair(String one, String other, Interval share) {}

    /**
     * Something a reader must know before believing the indices.
     *
     * @param count of points that it is about; 0 where it is about all
     */
    public record Warning(Code code, int count) {
        /** What can be wrong with a sample. */
        public enum Code {
            /** The figure was no finite number at some points; those are left out. */
            NOT_A_NUMBER,
            /** The figure was no finite number at so many points that what is left says nothing. */
            MOSTLY_NOT_A_NUMBER,
            /** The figure never moved: there is no variance to share out. */
            CONSTANT_OUTPUT,
            /** There are so few points in each scramble that the intervals may be too narrow. */
            TOO_FEW_RUNS
        }
    }
}
