package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.Setups;
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
    private final Setups setups;
    private final boolean changes;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int[] demands = new int[16];
    private int[] kinds = new int[16];
    private int size;

    MachineLoad(WorkingTime time, boolean unlimited, Setups setups) {
        this.time = time;
        this.unlimited = unlimited;
        this.setups = setups;
        this.changes = !unlimited && setups.matter();
    }

    WorkingTime time() {
        return time;
    }

    /**
     * The first worked minute from which the machine, and what is needed besides, is free for so many minutes, not before the wall
     * minute; {@link #NONE} when the calendar ends first.
     *
     * @param by when the work can be done, within the machine's own time
     */
    int firstGap(int readyWall, int work, WorkingTime by, int setup, Companions others) {
        return by == time && !changes
                ? firstGap(readyWall, work, others)
                : firstGapBetweenSetups(readyWall, work, by, setup, others);
    }

    private int firstGapBetweenSetups(int readyWall, int work, WorkingTime by, int setup, Companions others) {
        int at = by.workedBefore(readyWall);
        while (at + Math.max(1, work) <= by.total()) {
            int start = by.wallOfStart(at);
            int end = by.wallOfEnd(at, work);
            int from = time.workedBefore(start);
            int later = unlimited ? from : fits(from, time.workedBefore(end), setup);
            int free = later > from ? time.wallOfStart(later) : others.firstFree(start, end);
            if (free == start) {
                return from;
            }
            if (free == Integer.MAX_VALUE) {
                return NONE;
            }
            at = by.workedBefore(free);
        }
        return NONE;
    }

    /**
     * The worked minute itself where [from, to) is free and leaves enough idle minutes to change over before and after, else the first at
     * which it may be. Work for which any set-up will do may lie between the minutes of a changeover.
     */
    private int fits(int from, int to, int setup) {
        int at = firstEndingAfter(from);
        if (at < size && starts[at] < to) {
            return ends[at];
        }
        if (!changes) {
            return from;
        }
        int before = at - 1;
        int idle = from;
        while (before >= 0 && kinds[before] < 0) {
            idle -= ends[before] - starts[before];
            before--;
        }
        idle -= before < 0 ? 0 : ends[before];
        int is = before < 0 ? setups.today() : kinds[before];
        int missing = setups.minutes(is, setup) - idle;
        if (missing > 0) {
            return from + missing;
        }
        int next = at;
        int busy = 0;
        while (next < size && kinds[next] < 0) {
            busy += ends[next] - starts[next];
            next++;
        }
        if (next == size) {
            return from;
        }
        int left = starts[next] - to - busy + (setup < 0 ? idle : 0);
        return left < setups.minutes(setup < 0 ? is : setup, kinds[next]) ? ends[next] : from;
    }

    private int firstGap(int readyWall, int work, Companions others) {
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
            int free = others.firstFree(start, time.wallOfEnd(from, work));
            if (free == start) {
                return from;
            }
            if (free == Integer.MAX_VALUE) {
                return NONE;
            }
            from = time.workedBefore(free);
        }
    }

    /**
     * @param setup that the work needs
     * @param demand for which the work is done
     */
    void add(int from, int work, int setup, int demand) {
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
            kinds = Arrays.copyOf(kinds, 2 * size);
        }
        System.arraycopy(starts, at, starts, at + 1, size - at);
        System.arraycopy(ends, at, ends, at + 1, size - at);
        System.arraycopy(demands, at, demands, at + 1, size - at);
        System.arraycopy(kinds, at, kinds, at + 1, size - at);
        starts[at] = from;
        ends[at] = from + work;
        demands[at] = demand;
        kinds[at] = setup;
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
        System.arraycopy(kinds, at + 1, kinds, at, size - at - 1);
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
        if (size == 0 || ends[size - 1] <= minute) {
            // what comes in sequence mostly comes behind all others
            return size;
        }
        int at = Arrays.binarySearch(ends, 0, size, minute);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
