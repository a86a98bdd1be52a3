package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.DATED_SHIFTS;
import static io.sandtable.model.Attributes.HOLIDAYS;
import static io.sandtable.model.Attributes.OVERTIME;
import static io.sandtable.model.Attributes.OVERTIME_HOURS_PER_MONTH;
import static io.sandtable.model.Attributes.OVERTIME_PREMIUM_PERCENT;
import static io.sandtable.model.Attributes.SHIFTS;
import static io.sandtable.model.Attributes.SHUTDOWNS;
import static io.sandtable.model.Attributes.WORKDAYS;
import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.DateRange;
import io.sandtable.model.DatedWeeks;
import io.sandtable.model.Node;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.WeekPattern;
import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.simulation.scenario.WorkedDays.Extra;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Calendar nodes, holidays and shutdowns become {@link WorkingTime}. */
final class Calendars {
    /** Where neither a machine nor its workshop follows a calendar: one shift on weekdays. */
    static final WeekPattern DEFAULT_SHIFTS = WeekPattern.parse("MON-FRI 08:00-17:00");

    /** Least that the law asks for on a working day. */
    private static final double USUAL_PREMIUM_PERCENT = 50;

    /** More hours than a month has. */
    private static final double NO_LIMIT = 24 * 31;

    /** More than the machines of a company have at a time. */
    private static final int MOST_SHARES = 100;

    private final LocalDate asOf;
    private final int days;
    private final HolidayCalendar holidays;
    private final WorkedDays worked;
    private final Map<Followed, Shifts> compiled = new HashMap<>();
    /** Of what is not always available: many machines follow the same calendar. */
    private final Map<Available, Shifts> available = new HashMap<>();

    private record Available(Followed followed, double share) {}

    /** A calendar by its id, empty for the usual week, and the days that are worked beside it. */
    private record Followed(String calendar, Extra worked) {}

    /** By calendar: many suppliers follow the same one. */
    private final Map<String, List<int[]>> closedDays = new HashMap<>();

    Calendars(LocalDate asOf, int days, HolidayCalendar holidays) {
        this(asOf, days, holidays, new WorkedDays());
    }

    Calendars(LocalDate asOf, int days, HolidayCalendar holidays, WorkedDays worked) {
        this.worked = worked;
        this.asOf = asOf;
        this.days = days;
        this.holidays = holidays;
    }

    /** Regular time, regular time with overtime, and what an overtime hour costs on top. */
    record Shifts(WorkingTime time, WorkingTime overtime, double overtimePremiumPercent) {
        private Shifts keeping(double share) {
            return share == 1
                    ? this
                    : new Shifts(
                            time.keeping(share, 0, Integer.MAX_VALUE),
                            overtime.keeping(share, 0, Integer.MAX_VALUE),
                            overtimePremiumPercent);
        }
    }

    /** What of a machine's shifts it is available for, a share from 0 to 1. */
    Shifts available(Node equipment, double share) {
        if (available.size() > MOST_SHARES) {
            // where shares are asked for again and again, most of them are never asked for twice
            available.clear();
        }
        String calendar = calendarOf(equipment).map(Node::id).orElse("");
        return available.computeIfAbsent(
                new Available(new Followed(calendar, worked.of(equipment)), share),
                key -> of(equipment).keeping(share));
    }

    /** The shifts of a machine: its own calendar, else its workshop's, else the default. */
    Shifts of(Node equipment) {
        return of(equipment, worked.of(equipment));
    }

    private Shifts of(Node follower, Extra workedToo) {
        return calendarOf(follower)
                .map(calendar -> compiled.computeIfAbsent(
                        new Followed(calendar.id(), workedToo), key -> compile(calendar, workedToo)))
                .orElseGet(() -> usual(workedToo));
    }

    /** Those of whoever follows no calendar. */
    Shifts usual() {
        return usual(Extra.NONE);
    }

    private Shifts usual(Extra workedToo) {
        return compiled.computeIfAbsent(
                new Followed("", workedToo),
                key -> new Shifts(
                        usual(workedToo.must()),
                        usual(workedToo.all()),
                        workedToo.may().isEmpty() ? 0 : USUAL_PREMIUM_PERCENT));
    }

