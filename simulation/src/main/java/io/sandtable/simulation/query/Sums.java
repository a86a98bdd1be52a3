package io.sandtable.simulation.query;

/** Sums over lines; whole fen and days stay exact in a double far beyond any company. */
final class Sums {
    private final double[] of = new double[Additive.values().length];

    Sums with(Additive what, double amount) {
        of[what.ordinal()] += amount;
        return this;
    }

    double get(Additive what) {
        return of[what.ordinal()];
    }

    Sums plus(Sums other) {
        for (int i = 0; i < of.length; i++) {
            of[i] += other.of[i];
        }
        return this;
    }
}
