package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.WorkingTime;
import java.util.Arrays;

/**
 * What a machine is busy with, as sorted ranges of its worked minutes: work that spans a break is one range. Where any number of lots can
 * be worked at a time nothing is noted, so that nothing is in the way.
 */
final class MachineLoad {
    static final int NONE = -1;

    /** For work whose demand nobody will ask for. */
    static final int NOBODYS = -1;

    private final WorkingTime time;
    private final boolean unlimited;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int[] demands = new int[16];
    private int size;

    MachineLoad(WorkingTime time, boolean unlimited) {
        this.time = time;
        this.unlimited = unlimited;
    }

    WorkingTime time() {
        return time;
    }

    /**
     * The first worked minute from which the machine, and the tool if there is one, is free for so many minutes, not before the wall
     * minute; {@link #NONE} when the calendar ends first.
     */
    int firstGap(int readyWall, int work, ToolLoad tool) {
        int from = time.workedBefore(readyWall);
        int next = firstEndingAfter(from);
        while (true) {
            while (next < size && starts[next] < from + work) {
                from = Math.max(from, ends[next++]);
            }
            if (from + Math.max(1, work) > time.total()) {
                return NONE;
            }
            int start = time.wallOfStart(from);
            int free = tool.firstFree(start, time.wallOfEnd(from, work));
            if (free == start) {
                return from;
            }
            if (free == Integer.MAX_VALUE) {
                return NONE;
            }
            from = time.workedBefore(free);
        }
    }

    /** @param demand for which the work is done */
    void add(int from, int work, int demand) {
        if (unlimited) {
            return;
        }
        int at = firstEndingAfter(from);
        if (at < size && starts[at] < from + work) {
            throw new IllegalStateException(
                    "Work of %d minutes at worked minute %d meets other work at %d; placements must be made on the timeline they are added to."
                            .formatted(work, from, starts[at]));
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            demands = Arrays.copyOf(demands, 2 * size);
        }
        System.arraycopy(starts, at, starts, at + 1, size - at);
        System.arraycopy(ends, at, ends, at + 1, size - at);
        System.arraycopy(demands, at, demands, at + 1, size - at);
        starts[at] = from;
        ends[at] = from + work;
        demands[at] = demand;
        size++;
    }

    void remove(int from) {
        if (unlimited) {
            return;
        }
        int at = Arrays.binarySearch(starts, 0, size, from);
        if (at < 0) {
            throw new IllegalStateException(
                    "No work begins at worked minute %d; only what was added can be removed.".formatted(from));
        }
        System.arraycopy(starts, at + 1, starts, at, size - at - 1);
        System.arraycopy(ends, at + 1, ends, at, size - at - 1);
        System.arraycopy(demands, at + 1, demands, at, size - at - 1);
        size--;
    }

    /** How many pieces of work end by the worked minute or go on at it. */
    int countUntil(int minute) {
        int at = Arrays.binarySearch(starts, 0, size, minute);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** For which demand the piece of work at that place of the sequence is done. */
    int demandAt(int place) {
        return demands[place];
    }

    private int firstEndingAfter(int minute) {
        int at = Arrays.binarySearch(ends, 0, size, minute);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
