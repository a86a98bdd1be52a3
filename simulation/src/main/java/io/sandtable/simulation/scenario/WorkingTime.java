package io.sandtable.simulation.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * When a resource works, as sorted intervals of wall minutes since the start of the as-of day, and the mapping between wall time and
 * worked time: work that spans a break simply continues after it.
 */
public final class WorkingTime {
    private final int[] starts;
    private final int[] ends;
    /** Worked minutes before each interval; one longer than the intervals. */
    private final int[] worked;

    private final AscendingIndex byStart;
    private final AscendingIndex byWorked;

    private WorkingTime(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
        this.worked = new int[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            worked[i + 1] = worked[i] + ends[i] - starts[i];
        }
        byStart = new AscendingIndex(starts);
        byWorked = new AscendingIndex(worked);
    }

    /** Intervals of minutes [from, to), sorted and apart; touching ones are joined. */
    public static WorkingTime of(List<int[]> intervals) {
        int[] starts = new int[intervals.size()];
        int[] ends = new int[intervals.size()];
        int n = 0;
        for (int[] interval : intervals) {
            if (interval[0] >= interval[1] || (n > 0 && interval[0] < ends[n - 1])) {
                throw new IllegalArgumentException(
                        "Working interval %d–%d is empty or overlaps the one before; give sorted intervals that lie apart."
                                .formatted(interval[0], interval[1]));
            }
            if (n > 0 && interval[0] == ends[n - 1]) {
                ends[n - 1] = interval[1];
            } else {
                starts[n] = interval[0];
                ends[n++] = interval[1];
            }
        }
        return new WorkingTime(Arrays.copyOf(starts, n), Arrays.copyOf(ends, n));
    }

    /** Number of intervals. */
    public int size() {
        return starts.length;
    }

    /** Wall minute at which interval i begins. */
    public int start(int i) {
        return starts[i];
    }

    /** Wall minute at which interval i ends. */
    public int end(int i) {
        return ends[i];
    }

    /** All worked minutes. */
    public int total() {
        return worked[starts.length];
    }

    /** The first interval that ends after a wall minute; {@link #size} where none does. */
    public int firstEndingAfter(int wall) {
        int interval = byStart.lastAtMost(wall);
        return interval >= 0 && ends[interval] > wall ? interval : interval + 1;
    }

    /** Worked minutes before a wall minute. */
    public int workedBefore(int wall) {
        int interval = byStart.lastAtMost(wall);
        if (interval < 0) {
            return 0;
        }
        return worked[interval] + Math.min(wall, ends[interval]) - starts[interval];
    }

    /** Worked minutes inside [from, to). */
    public int workedBetween(int from, int to) {
        return to <= from ? 0 : workedBefore(to) - workedBefore(from);
    }

    /** Wall minute at which the worked minute begins; {@link Integer#MAX_VALUE} beyond the last interval. */
    public int wallOfStart(int workedMinute) {
        if (workedMinute < 0) {
            throw new IllegalArgumentException(
                    "Worked minute %d was asked for; they count from 0. Start at 0 for the first one."
                            .formatted(workedMinute));
        }
        if (workedMinute >= total()) {
            return Integer.MAX_VALUE;
        }
        int interval = byWorked.lastAtMost(workedMinute);
        return starts[interval] + workedMinute - worked[interval];
    }

    /** Wall minute at which work that fills worked minutes up to this one ends. */
    public int wallOfEnd(int workedMinute) {
        if (workedMinute <= 0) {
            return starts.length == 0 ? 0 : starts[0];
        }
        if (workedMinute > total()) {
            return Integer.MAX_VALUE;
        }
        int interval = byWorked.lastAtMost(workedMinute - 1);
        return starts[interval] + workedMinute - worked[interval];
    }

    /** Wall minute at which so much work that begins at a worked minute ends; work of no minutes ends where it begins. */
    public int wallOfEnd(int from, int work) {
        return work == 0 ? wallOfStart(from) : wallOfEnd(from + work);
    }

