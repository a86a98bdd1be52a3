package io.sandtable.simulation.risk;

/** What the numbers that describe a distribution must be. */
final class Ends {
    private Ends() {}

    static void check(String kind, double low, double high) {
        if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "A %s distribution ran from %s to %s; the low end must be below the high end. Swap or widen them."
                            .formatted(kind, low, high));
        }
    }

    static void positive(String kind, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "A %s distribution had %s for its spread or shape; it must be above 0.".formatted(kind, value));
        }
    }

    static void finite(String kind, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "A %s distribution was given %s; give a finite number.".formatted(kind, value));
        }
    }
}
