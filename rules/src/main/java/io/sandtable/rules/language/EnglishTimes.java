package io.sandtable.rules.language;

import io.sandtable.model.calendar.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** English words for days and periods. */
final class EnglishTimes {
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?(?![a-z])";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:,? (?:of )?(\\d{4}|next year|this year))?";
    private static final String PART =
            "(?:the )?(?:(early|mid|late|beginning of|start of|middle of|end of)[ -])?(?:the )?";
    private static final String WEEKDAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private static final Map<String, String> FESTIVALS = Map.of(
            "new year's day", "元旦",
            "spring festival", "春节",
            "chinese new year", "春节",
            "qingming", "清明",
            "labour day", "劳动节",
            "labor day", "劳动节",
            "dragon boat festival", "端午",
            "mid-autumn festival", "中秋",
            "national day", "国庆");
    private static final Map<String, Integer> DAYS =
            Map.of("tomorrow", 1, "yesterday", -1, "the day after tomorrow", 2);
    private static final Map<String, Integer> ORDINALS = Map.of("second", 2, "third", 3, "fourth", 4, "last", -1);

    private final LocalDate asOf;
    private final HolidayCalendar calendar;

    EnglishTimes(LocalDate asOf, HolidayCalendar calendar) {
        this.asOf = asOf;
        this.calendar = calendar;
    }

    List<TimeRule> rules() {
        return List.of(
                rule(
                        "(?:between )?" + DAY + "(?: ?[–-] ?| to | until | through )" + DAY + " (?:of )?" + MONTH
                                + YEAR,
                        (m, on) -> days(m.group(3), m.group(1), m.group(2), m.group(4), on)),
                rule(
                        "between " + DAY + " and " + DAY + " (?:of )?" + MONTH + YEAR,
                        (m, on) -> days(m.group(3), m.group(1), m.group(2), m.group(4), on)),
                rule(
                        MONTH + " " + DAY + "(?: ?[–-] ?| to | until | through )" + DAY + YEAR + "(?!\\d)",
                        (m, on) -> days(m.group(1), m.group(2), m.group(3), m.group(4), on)),
                rule(
                        DAY + " (?:of )?" + MONTH + YEAR,
                        (m, on) -> days(m.group(2), m.group(1), m.group(1), m.group(3), on)),
                rule(
                        MONTH + " " + DAY + "(?!\\d)" + YEAR,
                        (m, on) -> days(m.group(1), m.group(2), m.group(2), m.group(3), on)),
                rule(PART + MONTH + YEAR, (m, on) -> part(month(m.group(2), m.group(3), on), m.group(1))),
                rule("(?:the )?(this|next|last|current|coming) (week|month|quarter|year)", this::relative),
                rule(
                        "(?:the )?(early|mid|late|beginning of|start of|middle of|end of)[ -](?:the )?(?:(this|next|current) )?(month|quarter|year)",
                        this::partOfRelative),
                rule("(?:year[ -]end|the year's end)", (m, on) -> Point.month(YearMonth.of(on.getYear(), 12))),
                rule("(?:this |next |on )?" + WEEKDAY + "(?![a-z])( next week| this week)?", this::weekday),
                rule("(?:next week )(?:on )?" + WEEKDAY + "(?![a-z])", (m, on) -> ofWeek(1, m.group(1))),
                rule("the (?:(last)|(first)) day of (?:the |this |(next) )?month", this::edgeOfMonth),
                rule(
                        "the (?:(last)|first) day of " + MONTH + YEAR,
                        (m, on) -> edge(month(m.group(2), m.group(3), on), m.group(1) != null)),
                rule(
                        "(?:the )?(first|second) half of " + MONTH + YEAR,
                        (m, on) -> halfMonth(month(m.group(2), m.group(3), on), m.group(1))),
                rule("(?:the )?(?:q([1-4])|(first|second|third|fourth|last) quarter)" + YEAR, this::quarter),
                rule("(?:the )?(?:h([12])|(first|second) half)" + YEAR + "(?: of the year)?", this::half),
                rule(
                        "(today|now|tomorrow|yesterday|the day after tomorrow)(?![a-z])",
                        (m, on) -> Point.day(asOf.plusDays(DAYS.getOrDefault(m.group(1), 0)))),
                rule(
                        "(?:(?:the )?(?:next|coming)|within) (\\d+|an?|one|two|three|four|five|six|eight|ten|twelve) (day|week|month|quarter|year)s?(?![a-z])",
                        (m, on) -> Point.of(asOf, later(m, 1).minusDays(1))),
                rule(
                        "(?:the )?(?:last|past) (\\d+|two|three|four|five|six|eight|ten|twelve) (day|week|month|quarter|year)s(?![a-z])",
                        (m, on) -> Point.of(later(m, -1), asOf.minusDays(1))),
                rule(
                        "(every |each )?(?:the )?(?:year's )?(" + String.join("|", FESTIVALS.keySet())
                                + ")(?: (?:holidays?|of))?(?: (\\d{4}))?",
                        this::festival),
                rule(
                        "(?:every|each) " + WEEKDAY + "(?:(?:,| and| and every|, and) " + WEEKDAY + ")?(?![a-z])",
                        this::everyWeek),
                rule(WEEKDAY + "s(?: and " + WEEKDAY + "s)?(?![a-z])", this::everyWeek),
                rule("(?:the |this |(next ))weekend(?![a-z])", (m, on) -> weekend(m.group(1) == null ? 0 : 1)),
                rule(
                        "the (\\d{1,2})(?:st|nd|rd|th)(?! (?:day )?of)(?! ?[–-] ?\\d| to \\d| [a-z]+day)",
                        this::dayOfMonth),
                rule(
                        "(?:every|each) weekend(?![a-z])|weekends(?![a-z])",
                        (m, on) -> recurring("FREQ=WEEKLY;BYDAY=SA,SU")),
                rule(
                        "(?:on )?(?:the )?" + DAY + " (?:day )?of (?:every|each) month",
                        (m, on) -> recurring("FREQ=MONTHLY;BYMONTHDAY=" + m.group(1))),
                rule(
                        "(?:every|each) month on the " + DAY,
                        (m, on) -> recurring("FREQ=MONTHLY;BYMONTHDAY=" + m.group(1))),
                rule(
                        "(?:on )?the last day of (?:every|each) month",
                        (m, on) -> recurring("FREQ=MONTHLY;BYMONTHDAY=-1")),
                rule(
                        "(?:on )?the (first|second|third|fourth|last) " + WEEKDAY + " of (?:every|each) month",
                        (m, on) -> recurring(
                                "FREQ=MONTHLY;BYDAY=" + ORDINALS.getOrDefault(m.group(1), 1) + byDay(m.group(2)))),
                rule(
                        "(?:the year )?(20\\d\\d)(?!\\d)(?=$|[ ,.;])(?! (?:pcs|units|pieces|kwh|t |cny|yuan))",
                        (m, on) -> Point.year(Integer.parseInt(m.group(1)))));
    }

