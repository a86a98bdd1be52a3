package io.sandtable.model;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What repeats every week by the clock: shifts ({@code MON-FRI 08:00-20:00;SAT 08:00-16:00}) and tariff periods
 * ({@code MON-SUN 00:00-08:00 valley 0.31}). Times are minutes of the day, 24:00 is 1440; a period may not pass midnight.
 */
public record WeekPattern(List<Period> periods) {
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    /** One stretch of the day on some weekdays, with a label and a value where the use needs them (0 where not). */
    public record Period(Set<DayOfWeek> days, int fromMinute, int toMinute, String label, double value) {
        public Period {
            if (fromMinute < 0 || toMinute > 1440 || fromMinute >= toMinute) {
                throw new IllegalArgumentException(
                        "A period runs from minute %d to %d of the day; it must lie within one day and end after it begins. Split a night shift at 24:00."
                                .formatted(fromMinute, toMinute));
            }
            days = java.util.Collections.unmodifiableSet(EnumSet.copyOf(days));
        }
    }

    public WeekPattern {
        periods = List.copyOf(periods);
    }

    /** Reads {@code DAYS HH:MM-HH:MM [label [value]];…}. */
    public static WeekPattern parse(String text) {
        var periods = new ArrayList<Period>();
        for (String part : text.split(";")) {
            String[] words = part.strip().split("\\s+");
            String[] times = words.length < 2 ? new String[0] : words[1].split("-");
            if (times.length != 2 || words.length > 4) {
                throw new IllegalArgumentException(
                        "'%s' is not a weekly period; write MON-FRI 08:00-20:00, then label and value if any."
                                .formatted(part));
            }
            periods.add(new Period(
                    days(words[0]),
                    minute(times[0]),
                    minute(times[1]),
                    words.length > 2 ? words[2] : "",
                    words.length > 3 ? ValueKind.number(words[3]) : 0));
        }
        return new WeekPattern(periods);
    }

    /** The periods of a weekday, earliest first. */
    public List<Period> on(DayOfWeek day) {
        return periods.stream()
                .filter(p -> p.days().contains(day))
                .sorted(Comparator.comparingInt(Period::fromMinute))
                .toList();
    }

    private static Set<DayOfWeek> days(String text) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-");
            int from = day(ends.length == 0 ? part : ends[0]);
            int to = day(ends[ends.length - 1]);
            for (int d = from; d != to; d = (d + 1) % 7) {
                days.add(DayOfWeek.of(d + 1));
            }
            days.add(DayOfWeek.of(to + 1));
        }
        return days;
    }

    private static int day(String text) {
        int index = DAYS.indexOf(text.toUpperCase(Locale.ROOT));
        if (index < 0) {
            throw new IllegalArgumentException("'%s' is not a weekday; write one of %s.".formatted(text, DAYS));
        }
        return index;
    }

    private static int minute(String text) {
        try {
            return text.equals("24:00") ? 1440 : LocalTime.parse(text).toSecondOfDay() / 60;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'%s' is not a time of day; write 08:00.".formatted(text), e);
        }
    }

    @Override
    public String toString() {
        return periods.stream().map(WeekPattern::format).collect(Collectors.joining(";"));
    }

    private static String format(Period p) {
        String days = p.days().stream().map(d -> DAYS.get(d.getValue() - 1)).collect(Collectors.joining(","));
        String tail = p.label().isEmpty()
                ? ""
                : " " + p.label() + (p.value() == 0 ? "" : " " + ValueKind.NUMBER.format(p.value()));
        return "%s %02d:%02d-%02d:%02d%s"
                .formatted(days, p.fromMinute() / 60, p.fromMinute() % 60, p.toMinute() / 60, p.toMinute() % 60, tail);
    }
}
