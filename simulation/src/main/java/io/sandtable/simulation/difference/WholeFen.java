package io.sandtable.simulation.difference;

import java.util.List;

/** Parts of a sum, rounded so that they still sum to it. */
public final class WholeFen {
    private WholeFen() {}

    /**
     * Each rounded half away from zero, what is then missing added to the largest, the first of equals: turning all signs round turns
     * the result round.
     */
    public static long[] rounded(List<Double> amounts, long total) {
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
                    "A difference of %d fen has nothing to go to; amounts need units sold on at least one side. Check the deliveries."
                            .formatted(missing));
        }
        return fen;
    }
}
