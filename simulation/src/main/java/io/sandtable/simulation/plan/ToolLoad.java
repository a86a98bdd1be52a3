package io.sandtable.simulation.plan;

import java.util.Arrays;

/** When a tool is mounted, as sorted ranges of wall minutes with the strokes of each; also when it may not be used at all. */
final class ToolLoad implements Companions {
    /** Stands for "no tool needed": always free. */
    static final ToolLoad NONE = new ToolLoad(Closures.of(java.util.List.of()), Long.MAX_VALUE / 4);

    private final Closures closed;
    private final long life;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private long[] strokes = new long[16];
    private int size;
    private long total;

    /** @param life strokes left, in millionths */
    ToolLoad(Closures closed, long life) {
        this.closed = closed;
        this.life = life;
    }

    boolean canStroke(long more) {
        return total + more <= life;
    }

    @Override
    public int firstFree(int start, int end) {
        int at = firstEndingAfter(start);
        int free = at < size && starts[at] < end ? ends[at] : start;
        return Math.max(free, closed.firstOpenSpan(start, end - start));
    }

    /** Strokes planned before a wall minute, in millionths. */
    long strokesBefore(int minute) {
        if (minute == Integer.MAX_VALUE) {
            return total;
        }
        long before = 0;
        for (int i = 0; i < size && starts[i] < minute; i++) {
            before += strokes[i];
        }
        return before;
    }

    void add(int start, int end, long more) {
        int at = firstEndingAfter(start);
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            strokes = Arrays.copyOf(strokes, 2 * size);
        }
        System.arraycopy(starts, at, starts, at + 1, size - at);
        System.arraycopy(ends, at, ends, at + 1, size - at);
        System.arraycopy(strokes, at, strokes, at + 1, size - at);
        starts[at] = start;
        ends[at] = end;
        strokes[at] = more;
        size++;
        total += more;
    }

    void remove(int start) {
        int at = Arrays.binarySearch(starts, 0, size, start);
        if (at < 0) {
            throw new IllegalStateException(
                    "The tool is not mounted at minute %d; only what was added can be removed.".formatted(start));
        }
        total -= strokes[at];
        System.arraycopy(starts, at + 1, starts, at, size - at - 1);
        System.arraycopy(ends, at + 1, ends, at, size - at - 1);
        System.arraycopy(strokes, at + 1, strokes, at, size - at - 1);
        size--;
    }

    private int firstEndingAfter(int minute) {
        if (size == 0 || ends[size - 1] <= minute) {
            // what comes in sequence mostly comes behind all others
            return size;
        }
        int at = Arrays.binarySearch(ends, 0, size, minute);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
