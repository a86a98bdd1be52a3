package io.sandtable.simulation.check;

import java.util.Arrays;

/** Fen by what they were spent on. */
final class SpentOn {
    static final int MATERIAL = 0;
    static final int LABOUR = 1;
    static final int ENERGY = 2;
    static final int SUBCONTRACT = 3;
    static final int CARBON = 4;
    /** What went into units that were lost, whatever it was. */
    static final int SCRAP = 5;

    private final long[] fen = new long[SCRAP + 1];

    void add(int part, long amount) {
        fen[part] += amount;
    }

    void add(SpentOn other) {
        for (int p = 0; p < fen.length; p++) {
            fen[p] += other.fen[p];
        }
    }

    long of(int part) {
        return fen[part];
    }

    long total() {
        return Arrays.stream(fen).sum();
    }

    /** Takes a share 0 … 1 of each part out, each rounded by itself. */
    SpentOn split(double share) {
        var taken = new SpentOn();
        for (int p = 0; p < fen.length; p++) {
            taken.fen[p] = Cents.of(fen[p] / 100.0 * share);
            fen[p] -= taken.fen[p];
        }
        return taken;
    }

    /** Takes everything out. */
    SpentOn all() {
        var taken = new SpentOn();
        taken.add(this);
        Arrays.fill(fen, 0);
        return taken;
    }

    /** Share 0 … 1 of all parts but scrap becomes scrap. */
    void lose(double share) {
        for (int p = 0; p < SCRAP; p++) {
            long lost = Cents.of(fen[p] / 100.0 * share);
            fen[p] -= lost;
            fen[SCRAP] += lost;
        }
    }
}
