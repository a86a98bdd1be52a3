package io.sandtable.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Dated values, oldest first: market prices, exchange rates, past demand. */
public record Series(NavigableMap<LocalDate, Double> points) {
    public Series {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A series had no point; give at least one date=value.");
        }
        points = Collections.unmodifiableNavigableMap(new TreeMap<>(points));
    }

    /** Reads {@code date=value;date=value;…}. */
    public static Series parse(String text) {
        var points = new TreeMap<LocalDate, Double>();
        for (String part : text.split(";")) {
            String[] pair = part.split("=");
            if (pair.length != 2) {
                throw new IllegalArgumentException(
                        "'%s' is not a point of a series; write date=value such as 2026-05-01=2450.".formatted(part));
            }
            if (points.put(ValueKind.date(pair[0]), ValueKind.number(pair[1])) != null) {
                throw new IllegalArgumentException("%s stands twice in a series; keep one.".formatted(pair[0]));
            }
        }
        return new Series(points);
    }

    /** The last value known on that day. */
    public OptionalDouble asOf(LocalDate day) {
        Map.Entry<LocalDate, Double> entry = points.floorEntry(day);
        return entry == null ? OptionalDouble.empty() : OptionalDouble.of(entry.getValue());
    }

    @Override
    public String toString() {
        return points.entrySet().stream()
                .map(p -> p.getKey() + "=" + ValueKind.NUMBER.format(p.getValue()))
                .collect(Collectors.joining(";"));
    }
}
