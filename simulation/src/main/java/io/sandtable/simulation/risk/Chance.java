package io.sandtable.simulation.risk;

/**
 * How often something happened in a sample, with the interval of its probability (Wilson 1927, 95 %), which holds for rare things too.
 *
 * @param hits of {@code runs}
 * @param share between {@code low} and {@code high}, 0 … 1
 */
public record Chance(int hits, int runs, double share, double low, double high) {
    private static final double Z = 1.959963984540054;

    public Chance {
        if (hits < 0 || hits > runs) {
            throw new IllegalArgumentException(
                    "%d of %d runs cannot have hit; count between 0 and all.".formatted(hits, runs));
        }
    }

    /** Of no runs nothing is known: 0 to 1. */
    public static Chance of(int hits, int runs) {
        if (runs == 0) {
            return new Chance(0, 0, Double.NaN, 0, 1);
        }
        double share = (double) hits / runs;
        double weight = 1 + Z * Z / runs;
        double middle = (share + Z * Z / (2 * runs)) / weight;
        double half = Z / weight * StrictMath.sqrt(share * (1 - share) / runs + Z * Z / (4.0 * runs * runs));
        // at both ends rounding would leave a trace of what is exactly 0 or 1
        return new Chance(
                hits, runs, share, hits == 0 ? 0 : Math.max(0, middle - half), hits == runs ? 1 : middle + half);
    }
}
