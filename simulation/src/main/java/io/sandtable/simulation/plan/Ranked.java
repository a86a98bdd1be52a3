package io.sandtable.simulation.plan;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Numbers 0 … n−1 in the order of what they stand for, equal ones as they are: faster than comparing things. */
final class Ranked {
    /** More things than anybody ranks; what they stand for has the other bits. */
    private static final int BITS = 24;

    private Ranked() {}

    /** @param value what a number stands for, of less than 39 bits */
    static int[] of(int count, IntToLongFunction value) {
        if (count >= 1 << BITS) {
            throw new IllegalArgumentException(
                    "%d things were to be ranked; fewer than %d can be. Plan a shorter horizon."
                            .formatted(count, 1 << BITS));
        }
        var keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = (value.applyAsLong(i) << BITS) + i;
        }
        Arrays.sort(keys);
        var ranked = new int[count];
        for (int i = 0; i < count; i++) {
            ranked[i] = (int) (keys[i] & ((1 << BITS) - 1));
        }
        return ranked;
    }
}
