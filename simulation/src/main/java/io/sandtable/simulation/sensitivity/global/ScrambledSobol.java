package io.sandtable.simulation.sensitivity.global;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Sobol points under Owen's nested uniform scrambling: every bit is flipped by a coin of its own for each prefix of more significant bits, so
 * that the points keep their even spread and every scramble is an independent, unbiased sample (A. Owen, Randomly permuted (t,m,s)-nets,
 * 1995). The first point is kept and sizes are powers of two, because both belong to the even spread (Owen, On dropping the first Sobol'
 * point, 2020). The first n of 2n points are the n points: a sample can be refined.
 */
final class ScrambledSobol {
    /** As many as the direction numbers of Joe and Kuo in Commons Math have. */
    static final int MOST_COLUMNS = 1000;

    private static final int BITS = 32;
    private static final int REST_BITS = 20;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final long seed;
    private final int columns;
    private final SobolSequenceGenerator plain;

    ScrambledSobol(int columns, long seed) {
        if (columns > MOST_COLUMNS) {
            throw new IllegalArgumentException(
                    "%d columns were asked for; there are Sobol points of up to %d. Screen the inputs first and leave out what does nothing."
                            .formatted(columns, MOST_COLUMNS));
        }
        this.columns = columns;
        this.seed = seed;
        this.plain = new SobolSequenceGenerator(columns);
    }

    /** The point of that number, counted from 0; in [0, 1) in each column. */
    double[] point(int number) {
        double[] point = plain.skipTo(number);
        for (int c = 0; c < columns; c++) {
            point[c] = scrambled(point[c], mix(seed + GOLDEN * (c + 1)));
        }
        return point;
    }

    private static double scrambled(double value, long coin) {
        long bits = (long) (value * (1L << BITS));
        long flipped = 0;
        for (int b = BITS - 1; b >= 0; b--) {
            long prefix = bits >>> (b + 1);
            long flip = mix(coin + GOLDEN * ((prefix << 6) | b)) >>> 63;
            flipped |= (((bits >>> b) & 1) ^ flip) << b;
        }
        // below the bits that the sequence has, every point is anywhere in its cell
        long rest = mix(coin ^ (bits * GOLDEN)) >>> (Long.SIZE - REST_BITS);
        return (flipped * (double) (1 << REST_BITS) + rest) / (1L << (BITS + REST_BITS));
    }

    /** Finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the result hangs on every bit given. */
    static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        y = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
        return y ^ (y >>> 31);
    }
}
