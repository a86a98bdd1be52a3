package io.sandtable.simulation.ripple;

import java.util.Arrays;

/** For each of some things the range of minutes [from, to) in which a change strikes it; none for most. */
final class Ranges {
    private final int[] from;
    private final int[] to;

    Ranges(int things) {
        from = new int[things];
        to = new int[things];
        Arrays.fill(from, Integer.MAX_VALUE);
        Arrays.fill(to, Integer.MIN_VALUE);
    }

    /** Two ranges become the one that holds both. */
    void strike(int thing, int first, int end) {
        from[thing] = Math.min(from[thing], first);
        to[thing] = Math.max(to[thing], end);
    }

    void strike(int thing) {
        strike(thing, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Whether it is struck at any time between. */
    boolean meets(int thing, int start, int end) {
        return thing >= 0 && thing < from.length && start < to[thing] && end > from[thing];
    }

    boolean isStruck(int thing) {
        return from[thing] < to[thing];
    }

    /** The first minute in which it is. */
    int from(int thing) {
        return from[thing];
    }

    boolean isEmpty() {
        for (int thing = 0; thing < from.length; thing++) {
            if (isStruck(thing)) {
                return false;
            }
        }
        return true;
    }
}
