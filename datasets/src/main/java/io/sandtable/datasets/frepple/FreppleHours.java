package io.sandtable.datasets.frepple;

import io.sandtable.model.DateRange;
import io.sandtable.model.DatedWeeks;
import io.sandtable.model.WeekPattern;
import io.sandtable.model.WeekPattern.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hours in which all of some calendars are open, as our calendars say them: the usual week, weeks of certain dates, and days on which
 * nothing runs. Of a calendar's buckets that hold at a moment the one of the smallest priority counts.
 *
 * @param week null where nothing is ever open
 */
record FreppleHours(@org.jspecify.annotations.Nullable WeekPattern week, DatedWeeks dated, List<DateRange> closed) {
    /** For calendars that close for good. */
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);
    /** Days; what holds later is no more than a date in a list. */
    private static final int LOOK_AHEAD = 730;

    /**
     * One bucket: the dates, weekdays and minutes of the day in which it holds.
     *
     * @param to the first moment after
     */
    record Bucket(
            LocalDateTime from,
            LocalDateTime to,
            Set<DayOfWeek> days,
            int fromMinute,
            int toMinute,
            double priority,
            boolean open) {
        private boolean holds(LocalDate day, int minute) {
            LocalDateTime moment = day.atStartOfDay().plusMinutes(minute);
            return days.contains(day.getDayOfWeek())
                    && minute >= fromMinute
                    && minute < toMinute
                    && !moment.isBefore(from)
                    && moment.isBefore(to);
        }

        /** Of two of one priority the one that began later. */
        private boolean countsBefore(Bucket other) {
            return priority < other.priority || (priority == other.priority && !from.isBefore(other.from));
        }
    }

    /** A calendar: its buckets, and whether it is open where none of them holds. */
    record Calendar(List<Bucket> buckets, boolean openOtherwise) {
        private boolean isOpen(LocalDate day, int minute) {
            Bucket best = null;
            for (Bucket bucket : buckets) {
                if (bucket.holds(day, minute) && (best == null || bucket.countsBefore(best))) {
                    best = bucket;
                }
            }
            return best == null ? openOtherwise : best.open();
        }
    }

    /** A stretch of days between two changes of any calendar, with its week. */
    private record Stretch(DateRange days, List<Period> week) {
        /** How many of its days lie in the time that plans are made for. */
        private long weight(LocalDate asOf) {
            LocalDate end = days.to().isBefore(asOf.plusDays(LOOK_AHEAD)) ? days.to() : asOf.plusDays(LOOK_AHEAD);
            return Math.max(0, ChronoUnit.DAYS.between(days.from(), end) + 1);
        }
    }

    /** From the day on, when all of them are open. */
    static FreppleHours of(List<Calendar> calendars, LocalDate asOf) {
        var stretches = new ArrayList<Stretch>();
        var starts = starts(calendars, asOf);
        for (LocalDate from : starts) {
            LocalDate next = starts.higher(from);
            var days = new DateRange(from, next == null ? FOR_EVER : next.minusDays(1));
            stretches.add(new Stretch(days, week(calendars, days.from(), days.to())));
        }
        List<Period> usual = usual(stretches, asOf);
        var dated = new ArrayList<DatedWeeks.Span>();
        var closed = new ArrayList<DateRange>();
        for (Stretch stretch : stretches) {
            if (stretch.week().isEmpty()) {
                closed.add(stretch.days());
            } else if (!sameOn(stretch.days(), stretch.week(), usual)) {
                dated.add(new DatedWeeks.Span(stretch.days(), new WeekPattern(stretch.week())));
            }
        }
        return new FreppleHours(usual.isEmpty() ? null : new WeekPattern(usual), new DatedWeeks(dated), joined(closed));
    }

    /** The week that holds on most days to come; empty where nothing ever opens. */
    private static List<Period> usual(List<Stretch> stretches, LocalDate asOf) {
        var days = new LinkedHashMap<List<Period>, Long>();
        stretches.stream()
                .filter(s -> !s.week().isEmpty())
                .forEach(s -> days.merge(s.week(), s.weight(asOf), Long::sum));
        return days.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(List.of());
    }

    /** The days on which some bucket begins or ends; one within a day makes that day a stretch of its own. */
    private static TreeSet<LocalDate> starts(List<Calendar> calendars, LocalDate asOf) {
        var starts = new TreeSet<LocalDate>(List.of(asOf));
        for (Calendar calendar : calendars) {
            for (Bucket bucket : calendar.buckets()) {
                for (LocalDateTime moment : List.of(bucket.from(), bucket.to())) {
                    LocalDate day = moment.toLocalDate();
                    if (day.isAfter(asOf) && day.isBefore(FOR_EVER)) {
                        starts.add(day);
                    }
                    boolean within = !moment.equals(day.atStartOfDay());
                    if (within && !day.isBefore(asOf) && day.isBefore(FOR_EVER)) {
                        starts.add(day.plusDays(1));
                    }
                }
            }
        }
        return starts;
    }

    /** The week as it is on the days of the range; weekdays outside it have no hours. */
    private static List<Period> week(List<Calendar> calendars, LocalDate from, LocalDate to) {
        var minutes = new TreeSet<Integer>(List.of(0, 1440));
        for (Calendar calendar : calendars) {
            for (Bucket bucket : calendar.buckets()) {
                minutes.addAll(List.of(bucket.fromMinute(), bucket.toMinute()));
                minutes.addAll(List.of(minuteOf(bucket.from(), from, to), minuteOf(bucket.to(), from, to)));
            }
        }
        Map<DayOfWeek, List<int[]>> hours = new EnumMap<>(DayOfWeek.class);
        for (LocalDate day = from; !day.isAfter(to) && day.isBefore(from.plusDays(7)); day = day.plusDays(1)) {
            hours.put(day.getDayOfWeek(), hours(calendars, day, List.copyOf(minutes)));
        }
        return periods(hours);
    }

    /** The minute of the day where the moment lies in a stretch of one day, else 0. */
    private static int minuteOf(LocalDateTime moment, LocalDate from, LocalDate to) {
        return from.equals(to) && moment.toLocalDate().equals(from) ? moment.getHour() * 60 + moment.getMinute() : 0;
    }

    private static List<int[]> hours(List<Calendar> calendars, LocalDate day, List<Integer> minutes) {
        var hours = new ArrayList<int[]>();
        for (int i = 0; i + 1 < minutes.size(); i++) {
            int from = minutes.get(i);
            int to = minutes.get(i + 1);
            if (calendars.stream().allMatch(c -> c.isOpen(day, from))) {
                if (!hours.isEmpty() && hours.getLast()[1] == from) {
                    hours.getLast()[1] = to;
                } else {
                    hours.add(new int[] {from, to});
                }
            }
        }
        return hours;
    }

    /** Weekdays of the same hours share a period. */
    private static List<Period> periods(Map<DayOfWeek, List<int[]>> hours) {
        var days = new LinkedHashMap<List<Integer>, Set<DayOfWeek>>();
        hours.forEach((day, all) ->
                all.forEach(h -> days.computeIfAbsent(List.of(h[0], h[1]), k -> EnumSet.noneOf(DayOfWeek.class))
                        .add(day)));
        return days.entrySet().stream()
                .map(e -> new Period(e.getValue(), e.getKey().get(0), e.getKey().get(1), "", 0))
                .toList();
    }

    private static boolean sameOn(DateRange days, List<Period> week, List<Period> other) {
        var now = new WeekPattern(week);
        var then = new WeekPattern(other);
        for (LocalDate day = days.from();
                !day.isAfter(days.to()) && day.isBefore(days.from().plusDays(7));
                day = day.plusDays(1)) {
            if (!spans(now, day).equals(spans(then, day))) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Integer>> spans(WeekPattern week, LocalDate day) {
        return week.on(day.getDayOfWeek()).stream()
                .map(p -> List.of(p.fromMinute(), p.toMinute()))
                .toList();
    }

    private static List<DateRange> joined(List<DateRange> ranges) {
        var joined = new ArrayList<DateRange>();
        for (DateRange range : ranges) {
            if (!joined.isEmpty() && joined.getLast().to().plusDays(1).equals(range.from())) {
                joined.add(new DateRange(joined.removeLast().from(), range.to()));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    /** Whether nothing ever closes in the time that plans are made for. */
    boolean isAlwaysOpen(LocalDate asOf) {
        return openShare(asOf) == 1;
    }

    /** Share of the minutes of that time in which it is open. */
    double openShare(LocalDate asOf) {
        long minutes = 0;
        for (LocalDate day = asOf; day.isBefore(asOf.plusDays(LOOK_AHEAD)); day = day.plusDays(1)) {
            LocalDate today = day;
            if (week != null && closed.stream().noneMatch(range -> range.contains(today))) {
                minutes += dated.on(today).orElse(week).on(today.getDayOfWeek()).stream()
                        .mapToInt(p -> p.toMinute() - p.fromMinute())
                        .sum();
            }
        }
        return minutes / (1440.0 * LOOK_AHEAD);
    }

    /** The attributes of a calendar of ours; where nothing is ever open the week is the whole one, all of it closed. */
    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("shifts", (week == null ? WeekPattern.parse("MON-SUN 00:00-24:00") : week).toString());
        if (!dated.spans().isEmpty()) {
            values.put("datedShifts", dated.toString());
        }
        if (!closed.isEmpty()) {
            values.put("shutdowns", DateRange.format(closed));
        }
        return values;
    }
}
