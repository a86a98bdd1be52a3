package io.sandtable.rules.language;

import io.sandtable.model.calendar.HolidayCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** English words for days and periods. */
final class EnglishTimes {
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?(?![a-z])";
    private static final String WEEKDAYS = "montuewedthufrisatsun";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:,? (?:of )?(\\d{4}|next year|this year))?";
    private static final String PART_OF = "(early|mid|late|early in|late in|beginning of|start of|middle of|end of)";
    private static final String PART = "(?:the )?(?:" + PART_OF + "[ -])?(?:the )?";
    static final String WEEKDAY =
            "(mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
    /** Monday, 7 December: the date says which Monday. */
    private static final String OF_WEEK =
            "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the )?)?";

    private static final String COUNT = "(\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)";
    private static final Map<String, String> FESTIVALS = Map.ofEntries(
            Map.entry("new year's day", "元旦"),
            Map.entry("spring festival", "春节"),
            Map.entry("chinese new year", "春节"),
            Map.entry("lunar new year", "春节"),
            Map.entry("qingming", "清明"),
            Map.entry("qingming festival", "清明"),
            Map.entry("tomb-sweeping day", "清明"),
            Map.entry("tomb sweeping day", "清明"),
            Map.entry("labour day", "劳动节"),
            Map.entry("labor day", "劳动节"),
            Map.entry("may day", "劳动节"),
            Map.entry("dragon boat", "端午"),
            Map.entry("dragon boat festival", "端午"),
            Map.entry("mid-autumn", "中秋"),
            Map.entry("mid-autumn festival", "中秋"),
            Map.entry("moon festival", "中秋"),
            Map.entry("national day", "国庆"),
            Map.entry("golden week", "国庆"));
    /** The longest first, so that a festival is not cut short. */
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder());

    static final String FESTIVAL =
            FESTIVALS.keySet().stream().sorted(LONGEST_FIRST).collect(Collectors.joining("|"));

    /** Days of the year that have a name and no days off. */
    private static final Map<String, MonthDay> NAMED_DAYS = Map.of(
            "christmas eve", MonthDay.of(12, 24),
            "christmas day", MonthDay.of(12, 25),
            "christmas", MonthDay.of(12, 25),
            "boxing day", MonthDay.of(12, 26),
            "new year's eve", MonthDay.of(12, 31));

    private static final Map<String, Integer> DAYS =
            Map.of("tomorrow", 1, "yesterday", -1, "the day after tomorrow", 2);
    static final Map<String, Integer> ORDINALS = Map.of("second", 2, "third", 3, "fourth", 4, "last", -1);

    private final LocalDate asOf;
    private final HolidayCalendar calendar;

    EnglishTimes(LocalDate asOf, HolidayCalendar calendar) {
        this.asOf = asOf;
        this.calendar = calendar;
    }

    List<TimeRule> rules() {
        return Stream.of(days(), periods(), relativeDays(), EnglishRecurrences.rules())
                .flatMap(List::stream)
                .toList();
    }

    private List<TimeRule> days() {
        return List.of(
                rule(
                        "(?:between )?" + OF_WEEK + DAY + "(?: ?[–-] ?| to | until | through | and )" + OF_WEEK + DAY
                                + " (?:of )?" + MONTH + YEAR,
                        (m, on) -> days(m.group(3), m.group(1), m.group(2), m.group(4), on, m.group())),
                rule(
                        "(?:between )?" + OF_WEEK + MONTH + " " + DAY + "(?: ?[–-] ?| to | until | through | and )"
                                + DAY + YEAR + "(?!\\d)",
                        (m, on) -> days(m.group(1), m.group(2), m.group(3), m.group(4), on, m.group())),
                rule(
                        OF_WEEK + "(?:the )?" + DAY + " (?:of )?" + MONTH + YEAR,
                        (m, on) -> days(m.group(2), m.group(1), m.group(1), m.group(3), on, "")),
                rule(
                        OF_WEEK + MONTH + " (?:the )?" + DAY + "(?!\\d)" + YEAR,
                        (m, on) -> days(m.group(1), m.group(2), m.group(2), m.group(3), on, "")),
                rule(
                        "the (first|second|third) of " + MONTH + YEAR,
                        (m, on) -> days(
                                m.group(2),
                                Integer.toString(ORDINALS.getOrDefault(m.group(1), 1)),
                                Integer.toString(ORDINALS.getOrDefault(m.group(1), 1)),
                                m.group(3),
                                on,
                                "")),
                rule(
                        "(?:the )?week (?:of|beginning|starting|from) (?:on )?" + OF_WEEK + "(?:the )?" + DAY
                                + " (?:of )?" + MONTH + YEAR,
                        (m, on) -> weekOf(days(m.group(2), m.group(1), m.group(1), m.group(3), on, "")
                                .from())),
                rule(
                        "("
                                + String.join(
                                        "|",
                                        NAMED_DAYS.keySet().stream()
                                                .sorted(LONGEST_FIRST)
                                                .toList()) + ")(?![a-z])",
                        this::namedDay),
                rule(
                        "the " + DAY + " of (this|next|the) month",
                        (m, on) -> Point.day(YearMonth.from(asOf)
                                .plusMonths(m.group(2).equals("next") ? 1 : 0)
                                .atDay(Integer.parseInt(m.group(1))))),
                rule("the (?:(last)|(first)) day of (?:the |this |(next) )?month", this::edgeOfMonth),
                rule(
                        "the (?:(last)|first) day of " + MONTH + YEAR,
                        (m, on) -> edge(month(m.group(2), m.group(3), on), m.group(1) != null)),
                rule(
                        "the (\\d{1,2})(?:st|nd|rd|th)(?! (?:day )?of)(?! ?[–-] ?\\d| to \\d| [a-z]+day)",
                        this::dayOfMonth));
    }

    private List<TimeRule> periods() {
        return List.of(
                rule(PART + MONTH + YEAR, (m, on) -> part(month(m.group(2), m.group(3), on), m.group(1))),
                rule(
                        "(?:the )?(beginning of|start of|middle of|end of)[ -](?:the )?(?:year )?(20\\d\\d)(?!\\d)",
                        (m, on) -> monthOf(Point.year(Integer.parseInt(m.group(2))), third(m.group(1)))),
                rule(
                        "(?:the )?" + PART_OF + "[ -](?:the )?(?:q([1-4])|(first|second|third|fourth) quarter)" + YEAR,
                        (m, on) -> monthOf(quarter(m.group(2), m.group(3), m.group(4), on), third(m.group(1)))),
                rule(
                        "(?:the )?(?:(first|second|third|fourth)|(last)) week (?:of|in) " + MONTH + YEAR,
                        (m, on) -> weekOfMonth(month(m.group(3), m.group(4), on), m.group(1))),
                rule(
                        "(?:the )?(first|last) (ten days|two weeks|three weeks) (?:of|in) " + MONTH + YEAR,
                        (m, on) -> daysOfMonth(month(m.group(3), m.group(4), on), m.group(1), m.group(2))),
                rule(
                        "(?:the )?(first|second) half of " + MONTH + YEAR,
                        (m, on) -> halfMonth(month(m.group(2), m.group(3), on), m.group(1))),
                rule(
                        "(?:the )?(?:q([1-4])|(first|second|third|fourth|last(?= quarter of)) quarter)" + YEAR,
                        (m, on) -> quarter(m.group(1), m.group(2), m.group(3), on)),
                rule("(?:the )?(?:h([12])|(first|second) half)" + YEAR + "(?: of the year)?", this::half),
                rule(
                        "(?:the )?(?:year )?(20\\d\\d)(?!\\d)(?=$|[ ,.;?!])(?! (?:pcs|units|pieces|kwh|t |cny|yuan))",
                        (m, on) -> Point.year(Integer.parseInt(m.group(1)))),
                rule(
                        "(every |each )?(?:the )?(?:year's )?(" + FESTIVAL
                                + ")(?: (?:holidays?|break|of))*(?: (\\d{4}))?",
                        this::festival));
    }

    private List<TimeRule> relativeDays() {
        return List.of(
                rule(
                        "(?:the )?(this|next|last|current|coming|following) (week|month|quarter|year)(?![a-z])(?!'s end)",
                        this::relative),
                rule(
                        "(?:the )?" + PART_OF
                                + "[ -](?:the )?(?:(this|next|current) )?(week|month|quarter|year)(?![a-z])",
                        this::partOfRelative),
                rule(
                        "(?:the )?(?:(week|month|quarter|year)(?:[ -]|'s )end|(?:(this|next) )(week|month|quarter|year)'s end)",
                        this::endOf),
                rule(
                        "(?:this |next |coming |on )?(?:coming )?" + WEEKDAY + "(?![a-z])\\.?( next week| this week)?",
                        this::weekday),
                rule("(?:next week )(?:on )?" + WEEKDAY + "(?![a-z])", (m, on) -> ofWeek(1, m.group(1))),
                rule(
                        "(today|tonight|now|tomorrow|yesterday|the day after tomorrow)(?![a-z])",
                        (m, on) -> Point.day(asOf.plusDays(DAYS.getOrDefault(m.group(1), 0)))),
                rule(
                        "(?:(?:the )?(?:next|coming)|within|within the next) " + COUNT
                                + " (day|week|month|quarter|year)s?(?![a-z])",
                        (m, on) -> Point.of(asOf, later(m, 1).minusDays(1))),
                rule(
                        "(?:the )?(?:last|past) " + COUNT + " (day|week|month|quarter|year)s(?![a-z])",
                        (m, on) -> Point.of(later(m, -1), asOf.minusDays(1))),
                rule("(?:the |this |(next ))weekend(?![a-z])", (m, on) -> weekend(m.group(1) == null ? 0 : 1)));
    }

    static TimeRule rule(String pattern, TimeRule.Meaning meaning) {
        return new TimeRule(Pattern.compile(pattern), meaning);
    }

    /** Two days joined by "and" are a range where they are neighbours or "between" stands before them. */
    private Point days(
            String monthWord, String first, String last, @Nullable String yearWord, LocalDate on, String words) {
        int month = number(monthWord);
        int from = Integer.parseInt(first);
        int to = Integer.parseInt(last);
        LocalDate start = yearWord == null
                ? Point.next(month, from, on).from()
                : LocalDate.of(year(yearWord, on.getYear()), month, from);
        LocalDate end = LocalDate.of(start.getYear(), month, to);
        if (words.contains(" and ") && !words.startsWith("between") && to != from + 1) {
            throw new DateTimeException(
                    "The days %s and %s do not follow each other; say one sentence for each. Ask again."
                            .formatted(start, end));
        }
        return first.equals(last) ? Point.day(start) : Point.range(start, end);
    }

    private static Point weekOf(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Point.of(monday, monday.plusDays(6));
    }

    private Point namedDay(Matcher m, LocalDate on) {
        MonthDay day = NAMED_DAYS.getOrDefault(m.group(1), MonthDay.of(12, 31));
        return Point.next(day.getMonthValue(), day.getDayOfMonth(), on);
    }

    /** Days 1 to 7, 8 to 14 …; the last seven. */
    private static Point weekOfMonth(YearMonth month, @Nullable String which) {
        if (which == null) {
            return Point.of(month.atEndOfMonth().minusDays(6), month.atEndOfMonth());
        }
        int first = 7 * (which.equals("first") ? 0 : ORDINALS.getOrDefault(which, 1) - 1) + 1;
        return Point.of(month.atDay(first), month.atDay(first + 6));
    }

    private static Point daysOfMonth(YearMonth month, String which, String length) {
        int days = length.startsWith("ten") ? 10 : length.startsWith("two") ? 14 : 21;
        return which.equals("first")
                ? Point.of(month.atDay(1), month.atDay(days))
                : Point.of(month.atEndOfMonth().minusDays(days - 1L), month.atEndOfMonth());
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
        return part.matches("early|early in|beginning of|start of") ? 1 : part.startsWith("mid") ? 2 : 3;
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
        return m.group(3).equals("week") ? dayOf(whole, third) : monthOf(whole, third);
    }

    private static Point dayOf(Point week, int third) {
        return Point.day(third == 1 ? week.from() : third == 2 ? week.from().plusDays(2) : week.to());
    }

    /** The first, middle or last month of a quarter or year. */
    private static Point monthOf(Point whole, int third) {
        YearMonth first = YearMonth.from(whole.from());
        YearMonth last = YearMonth.from(whole.to());
        int months = last.getMonthValue() - first.getMonthValue() + 1;
        return Point.month(third == 1 ? first : third == 3 ? last : first.plusMonths(months / 2));
    }

    private Point endOf(Matcher m, LocalDate on) {
        String unit = m.group(1) == null ? m.group(3) : m.group(1);
        Point whole = period(unit, "next".equals(m.group(2)) ? 1 : 0);
        return switch (unit) {
            case "week" -> dayOf(whole, 3);
            case "month" -> Point.third(YearMonth.from(whole.from()), 3);
            default -> monthOf(whole, 3);
        };
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
        return DayOfWeek.of(WEEKDAYS.indexOf(word.substring(0, 3)) / 3 + 1);
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

    private Point quarter(@Nullable String digit, @Nullable String ordinal, @Nullable String yearWord, LocalDate on) {
        int quarter = digit != null
                ? Integer.parseInt(digit)
                : switch (String.valueOf(ordinal)) {
                    case "first" -> 1;
                    case "second" -> 2;
                    case "third" -> 3;
                    default -> 4;
                };
        int year = year(yearWord, on.getYear());
        Point point = Point.quarter(year, quarter);
        return yearWord == null && point.to().isBefore(on) ? Point.quarter(year + 1, quarter) : point;
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
            case "next", "coming", "following" -> 1;
            case "last" -> -1;
            default -> 0;
        };
    }
}
