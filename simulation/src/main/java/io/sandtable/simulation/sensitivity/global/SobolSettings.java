package io.sandtable.simulation.sensitivity.global;

/**
 * How a Sobol sweep samples.
 *
 * @param scrambles independent samples that intervals come from; a power of two, 16 or more
 * @param pairs whether interactions of two factors are wanted; it nearly doubles the evaluations
 * @param threads that evaluate at once; no result depends on their number
 * @param seed of the scrambles; the same seed gives the same result bit for bit
 */
public record SobolSettings(int scrambles, boolean pairs, int threads, long seed) {
    /** Fewer give intervals that are too narrow as often as not. */
    public static final int LEAST_SCRAMBLES = 16;

    public SobolSettings {
        if (scrambles < LEAST_SCRAMBLES || Integer.bitCount(scrambles) != 1) {
            throw new IllegalArgumentException("A sweep was given %d scrambles; it needs a power of two of at least %d."
                    .formatted(scrambles, LEAST_SCRAMBLES));
        }
    }

    /** Sixteen scrambles, no pairs. */
    public static SobolSettings usual(int threads, long seed) {
        return new SobolSettings(LEAST_SCRAMBLES, false, threads, seed);
    }
}
