package io.sandtable.simulation.check;

import java.util.TreeMap;

/** Fen by day since the as-of day. */
final class DailySums {
    private final TreeMap<Integer, Long> byDay = new TreeMap<>();

    void add(int day, long fen) {
        byDay.merge(day, fen, Long::sum);
    }

    /** From one day to another, both included. */
    long sum(int from, int to) {
        return from > to
                ? 0
                : byDay.subMap(from, true, to, true).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    /** What was added by the end of a day. */
    long until(int day) {
        return byDay.headMap(day, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
