package io.sandtable.simulation.scenario;

/**
 * Finds the last of ascending numbers that is no larger than a given one. A table of where each stretch of numbers begins leads to it in
 * a step or two; a search by halves, which the planner would do millions of times, misses the processor's caches.
 */
final class AscendingIndex {
    private static final int STRETCHES_A_NUMBER = 2;

    private final int[] values;
    private final int shift;
    /** For each stretch, the last value that is no larger than its beginning. */
    private final int[] atBeginning;

    /** @param values ascending, none twice; not copied and not changed any more */
    AscendingIndex(int[] values) {
        this.values = values;
        int n = values.length;
        if (n == 0) {
            shift = 0;
            atBeginning = new int[0];
            return;
        }
        long range = (long) values[n - 1] - values[0];
        int width = 0;
        while (range >> width > (long) STRETCHES_A_NUMBER * n) {
            width++;
        }
        shift = width;
        atBeginning = new int[(int) (range >> width) + 1];
        int at = 0;
        for (int stretch = 0; stretch < atBeginning.length; stretch++) {
            long beginning = values[0] + ((long) stretch << width);
            while (at + 1 < n && values[at + 1] <= beginning) {
                at++;
            }
            atBeginning[stretch] = at;
        }
    }

    /** Index of the last value that is at most this; −1 where all are larger. */
    int lastAtMost(int number) {
        if (values.length == 0 || number < values[0]) {
            return -1;
        }
        long stretch = ((long) number - values[0]) >> shift;
        if (stretch >= atBeginning.length) {
            return values.length - 1;
        }
        int at = atBeginning[(int) stretch];
        while (at + 1 < values.length && values[at + 1] <= number) {
            at++;
        }
        return at;
    }
}