    /** When both work. */
    public WorkingTime and(WorkingTime other) {
        var both = new ArrayList<int[]>();
        int i = 0;
        int j = 0;
        while (i < starts.length && j < other.starts.length) {
            add(both, Math.max(starts[i], other.starts[j]), Math.min(ends[i], other.ends[j]));
            if (ends[i] < other.ends[j]) {
                i++;
            } else {
                j++;
            }
        }
        return of(both);
    }

    /** When either works. */
    public WorkingTime or(WorkingTime other) {
        var all = new ArrayList<int[]>();
        for (WorkingTime time : List.of(this, other)) {
            for (int i = 0; i < time.starts.length; i++) {
                all.add(new int[] {time.starts[i], time.ends[i]});
            }
        }
        all.sort(Comparator.comparingInt(interval -> interval[0]));
        var apart = new ArrayList<int[]>();
        for (int[] interval : all) {
            if (!apart.isEmpty() && interval[0] <= apart.getLast()[1]) {
                apart.getLast()[1] = Math.max(apart.getLast()[1], interval[1]);
            } else {
                apart.add(interval);
            }
        }
        return of(apart);
    }

    /** When it works and the other does not. */
    public WorkingTime without(WorkingTime other) {
        var rest = new ArrayList<int[]>();
        int j = 0;
        for (int i = 0; i < starts.length; i++) {
            int from = starts[i];
            while (j < other.starts.length && other.ends[j] <= from) {
                j++;
            }
            for (int k = j; k < other.starts.length && other.starts[k] < ends[i]; k++) {
                add(rest, from, Math.min(ends[i], other.starts[k]));
                from = Math.max(from, other.ends[k]);
            }
            add(rest, from, ends[i]);
        }
        return of(rest);
    }

    /** The same, but of what it works in [from, to) beyond the other's hours only the first minutes. */
    public WorkingTime beyond(WorkingTime other, int minutes, int from, int to) {
        WorkingTime extra = without(other);
        int first = extra.workedBefore(from);
        int last = extra.workedBefore(to);
        if (last - first <= minutes) {
            return this;
        }
        int end = minutes == 0 ? from : extra.wallOfEnd(first + minutes);
        return without(extra.and(of(List.of(new int[] {Math.max(from, end), to}))));
    }

    /** The last minutes in [from, to) in which it does not work, so many at most. */
    public WorkingTime lastFree(int from, int to, int minutes) {
        var free = new ArrayList<int[]>();
        int left = minutes;
        int end = to;
        for (int i = byStart.lastAtMost(to - 1); left > 0 && end > from; i--) {
            int begin = Math.max(from, i < 0 ? from : ends[i]);
            if (begin < end) {
                int first = Math.max(begin, end - left);
                left -= end - first;
                free.addFirst(new int[] {first, end});
            }
            if (i < 0) {
                break;
            }
            end = Math.min(end, starts[i]);
        }
        return of(free);
    }

    /** Keeps a share of each interval, its beginning: what is left when the rest is reserved or the machine is not available. */
    public WorkingTime keeping(double share, int fromWall, int toWall) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "A share of %s of the working time was to be kept; give a share from 0 to 1.".formatted(share));
        }
        var kept = new ArrayList<int[]>();
        for (int i = 0; i < starts.length; i++) {
            int from = Math.max(starts[i], fromWall);
            int to = Math.min(ends[i], toWall);
            if (from >= to) {
                kept.add(new int[] {starts[i], ends[i]});
                continue;
            }
            add(kept, starts[i], from);
            // a share such as 0.29 is a little less in binary and must not cost a minute
            add(kept, from, from + (int) Math.floor((to - from) * share + 1e-9));
            add(kept, to, ends[i]);
        }
        return of(kept);
    }

    private static void add(List<int[]> intervals, int from, int to) {
        if (from < to) {
            intervals.add(new int[] {from, to});
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkingTime time
                && Arrays.equals(starts, time.starts)
                && Arrays.equals(ends, time.ends);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(starts) * 31 + Arrays.hashCode(ends);
    }
}
