package io.sandtable.simulation.evaluate;

/** Rounding of computed amounts to whole fen. */
final class Fen {
    /** Binary noise of a product of a few doubles stays far below this share of a fen; exact halves must go up all the same. */
    private static final double NOISE = 1e-6;

    private Fen() {}

    /** Yuan to fen, half up (away from zero for credits). */
    static long of(double yuan) {
        double fen = Math.abs(yuan) * 100 + NOISE;
        if (!(fen < 9e17)) {
            throw new ArithmeticException(
                    "An amount of %s CNY cannot be posted; amounts must be finite and below 9e15. Check prices and quantities."
                            .formatted(yuan));
        }
        long rounded = (long) Math.floor(fen + 0.5);
        return yuan < 0 ? -rounded : rounded;
    }

    /** A percentage of an amount in fen, half up. */
    static long percent(long fen, double percent) {
        return of(fen / 100.0 * percent / 100);
    }

    /** A share 0 … 1 of an amount in fen, half up. */
    static long share(long fen, double share) {
        return of(fen / 100.0 * share);
    }
}
