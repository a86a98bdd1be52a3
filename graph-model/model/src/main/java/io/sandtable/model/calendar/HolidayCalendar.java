package io.sandtable.model.calendar;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.DateRange;
import io.sandtable.model.NodeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * China's working days: the State Council's yearly notices where they are known, else the statutory days by today's law
 * and plain weekends.
 */
public final class HolidayCalendar {
    /** Id of the calendar that carries the notices which a company has loaded: its shutdowns are the days off, its workdays those worked instead. */
    public static final String NOTICES = "CAL-CN-HOLIDAYS";

    private static final int DECEMBER = 12;
    private static final String HEADER = "year,festival,holidays,workdays";
    private static final HolidayCalendar CHINA = parse(resource("cn-holidays.csv"));

    private final Set<Integer> years = new HashSet<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> workdays = new HashSet<>();
    private final Map<FestivalYear, DateRange> festivals = new HashMap<>();
    private final Map<Integer, Set<LocalDate>> statutoryDays = new ConcurrentHashMap<>();

    private record FestivalYear(String festival, int year) {}

    private HolidayCalendar() {}

    /** The calendar that ships with Sandtable; its sources stand in the {@code datapackage.json} beside its data. */
    public static HolidayCalendar china() {
        return CHINA;
    }

    /**
     * The same with the notices that a company has loaded: what its calendar {@value #NOTICES} says of a year stands for the whole year.
     * The snapshot carries it, so that a plan is worked out again by the notices of then.
     */
    public static HolidayCalendar of(BusinessSnapshot snapshot) {
        return snapshot.findNode(NOTICES)
                .filter(node -> node.type() == NodeType.CALENDAR)
                .map(node -> CHINA.with(
                        DateRange.parseAll(node.findText(Attributes.SHUTDOWNS).orElse("")),
                        DateRange.parseAll(node.findText(Attributes.WORKDAYS).orElse(""))))
                .orElse(CHINA);
    }

    private HolidayCalendar with(List<DateRange> off, List<DateRange> worked) {
        Set<LocalDate> daysOff = days(off);
        var calendar = new HolidayCalendar();
        // a year is told by what is off in its middle: the days around 1 January belong to the notice of the next year
        daysOff.stream()
                .filter(day -> day.getMonthValue() < DECEMBER)
                .map(LocalDate::getYear)
                .forEach(calendar.years::add);
        Predicate<LocalDate> told = day -> calendar.years.contains(yearOfNotice(day));
        holidays.stream().filter(told.negate()).forEach(calendar.holidays::add);
        workdays.stream().filter(told.negate()).forEach(calendar.workdays::add);
        daysOff.stream().filter(told).forEach(calendar.holidays::add);
        days(worked).stream().filter(told).forEach(calendar.workdays::add);
        festivals.forEach((key, days) -> {
            if (!calendar.years.contains(key.year())) {
                calendar.festivals.put(key, days);
            }
        });
        calendar.years.forEach(year -> calendar.addFestivals(year, off));
        calendar.years.addAll(years);
        return calendar;
    }

    private void addFestivals(int year, List<DateRange> off) {
        for (Festival festival : Festival.values()) {
            LocalDate first = festival.statutory(year).from();
            off.stream()
                    .filter(range -> range.contains(first))
                    .findFirst()
                    .ifPresent(range -> festivals.put(new FestivalYear(festival.zh(), year), range));
        }
    }

    private static int yearOfNotice(LocalDate day) {
        return day.getMonthValue() == DECEMBER ? day.getYear() + 1 : day.getYear();
    }

    private static Set<LocalDate> days(List<DateRange> ranges) {
        return ranges.stream()
                .flatMap(range -> range.from().datesUntil(range.to().plusDays(1)))
                .collect(Collectors.toSet());
    }

    /** Reads {@code year,festival,holidays,workdays}, a festival of one year per line; all bad lines are named at once. */
    static HolidayCalendar parse(String csv) {
        var calendar = new HolidayCalendar();
        var problems = new ArrayList<String>();
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("A holiday file began with '%s'; its first line must be '%s'. Add it."
                    .formatted(lines.isEmpty() ? "" : lines.getFirst(), HEADER));
        }
        for (int i = 1; i < lines.size(); i++) {
            try {
                calendar.add(lines.get(i));
            } catch (IllegalArgumentException e) {
                problems.add("line %d: %s".formatted(i + 1, e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "The holiday file has %d bad lines; a line reads 2026,元旦,2026-01-01..2026-01-03,2026-01-04. Correct: %s"
                            .formatted(problems.size(), problems));
        }
        return calendar;
    }

    private void add(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException(
                    "%d columns instead of 4: %s; separate with commas.".formatted(cells.length, line));
        }
        int year = Integer.parseInt(cells[0]);
        List<DateRange> ranges = DateRange.parseAll(cells[2]);
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("%s %d has no day off; give at least one.".formatted(cells[1], year));
        }
        years.add(year);
        ranges.forEach(range -> range.from().datesUntil(range.to().plusDays(1)).forEach(holidays::add));
        DateRange.parseAll(cells[3]).forEach(range -> workdays.add(range.from()));
        festivals.put(
                new FestivalYear(cells[1], year),
                new DateRange(ranges.getFirst().from(), ranges.getLast().to()));
    }

    /** Whether the notice for the year is known; where it is not, days off are the statutory ones only. */
    public boolean isOfficial(int year) {
        return years.contains(year);
    }

    /** Whether people work: Monday to Friday but for holidays, and the weekend days worked instead. */
    public boolean isWorkday(LocalDate day) {
        return workdays.contains(day) || (!isWeekend(day) && !isHoliday(day));
    }

    /** Whether the day is off by notice or law; an ordinary weekend is not. */
    public boolean isHoliday(LocalDate day) {
        return holidays.contains(day)
                || (!isOfficial(day.getYear())
                        && statutoryDays
                                .computeIfAbsent(day.getYear(), HolidayCalendar::statutoryDays)
                                .contains(day));
    }

    /** First to last day off of a festival by its Chinese name (春节, 五一 …); empty where it gave no day off that year. */
    public Optional<DateRange> festival(String name, int year) {
        return Festival.named(name)
                .map(Festival::zh)
                .map(zh -> festivals.get(new FestivalYear(zh, year)))
                .or(() -> Festival.named(name).map(f -> f.statutory(year)).filter(range -> isHoliday(range.from())));
    }

    /** The festival's first name where the word means one, such as 劳动节 for 五一. */
    public static Optional<String> festivalNamed(String word) {
        return Festival.named(word).map(Festival::zh);
    }

    /** The solar day of a day of the lunar year; a leap month is negative. */
    public static LocalDate ofLunar(int year, int month, int day) {
        try {
            return Festival.lunar(year, month, day);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The lunar year %d has no day %d of month %d; months have 29 or 30 days. Correct the day."
                            .formatted(year, day, month),
                    e);
        }
    }

    private static Set<LocalDate> statutoryDays(int year) {
        var days = new HashSet<LocalDate>();
        for (Festival festival : Festival.values()) {
            DateRange range = festival.statutory(year);
            range.from().datesUntil(range.to().plusDays(1)).forEach(days::add);
        }
        return days;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static String resource(String name) {
        try (InputStream in = HolidayCalendar.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource %s is missing from the model's jar; build it again.".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The resource %s cannot be read from the model's jar; build it again.".formatted(name), e);
        }
    }
}
