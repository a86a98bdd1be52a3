package io.sandtable.simulation.difference;

import java.util.ArrayList;
import java.util.List;

/** Effects with amounts in parts of a fen, to be rounded so that they sum to a whole number of fen. */
final class Parts {
    private final List<Effect> effects = new ArrayList<>();
    private final List<Double> amounts = new ArrayList<>();

    /** A part of that many fen. */
    void add(Effect effect, double fen) {
        effects.add(effect);
        amounts.add(fen);
    }

    /**
     * Each rounded half away from zero, what is then missing added to the largest, the first of equals: turning all signs round turns
     * the result round.
     */
    List<Effect> rounded(long total) {
        long[] fen = new long[amounts.size()];
        long missing = total;
        int largest = 0;
        for (int i = 0; i < fen.length; i++) {
            double amount = amounts.get(i);
            fen[i] = Math.round(Math.abs(amount)) * (amount < 0 ? -1 : 1);
            missing -= fen[i];
            if (Math.abs(amount) > Math.abs(amounts.get(largest))) {
                largest = i;
            }
        }
        if (fen.length > 0) {
            fen[largest] += missing;
        } else if (missing != 0) {
            throw new IllegalArgumentException(
                    "A difference of %d fen has nothing to go to; amounts need units sold in at least one plan. Check the deliveries."
                            .formatted(missing));
        }
        var rounded = new ArrayList<Effect>();
        for (int i = 0; i < fen.length; i++) {
            if (fen[i] != 0) {
                rounded.add(effects.get(i).worth(fen[i]));
            }
        }
        return rounded;
    }
}
