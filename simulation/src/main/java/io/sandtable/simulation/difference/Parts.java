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

    /** Rounded as {@link WholeFen} does; what comes to nothing is left out. */
    List<Effect> rounded(long total) {
        long[] fen = WholeFen.rounded(amounts, total);
        var rounded = new ArrayList<Effect>();
        for (int i = 0; i < fen.length; i++) {
            if (fen[i] != 0) {
                rounded.add(effects.get(i).worth(fen[i]));
            }
        }
        return rounded;
    }
}
