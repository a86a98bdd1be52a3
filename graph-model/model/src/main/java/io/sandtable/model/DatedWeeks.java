package io.sandtable.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Weeks that hold for some time only, such as summer hours: {@code 2027-06-01..2027-08-31 MON-FRI 07:00-15:00;SAT 07:00-12:00}, more of
 * them separated by {@code |}. Where two overlap the first counts.
 */
public record DatedWeeks(List<Span> spans) {
    /** The week that holds on the days of the range. */
    public record Span(DateRange days, WeekPattern week) {}

    public DatedWeeks {
        spans = List.copyOf(spans);
    }

    /** Reads {@code from..to week|from..to week}. */
    public static DatedWeeks parse(String text) {
        return new DatedWeeks(
                Arrays.stream(text.split("\\|")).map(DatedWeeks::span).toList());
    }

    private static Span span(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException(
                    "'%s' is not a dated week; write 2027-06-01..2027-08-31 MON-FRI 07:00-15:00.".formatted(text));
        }
        List<DateRange> days = DateRange.parseAll(parts[0]);
        if (days.size() != 1) {
            throw new IllegalArgumentException(
                    "'%s' is not one date range; write 2027-06-01..2027-08-31, and | before the next one."
                            .formatted(parts[0]));
        }
        return new Span(days.getFirst(), WeekPattern.parse(parts[1]));
    }

    /** The week that holds on that day, empty where it is the usual one. */
    public Optional<WeekPattern> on(LocalDate day) {
        return spans.stream()
                .filter(s -> s.days().contains(day))
                .map(Span::week)
                .findFirst();
    }

    @Override
    public String toString() {
        return spans.stream()
                .map(s -> DateRange.format(List.of(s.days())) + " " + s.week())
                .collect(Collectors.joining("|"));
    }
}
