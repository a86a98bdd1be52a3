package io.sandtable.simulation.query;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A part of a change that is not divided further.
 *
 * @param about what it is about
 * @param before what the cause is measured by then, {@code after} now: units, CNY a unit, a share or a rate in percent or days
 * @param amount in the figure's unit, money in CNY; all parts sum to the change
 */
public record Part(Cause cause, Map<Grouping, String> about, double before, double after, double amount) {
    public Part {
        var copy = new EnumMap<Grouping, String>(Grouping.class);
        copy.putAll(about);
        about = Collections.unmodifiableMap(copy);
    }

    /** What it is about in one respect; empty where it is about nothing there. */
    public String of(Grouping grouping) {
        return about.getOrDefault(grouping, "");
    }

    Part worth(double other) {
        return new Part(cause, about, before, after, other);
    }

    static Map<Grouping, String> about(Grouping first, String id, Grouping second, String other) {
        var about = new EnumMap<Grouping, String>(Grouping.class);
        put(about, first, id);
        put(about, second, other);
        return about;
    }

    static Map<Grouping, String> and(Map<Grouping, String> about, Grouping third, String id) {
        var more = new EnumMap<Grouping, String>(Grouping.class);
        more.putAll(about);
        put(more, third, id);
        return more;
    }

    private static void put(Map<Grouping, String> about, Grouping grouping, String id) {
        if (!id.isEmpty()) {
            about.put(grouping, id);
        }
    }
}
