package io.sandtable.simulation.plan;

/** Quantities as whole millionths, so that what is taken and given back a million times still sums to the unit. */
final class Micro {
    static final long ONE = 1_000_000;

    /** More than anybody takes. */
    static final long UNLIMITED = Long.MAX_VALUE / 4;

    private Micro() {}

    static long of(double quantity) {
        return Math.round(quantity * ONE);
    }

    static double toUnits(long micro) {
        return (double) micro / ONE;
    }

    /** The most that can be asked for: millionths of an unlimited capacity. */
    static long limit(double quantity) {
        return quantity >= 1e12 ? UNLIMITED : of(quantity);
    }
}
