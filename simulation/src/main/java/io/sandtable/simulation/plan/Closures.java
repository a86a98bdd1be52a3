package io.sandtable.simulation.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Wall-minute ranges [from, to) in which something cannot happen. */
final class Closures {
    private final int[][] ranges;

    private Closures(int[][] ranges) {
        this.ranges = ranges;
    }

    static Closures of(List<int[]> ranges) {
        var sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(r -> r[0]));
        return new Closures(sorted.toArray(int[][]::new));
    }

    /** The first open minute at or after this one; {@link Integer#MAX_VALUE} when it never opens again. */
    int firstOpen(int minute) {
        int open = minute;
        for (int[] range : ranges) {
            if (range[0] <= open && open < range[1]) {
                open = range[1];
            }
        }
        return open;
    }

    /** The last open minute at or before this one. */
    int lastOpen(int minute) {
        int open = minute;
        for (int i = ranges.length - 1; i >= 0; i--) {
            if (ranges[i][0] <= open && open < ranges[i][1]) {
                open = ranges[i][0] - 1;
            }
        }
        // a range that begins earlier may end later than one that begins later
        return isOpen(open) ? open : lastOpen(open);
    }

    /** The first start at or after this minute from which so many minutes are open. */
    int firstOpenSpan(int minute, int length) {
        int start = minute;
        for (int[] range : ranges) {
            if (range[0] < start + length && start < range[1]) {
                start = range[1];
            }
        }
        return start;
    }

    private boolean isOpen(int minute) {
        for (int[] range : ranges) {
            if (range[0] <= minute && minute < range[1]) {
                return false;
            }
        }
        return true;
    }
}
