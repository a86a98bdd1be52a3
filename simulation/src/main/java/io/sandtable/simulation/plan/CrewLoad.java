package io.sandtable.simulation.plan;

import java.util.Arrays;

/** How many people of a crew are busy, as a step function of wall minutes: from each moment on until the next one. */
final class CrewLoad {
    private final long limit;
    private int[] moments = new int[16];
    /** Millionths of a person busy from the moment on. */
    private long[] busy = new long[16];

    private int size;

    CrewLoad(double people) {
        limit = Micro.limit(people);
    }

    /** The wall minute itself where so many people are free in [start, end), else the first minute at which they may be. */
    int firstFree(int start, int end, double people) {
        long room = limit - Micro.of(people);
        if (room < 0) {
            return Integer.MAX_VALUE;
        }
        int last = lastBefore(end);
        for (int i = last; i >= 0; i--) {
            if (busy[i] > room) {
                return i + 1 < size ? Math.max(start, moments[i + 1]) : Integer.MAX_VALUE;
            }
            if (moments[i] <= start) {
                break;
            }
        }
        return start;
    }

    void add(int start, int end, double people) {
        change(start, end, Micro.of(people));
    }

    void remove(int start, int end, double people) {
        change(start, end, -Micro.of(people));
    }

    private void change(int start, int end, long by) {
        if (start >= end) {
            return;
        }
        int first = momentAt(start);
        int last = momentAt(end);
        for (int i = first; i < last; i++) {
            busy[i] += by;
        }
        drop(last);
        drop(first);
    }

    /** The place of the moment, which is put there where it is missing. */
    private int momentAt(int minute) {
        int at = Arrays.binarySearch(moments, 0, size, minute);
        if (at >= 0) {
            return at;
        }
        int place = -at - 1;
        if (size == moments.length) {
            moments = Arrays.copyOf(moments, 2 * size);
            busy = Arrays.copyOf(busy, 2 * size);
        }
        System.arraycopy(moments, place, moments, place + 1, size - place);
        System.arraycopy(busy, place, busy, place + 1, size - place);
        moments[place] = minute;
        busy[place] = place == 0 ? 0 : busy[place - 1];
        size++;
        return place;
    }

    /** Drops a moment at which nothing changes. */
    private void drop(int place) {
        if (busy[place] == (place == 0 ? 0 : busy[place - 1])) {
            System.arraycopy(moments, place + 1, moments, place, size - place - 1);
            System.arraycopy(busy, place + 1, busy, place, size - place - 1);
            size--;
        }
    }

    private int lastBefore(int minute) {
        int at = Arrays.binarySearch(moments, 0, size, minute);
        return (at >= 0 ? at : -at - 1) - 1;
    }
}