    private WorkingTime usual(Set<LocalDate> workedToo) {
        return WorkingTime.of(intervals(day -> List.of(DEFAULT_SHIFTS), DaysOff.NONE.but(workedToo)));
    }

    /** The hours in which an operation may be worked, empty where its machine decides. */
    Optional<WorkingTime> hoursOf(Node process) {
        return calendarOf(process)
                .map(calendar -> of(process, worked.anywhere().open()).time());
    }

    /** When people work: by their own calendar or that of the place they belong to, else whenever their machine does. */
    Shifts ofPeople(Node group) {
        return calendarOf(group).isPresent()
                ? of(group, worked.anywhere())
                : compiled.computeIfAbsent(new Followed("always", Extra.NONE), key -> {
                    var always = WorkingTime.of(List.of(new int[] {0, days * DAY}));
                    return new Shifts(always, always, 0);
                });
    }

    /** Days on which a supplier that follows a calendar neither ships nor produces. */
    List<int[]> closedDays(Node supplier) {
        return calendarOf(supplier)
                .map(calendar -> closedDays.computeIfAbsent(calendar.id(), id -> closed(calendar)))
                .orElse(List.of());
    }

    /** Its own, else that of what it is part of, the nearest first. */
    static Optional<Node> calendarOf(Node node) {
        var places = new ArrayList<>(List.of(node));
        var seen = new HashSet<>(Set.of(node.id()));
        for (int i = 0; i < places.size(); i++) {
            List<Relation> follows = places.get(i).out(RelationType.FOLLOWS);
            if (!follows.isEmpty()) {
                return Optional.of(follows.getFirst().to());
            }
            for (Relation partOf : places.get(i).out(RelationType.PART_OF)) {
                // a workshop that belongs to itself would have no end
                if (seen.add(partOf.to().id())) {
                    places.add(partOf.to());
                }
            }
        }
        return Optional.empty();
    }

    private Shifts compile(Node calendar, Extra workedToo) {
        WeekPattern shifts = calendar.findWeekPattern(SHIFTS).orElse(DEFAULT_SHIFTS);
        Optional<WeekPattern> extra = calendar.findWeekPattern(OVERTIME);
        DaysOff off = DaysOff.of(calendar);
        DatedWeeks dated = calendar.datedWeeks(DATED_SHIFTS);
        var time = WorkingTime.of(intervals(day -> List.of(dated.on(day).orElse(shifts)), off.but(workedToo.must())));
        WorkingTime overtime = time;
        if (extra.isPresent() || !workedToo.may().isEmpty()) {
            List<int[]> all = intervals(
                    day -> Stream.concat(Stream.of(dated.on(day).orElse(shifts)), extra.stream())
                            .toList(),
                    off.but(workedToo.all()));
            overtime = WorkingTime.of(withinLimit(all, time, calendar.numberOr(OVERTIME_HOURS_PER_MONTH, NO_LIMIT)));
        }
        return new Shifts(time, overtime, calendar.numberOr(OVERTIME_PREMIUM_PERCENT, USUAL_PREMIUM_PERCENT));
    }

    /** The same hours with no more overtime in a month than the limit: the first of it, so that what is late is helped soonest. */
    private List<int[]> withinLimit(List<int[]> all, WorkingTime regular, double hoursPerMonth) {
        int limit = (int) Math.round(Math.max(0, hoursPerMonth) * 60);
        var left = new HashMap<YearMonth, Integer>();
        var kept = new ArrayList<int[]>();
        for (int[] interval : all) {
            for (int from = interval[0]; from < interval[1]; ) {
                int to = Math.min(interval[1], (from / DAY + 1) * DAY);
                YearMonth month = YearMonth.from(asOf.plusDays(from / DAY));
                int extra = to - from - regular.workedBetween(from, to);
                int over = extra - left.getOrDefault(month, limit);
                if (over <= 0) {
                    left.put(month, left.getOrDefault(month, limit) - extra);
                    kept.add(new int[] {from, to});
                } else {
                    left.put(month, 0);
                    kept.addAll(without(from, to, regular, over));
                }
                from = to;
            }
        }
        return merged(kept);
    }