    private static TimeRule rule(String pattern, TimeRule.Meaning meaning) {
        return new TimeRule(Pattern.compile(pattern), meaning);
    }

    private Point days(String monthWord, String first, String last, @Nullable String yearWord, LocalDate on) {
        int month = number(monthWord);
        int from = Integer.parseInt(first);
        int to = Integer.parseInt(last);
        LocalDate start = yearWord == null
                ? Point.next(month, from, on).from()
                : LocalDate.of(year(yearWord, on.getYear()), month, from);
        LocalDate end = LocalDate.of(start.getYear(), month, to);
        return first.equals(last) ? Point.day(start) : Point.range(start, end);
    }

    private YearMonth month(String word, @Nullable String yearWord, LocalDate on) {
        return yearWord == null
                ? Point.nextMonth(number(word), on)
                : YearMonth.of(year(yearWord, on.getYear()), number(word));
    }

    private static Point part(YearMonth month, @Nullable String part) {
        return part == null ? Point.month(month) : Point.third(month, third(part));
    }

    private static int third(String part) {
        return part.matches("early|beginning of|start of") ? 1 : part.startsWith("mid") ? 2 : 3;
    }

    private Point relative(Matcher m, LocalDate on) {
        return period(m.group(2), steps(m.group(1)));
    }

    private Point period(String unit, int steps) {
        return switch (unit) {
            case "week" -> {
                LocalDate monday = asOf.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(steps);
                yield Point.of(monday, monday.plusDays(6));
            }
            case "month" -> Point.month(YearMonth.from(asOf).plusMonths(steps));
            case "quarter" -> {
                LocalDate inside = asOf.plusMonths(3L * steps);
                yield Point.quarter(inside.getYear(), (inside.getMonthValue() + 2) / 3);
            }
            default -> Point.year(asOf.getYear() + steps);
        };
    }

    /** The first, middle or last month of a quarter or year, or third of a month. */
    private Point partOfRelative(Matcher m, LocalDate on) {
        int third = third(m.group(1));
        Point whole = period(m.group(3), m.group(2) == null ? 0 : steps(m.group(2)));
        if (m.group(3).equals("month")) {
            return Point.third(YearMonth.from(whole.from()), third);
        }
        YearMonth first = YearMonth.from(whole.from());
        int months = m.group(3).equals("quarter") ? 3 : 12;
        return Point.month(first.plusMonths(third == 1 ? 0 : third == 3 ? months - 1 : months / 2));
    }

