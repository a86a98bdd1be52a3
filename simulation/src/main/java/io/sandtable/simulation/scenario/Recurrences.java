package io.sandtable.simulation.scenario;

import io.sandtable.model.calendar.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The days on which what comes again happens: those of an RFC 5545 rule with FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH and UNTIL, or
 * every year from one lunar day to another ({@code LUNAR:12-20..01-15}).
 */
final class Recurrences {
    private static final String LUNAR = "LUNAR:";
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Set<String> KNOWN =
            Set.of("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "UNTIL", "WKST");

    private Recurrences() {}

    /**
     * Those from one day to another, both included; the first is also the one that intervals count from.
     *
     * @throws IllegalArgumentException where the rule says something that is not read here
     */
    static List<LocalDate> days(String recurrence, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return List.of();
        }
        Predicate<LocalDate> happens = recurrence.startsWith(LUNAR)
                ? lunar(recurrence.substring(LUNAR.length()))
                : rule(recurrence.startsWith("RRULE:") ? recurrence.substring(6) : recurrence, from);
        return from.datesUntil(to.plusDays(1)).filter(happens).toList();
    }

    private static Predicate<LocalDate> lunar(String range) {
        String[] ends = range.split("\\.\\.");
        if (ends.length != 2) {
            throw unread(range);
        }
        int[] first = monthAndDay(ends[0]);
        int[] last = monthAndDay(ends[1]);
        boolean overTheYear = last[0] < first[0] || last[0] == first[0] && last[1] < first[1];
        return day -> {
            for (int year = day.getYear() - 2; year <= day.getYear(); year++) {
                LocalDate begin = lunarDay(year, first);
                LocalDate end = lunarDay(overTheYear ? year + 1 : year, last);
                if (!day.isBefore(begin) && !day.isAfter(end)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static int[] monthAndDay(String text) {
        return Arrays.stream(text.split("-")).mapToInt(Integer::parseInt).toArray();
    }

    /** The thirtieth of a month of 29 days is its last one. */
    private static LocalDate lunarDay(int year, int[] monthAndDay) {
        try {
            return HolidayCalendar.ofLunar(year, monthAndDay[0], monthAndDay[1]);
        } catch (IllegalArgumentException e) {
            return HolidayCalendar.ofLunar(year, monthAndDay[0], monthAndDay[1] - 1);
        }
    }

    private static Predicate<LocalDate> rule(String text, LocalDate start) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            int equals = part.indexOf('=');
            if (equals < 0 || !KNOWN.contains(part.substring(0, equals))) {
                throw unread(text);
            }
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        int interval = Integer.parseInt(parts.getOrDefault("INTERVAL", "1"));
        Predicate<LocalDate> due = interval(parts.getOrDefault("FREQ", ""), interval, start, text)
                .and(among(parts.get("BYMONTH"), LocalDate::getMonthValue))
                .and(monthDays(parts.get("BYMONTHDAY")))
                .and(weekdays(parts.get("BYDAY")))
                .and(until(parts.get("UNTIL")));
        return due.and(unsaid(parts, start));
    }

    private static Predicate<LocalDate> interval(String frequency, int interval, LocalDate start, String text) {
        LocalDate monday = start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (frequency) {
            case "DAILY" -> day -> ChronoUnit.DAYS.between(start, day) % interval == 0;
            case "WEEKLY" -> day -> ChronoUnit.WEEKS.between(monday, day) % interval == 0;
            case "MONTHLY" -> day -> ChronoUnit.MONTHS.between(start.withDayOfMonth(1), day) % interval == 0;
            case "YEARLY" -> day -> (day.getYear() - start.getYear()) % interval == 0;
            default -> throw unread(text);
        };
    }

    /** What the rule leaves unsaid, the start says: the weekday, the day of the month, the month. */
    private static Predicate<LocalDate> unsaid(Map<String, String> parts, LocalDate start) {
        boolean dayIsSaid = parts.containsKey("BYDAY") || parts.containsKey("BYMONTHDAY");
        return switch (parts.getOrDefault("FREQ", "")) {
            case "WEEKLY" -> day -> dayIsSaid || day.getDayOfWeek() == start.getDayOfWeek();
            case "MONTHLY" -> day -> dayIsSaid || day.getDayOfMonth() == start.getDayOfMonth();
            case "YEARLY" ->
                day -> (dayIsSaid || day.getDayOfMonth() == start.getDayOfMonth())
                        && (parts.containsKey("BYMONTH")
                                || parts.containsKey("BYDAY")
                                || day.getMonth() == start.getMonth());
            default -> day -> true;
        };
    }

    private static Predicate<LocalDate> among(@Nullable String values, ToIntFunction<LocalDate> of) {
        return values == null
                ? day -> true
                : day -> Arrays.stream(values.split(","))
                        .mapToInt(Integer::parseInt)
                        .anyMatch(v -> v == of.applyAsInt(day));
    }

    /** −1 is the last of the month. */
    private static Predicate<LocalDate> monthDays(@Nullable String values) {
        return values == null
                ? day -> true
                : day -> Arrays.stream(values.split(","))
                        .mapToInt(Integer::parseInt)
                        .anyMatch(v -> v == day.getDayOfMonth() || v == day.getDayOfMonth() - day.lengthOfMonth() - 1);
    }

    /** SU is each Sunday, 1MO the first Monday of the month, −1FR its last Friday. */
    private static Predicate<LocalDate> weekdays(@Nullable String values) {
        return values == null
                ? day -> true
                : day -> Arrays.stream(values.split(",")).anyMatch(value -> isWeekday(day, value));
    }

    private static boolean isWeekday(LocalDate day, String value) {
        int weekday = WEEKDAYS.indexOf(value.substring(Math.max(0, value.length() - 2)));
        if (weekday < 0) {
            throw unread(value);
        }
        String ordinal = value.substring(0, value.length() - 2);
        int fromStart = (day.getDayOfMonth() - 1) / 7 + 1;
        int fromEnd = -((day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1);
        return day.getDayOfWeek().getValue() == weekday + 1
                && (ordinal.isEmpty()
                        || Integer.parseInt(ordinal) == fromStart
                        || Integer.parseInt(ordinal) == fromEnd);
    }

    private static Predicate<LocalDate> until(@Nullable String value) {
        return value == null
                ? day -> true
                : day -> !day.isAfter(LocalDate.parse(value.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
    }

    private static IllegalArgumentException unread(String text) {
        return new IllegalArgumentException(
                "The recurrence '%s' is not read here; give FREQ with BYDAY, BYMONTHDAY or BYMONTH, or LUNAR:12-20..01-15."
                        .formatted(text));
    }
}
