package io.sandtable.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Inclusive days from … to. */
public record DateRange(LocalDate from, LocalDate to) {
    public DateRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The range ends on %s before it begins on %s; swap the two dates.".formatted(to, from));
        }
    }

    /** Reads {@code from..to;from..to}; a single date is a range of one day. */
    public static List<DateRange> parseAll(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(";")).map(DateRange::parse).toList();
    }

    private static DateRange parse(String text) {
        String[] ends = text.split("\\.\\.");
        if (ends.length == 0 || ends.length > 2) {
            throw new IllegalArgumentException(
                    "'%s' is not a date range; write 2027-02-05..2027-02-11.".formatted(text));
        }
        return new DateRange(ValueKind.date(ends[0]), ValueKind.date(ends[ends.length - 1]));
    }

    /** Writes ranges so that {@link #parseAll} gives them back. */
    public static String format(List<DateRange> ranges) {
        return ranges.stream().map(r -> r.from + ".." + r.to).collect(Collectors.joining(";"));
    }

    /** Whether the day lies inside, both ends included. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