    private Point weekday(Matcher m, LocalDate on) {
        boolean nextWeek = m.group().startsWith("next") || " next week".equals(m.group(2));
        if (nextWeek || m.group(2) != null) {
            return ofWeek(nextWeek ? 1 : 0, m.group(1));
        }
        return Point.day(on.with(TemporalAdjusters.nextOrSame(dayOfWeek(m.group(1)))));
    }

    private Point ofWeek(int weeks, String weekday) {
        return Point.day(period("week", weeks).from().with(TemporalAdjusters.nextOrSame(dayOfWeek(weekday))));
    }

    private Point weekend(int weeks) {
        LocalDate monday = period("week", weeks).from();
        return Point.of(monday.plusDays(5), monday.plusDays(6));
    }

    private Point dayOfMonth(Matcher m, LocalDate on) {
        int day = Integer.parseInt(m.group(1));
        YearMonth month = YearMonth.from(on);
        return Point.day((day < on.getDayOfMonth() ? month.plusMonths(1) : month).atDay(day));
    }

    private static DayOfWeek dayOfWeek(String word) {
        return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String byDay(String word) {
        return word.substring(0, 2).toUpperCase(Locale.ROOT);
    }

    private Point everyWeek(Matcher m, LocalDate on) {
        return recurring(
                "FREQ=WEEKLY;BYDAY=" + byDay(m.group(1)) + (m.group(2) == null ? "" : "," + byDay(m.group(2))));
    }

    private Point recurring(String rule) {
        return Point.day(asOf).recurring(rule);
    }

    private Point edgeOfMonth(Matcher m, LocalDate on) {
        return edge(YearMonth.from(asOf).plusMonths(m.group(3) == null ? 0 : 1), m.group(1) != null);
    }

    private static Point edge(YearMonth month, boolean last) {
        return Point.day(last ? month.atEndOfMonth() : month.atDay(1));
    }

    private static Point halfMonth(YearMonth month, String half) {
        return half.equals("first")
                ? Point.of(month.atDay(1), month.atDay(15))
                : Point.of(month.atDay(16), month.atEndOfMonth());
    }

    private Point quarter(Matcher m, LocalDate on) {
        int quarter = m.group(1) != null
                ? Integer.parseInt(m.group(1))
                : switch (m.group(2)) {
                    case "first" -> 1;
                    case "second" -> 2;
                    case "third" -> 3;
                    default -> 4;
                };
        int year = year(m.group(3), on.getYear());
        Point point = Point.quarter(year, quarter);
        return m.group(3) == null && point.to().isBefore(on) ? Point.quarter(year + 1, quarter) : point;
    }

    private Point half(Matcher m, LocalDate on) {
        int half =
                m.group(1) != null ? Integer.parseInt(m.group(1)) : m.group(2).equals("first") ? 1 : 2;
        int year = year(m.group(3), on.getYear());
        Point point = Point.half(year, half);
        return m.group(3) == null && point.to().isBefore(on) ? Point.half(year + 1, half) : point;
    }

    /** The as-of day moved by the number and unit of groups 1 and 2. */
    private LocalDate later(Matcher m, int direction) {
        long count = m.group(1).startsWith("a")
                ? 1
                : Math.round(Numbers.at(m.group(1), 0).orElseThrow().value());
        long steps = direction * count;
        return switch (m.group(2)) {
            case "day" -> asOf.plusDays(steps);
            case "week" -> asOf.plusWeeks(steps);
            case "month" -> asOf.plusMonths(steps);
            case "quarter" -> asOf.plusMonths(3 * steps);
            default -> asOf.plusYears(steps);
        };
    }

    private Point festival(Matcher m, LocalDate on) {
        String name = FESTIVALS.getOrDefault(m.group(2), "");
        return TimeRule.festival(
                calendar, on, name, Optional.ofNullable(m.group(3)).map(Integer::parseInt), m.group(1) != null);
    }

    private int year(@Nullable String word, int fallback) {
        if (word == null) {
            return fallback;
        }
        return switch (word) {
            case "next year" -> asOf.getYear() + 1;
            case "this year" -> asOf.getYear();
            default -> Integer.parseInt(word);
        };
    }

    private static int number(String month) {
        return MONTHS.indexOf(month.substring(0, 3)) / 3 + 1;
    }

    private static int steps(String word) {
        return switch (word) {
            case "next", "coming" -> 1;
            case "last" -> -1;
            default -> 0;
        };
    }
}