    /** What is worked in the stretch once the last minutes of its overtime are taken away. */
    private static List<int[]> without(int from, int to, WorkingTime regular, int minutes) {
        var kept = new ArrayList<int[]>();
        int left = to - from - regular.workedBetween(from, to) - minutes;
        for (int minute = from; minute < to; minute++) {
            boolean isRegular = regular.workedBetween(minute, minute + 1) == 1;
            if (isRegular || left > 0) {
                left -= isRegular ? 0 : 1;
                kept.add(new int[] {minute, minute + 1});
            }
        }
        return kept;
    }

    private List<int[]> closed(Node calendar) {
        DaysOff off = DaysOff.of(calendar);
        var closed = new ArrayList<int[]>();
        for (int day = 0; day < days; day++) {
            LocalDate date = asOf.plusDays(day);
            if (isOff(date, off)) {
                closed.add(new int[] {day * DAY, (day + 1) * DAY});
            }
        }
        return merged(closed);
    }

    private List<int[]> intervals(Function<LocalDate, List<WeekPattern>> patterns, DaysOff off) {
        var intervals = new ArrayList<int[]>();
        for (int day = 0; day < days; day++) {
            LocalDate date = asOf.plusDays(day);
            if (isOff(date, off)) {
                continue;
            }
            for (WeekPattern pattern : patterns.apply(date)) {
                for (WeekPattern.Period period : periodsOn(pattern, date, off)) {
                    intervals.add(new int[] {day * DAY + period.fromMinute(), day * DAY + period.toMinute()});
                }
            }
        }
        return merged(intervals);
    }

    /** An adjusted workday (调休) is worked like a Monday where the weekday itself is free. */
    private List<WeekPattern.Period> periodsOn(WeekPattern pattern, LocalDate date, DaysOff off) {
        List<WeekPattern.Period> usual = pattern.on(date.getDayOfWeek());
        boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        boolean instead = off.worked().contains(date)
                || off.workdays().stream().anyMatch(days -> days.contains(date))
                || (off.chinese() && holidays.isWorkday(date));
        boolean free = weekend || off.worked().contains(date);
        return usual.isEmpty() && free && instead ? pattern.on(DayOfWeek.MONDAY) : usual;
    }

    private boolean isOff(LocalDate date, DaysOff off) {
        return !off.worked().contains(date)
                && (off.shutdowns().stream().anyMatch(days -> days.contains(date))
                        || (off.chinese() && holidays.isHoliday(date)));
    }

    /**
     * Days on which a calendar's week does not hold.
     *
     * @param chinese whether China's statutory holidays and adjusted workdays count
     * @param workdays weekend days that are worked instead
     * @param worked days that are worked whatever else is said of them
     */
    private record DaysOff(
            boolean chinese, List<DateRange> shutdowns, List<DateRange> workdays, Set<LocalDate> worked) {
        private static final DaysOff NONE = new DaysOff(false, List.of(), List.of(), Set.of());

        DaysOff but(Set<LocalDate> days) {
            return new DaysOff(chinese, shutdowns, workdays, days);
        }

        static DaysOff of(Node calendar) {
            return new DaysOff(
                    calendar.findText(HOLIDAYS).filter("CN"::equals).isPresent(),
                    calendar.dateRanges(SHUTDOWNS),
                    calendar.dateRanges(WORKDAYS),
                    Set.of());
        }
    }

    private static List<int[]> merged(List<int[]> intervals) {
        intervals.sort(Comparator.comparingInt(i -> i[0]));
        var merged = new ArrayList<int[]>();
        for (int[] interval : intervals) {
            if (!merged.isEmpty() && interval[0] <= merged.getLast()[1]) {
                merged.getLast()[1] = Math.max(merged.getLast()[1], interval[1]);
            } else {
                merged.add(interval.clone());
            }
        }
        return merged;
    }
}
