package io.sandtable.rules.language;

import io.sandtable.model.calendar.HolidayCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chinese words for days and periods. */
final class ChineseTimes {
    /** 1 to 99; never 三五 or 一二, which say about how many, or two months. */
    private static final String NUMERAL = "[二三四五六七八九]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九]";

    static final String NUM = "\\d{1,2}|" + NUMERAL;
    private static final String COUNT = "(\\d{1,3}|" + NUMERAL + "|两|一百|半)";
    private static final String YEAR_ALONE =
            "(今年|本年|明年|后年|去年|前年|(?:\\d{4}|[二〇零一三四五六七八九]{4})年|0\\d年|零[一二三四五六七八九]年|\\d\\d年(?=\\d{1,2}月))";
    static final String YEAR = "(?:" + YEAR_ALONE + "的?)";
    static final String MONTH = "(" + NUM + "|元)月";
    private static final String PART = "(?:的?(上旬|中旬|下旬|上半月|下半月|初|中|底|末))?";
    static final String FESTIVAL =
            "(元旦|春节|过年|清明节?|五一(?:劳动节|节)?|劳动节|端午节?|中秋节?|国庆节?|十一(?=期间|假期|长假|黄金周|节|放假|前|后|之前|之后|以前|以后))(?:假期|长假|黄金周|节)?";
    private static final String STEP = "(本|这个?|下个?|下下个?|上个?|上上个?)";
    static final String WEEK = "(?:周|星期|礼拜)";
    static final String DAY_OF_WEEK = "(一|二|三|四|五|六|日|天)";
    static final String DATE_TO = "\\s?(?:-|–|—|~|到|至)\\s?";
    private static final String UNIT = "个?(天|周|星期|礼拜|(?<=个)月|季度|年)";

    private final LocalDate asOf;
    private final HolidayCalendar calendar;

    ChineseTimes(LocalDate asOf, HolidayCalendar calendar) {
        this.asOf = asOf;
        this.calendar = calendar;
    }

    List<TimeRule> rules() {
        return Stream.of(
                        days(),
                        periods(),
                        coming(),
                        festivals(),
                        new LunarTimes(asOf).rules(),
                        ChineseRecurrences.rules())
                .flatMap(List::stream)
                .toList();
    }

    private List<TimeRule> days() {
        return List.of(
                rule(
                        "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d|[/.]\\d)",
                        (m, on) -> Point.day(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)))),
                rule(
                        YEAR + "?" + MONTH + "(" + NUM + ")(?:日|号|(?=" + DATE_TO
                                + "))(?:[ ，,（(]?(?:也?就?是|那个?|这个?|那天是?)?" + WEEK + DAY_OF_WEEK + "[)）]?)?",
                        this::monthDay),
                rule(STEP + "月(" + NUM + ")(?:日|号|(?=" + DATE_TO + "))", this::relativeMonthDay),
                rule(
                        "(1[0-2]|0?[1-9])\\.([0-2]?\\d|3[01])(?=(?:号|日)?(?:之前|以前|前|起|开始|交|出|发|到|那天|当天|为止|止))(?:号|日)?",
                        (m, on) -> Point.next(number(m, 1), number(m, 2), on)),
                rule(
                        "(?:" + STEP + "月|" + MONTH + ")(" + NUM + ")(?:(?:号|日)?(?:、|和|跟|与|及|,)|号|日)(" + NUM
                                + ")(?:号|日|(?=两天|二天))(?:[这那]?[两二]天)?",
                        this::twoDays),
                rule(STEP + WEEK + DAY_OF_WEEK, this::relativeWeek),
                rule(
                        WEEK + DAY_OF_WEEK,
                        (m, on) -> Point.day(on.with(TemporalAdjusters.nextOrSame(weekday(m.group(1)))))),
                rule("(今天|今日|今(?=早|晚)|即日|现在(?=起|开始)|明天|明日|明(?=早|晚)|后天|大后天|昨天|昨日|前天|大前天)", this::day),
                rule("(" + NUM + ")(?:日|号)", this::dayOfMonth),
                rule("(" + NUM + ")" + DATE_TO + "(" + NUM + ")(?:日|号)", this::daysOfMonth),
                rule(
                        YEAR + "?(?:的)?" + MONTH + "(?:份)?的?最后一天",
                        (m, on) -> Point.day(named(m, on).atEndOfMonth())),
                rule(STEP + "月份?的?最后一天", (m, on) -> Point.day(relative(m).atEndOfMonth())));
    }

    private List<TimeRule> periods() {
        return List.of(
                rule(YEAR + "?" + MONTH + "份?" + PART, (m, on) -> part(named(m, on), m.group(3))),
                rule("(" + NUM + ")" + DATE_TO + "(" + NUM + ")月份?", this::months),
                rule("([一二三四五六七八九]|\\d{1,2}(?=、))、?([一二三四五六七八九]|十[一二]?|\\d{1,2})月份?", this::twoMonths),
                rule(YEAR + "第?(" + NUM + ")个月", (m, on) -> Point.month(named(m, on))),
                rule(YEAR + "(前|头|最后)" + COUNT + "个?(天|月)", this::edgeOfYear),
                rule(
                        STEP + "月份?的?(前|头|最后)" + COUNT + "个?(天|周|星期|礼拜)",
                        (m, on) -> edge(Point.month(relative(m)), m.group(2), m.group(3), m.group(4))),
                rule(
                        YEAR + "?" + MONTH + "份?的?(前|头|最后)" + COUNT + "个?(天|周|星期|礼拜)",
                        (m, on) -> edge(Point.month(named(m, on)), m.group(3), m.group(4), m.group(5))),
                rule(YEAR + "?(?:第?([一二三四1-4])季度|第([一二三四1-4])季|q([1-4]))", this::quarter),
                rule(YEAR + "?([上下前后])半年", this::half),
                rule(YEAR + "?(前|后)([二两三])个?季度", this::quarters),
                rule("([上下])个半年", this::relativeHalf),
                rule(YEAR + "?(?:的)?年(底|末|初|中)", this::partOfYear),
                rule("(今|明|后|去)年(底|末|初|中)", (m, on) -> partOf(year(m.group(1) + "年", on.getYear()), m.group(2))),
                rule(YEAR_ALONE + "(?:全年)?", (m, on) -> Point.year(year(m.group(1), on.getYear()))),
                rule(
                        "(\\d{4})" + DATE_TO + "(\\d{4})年",
                        (m, on) -> Point.range(
                                Point.year(number(m, 1)).from(),
                                Point.year(number(m, 2)).to())),
                rule("(?:今年|本年|年)(?:之|以)?内", (m, on) -> Point.of(asOf, LocalDate.of(asOf.getYear(), 12, 31))),
                rule("全年", (m, on) -> Point.year(asOf.getYear())),
                rule(STEP + "月份?" + PART, (m, on) -> part(relative(m), m.group(2))),
                rule("整?个?([上中下])旬", (m, on) -> part(YearMonth.from(on), m.group(1) + "旬")),
                rule("(?:本|这个?)(月|季度?|周|星期|礼拜|年度?)(?:里)?(?:剩下|剩余|余下)的?(?:日子|时间|这?几天|几周|几个月|这段时间)?", this::restOf),
                rule("([上下])半月", (m, on) -> part(YearMonth.from(on), m.group(1) + "半月")),
                rule("月(初|中|底|末)", (m, on) -> part(YearMonth.from(on), m.group(1))),
                rule(STEP + "季度?(?:的)?(初|末|底)?", this::relativeQuarter),
                rule("季度?(末|底)", (m, on) -> partOfQuarter(on, m.group(1))),
                rule(STEP + WEEK + "(末)?", this::relativeWeek),
                rule("周末", (m, on) -> weekend(monday(0))));
    }

    private List<TimeRule> coming() {
        return List.of(
                rule("(?:未来|今后|接下来|往后|后面)的?" + COUNT + UNIT, (m, on) -> coming(m)),
                rule(COUNT + UNIT + "(?:之|以)?内", (m, on) -> coming(m)),
                rule(COUNT + UNIT + "(?=后|之后|以后)(?!后年)", (m, on) -> Point.day(later(asOf, m, 1))),
                rule(
                        "(?:过去|最近|近|前)的?" + COUNT + UNIT + "(?<!前[二两三]季度)",
                        (m, on) -> Point.of(later(asOf, m, -1), asOf.minusDays(1))));
    }

    private List<TimeRule> festivals() {
        return List.of(
                rule(YEAR + "?" + FESTIVAL, (m, on) -> festival(m.group(1), m.group(2), on, 0)),
                rule("(每年|历年|年年|每逢|每到)的?" + FESTIVAL, (m, on) -> festival(m.group(1), m.group(2), on, 0)),
                rule(
                        "(?:近|最近|过去|这)(" + NUM + "|两)年的?(每年|每逢|历年)?的?" + FESTIVAL + "(?:期间)?(?:均|都|全都)?",
                        (m, on) -> festival("每年", m.group(3), on, number(m, 1))),
                rule(
                        YEAR + "?" + FESTIVAL + "([前后])的?" + COUNT + UNIT,
                        (m, on) -> besides(festival(m.group(1), m.group(2), on, 0), m)));
    }

    static TimeRule rule(String pattern, TimeRule.Meaning meaning) {
        return new TimeRule(Pattern.compile(pattern), meaning);
    }

    private Point monthDay(Matcher m, LocalDate on) {
        int month = month(m.group(2));
        int day = number(m, 3);
        Point point = m.group(1) == null
                ? Point.next(month, day, on)
                : Point.day(LocalDate.of(year(m.group(1), on.getYear()), month, day));
        if (m.group(4) != null && point.from().getDayOfWeek() != weekday(m.group(4))) {
            throw new DateTimeException(
                    "%s is no %s; name another day. Ask again.".formatted(point.from(), weekday(m.group(4))));
        }
        return point;
    }

    /** 本月28、29两天 are a day and the next one. */
    private Point twoDays(Matcher m, LocalDate on) {
        YearMonth month = m.group(1) != null ? relative(m) : Point.nextMonth(month(m.group(2)), on);
        int first = number(m, 3);
        if (number(m, 4) != first + 1) {
            throw new DateTimeException(
                    "%s are two days apart from each other; name one stretch. Ask again.".formatted(m.group()));
        }
        return Point.range(month.atDay(first), month.atDay(first + 1));
    }

    private Point relativeMonthDay(Matcher m, LocalDate on) {
        return Point.day(relative(m).atDay(number(m, 2)));
    }

    private YearMonth relative(Matcher m) {
        return YearMonth.from(asOf).plusMonths(steps(m.group(1)));
    }

    private YearMonth named(Matcher m, LocalDate on) {
        int month = month(m.group(2));
        return m.group(1) == null ? Point.nextMonth(month, on) : YearMonth.of(year(m.group(1), on.getYear()), month);
    }

    private Point months(Matcher m, LocalDate on) {
        YearMonth first = Point.nextMonth(number(m, 1), on);
        YearMonth last = YearMonth.of(first.getYear(), number(m, 2));
        return Point.range(first.atDay(1), (last.isBefore(first) ? last.plusYears(1) : last).atEndOfMonth());
    }

    /** 七八月 and 7、8月 are a month and the next one. */
    private Point twoMonths(Matcher m, LocalDate on) {
        if (number(m, 2) != number(m, 1) + 1) {
            throw new DateTimeException(
                    "%s are two months apart from each other; name one stretch. Ask again.".formatted(m.group()));
        }
        return months(m, on);
    }

    static int month(String word) {
        return word.equals("元") ? 1 : word.matches("\\d+") ? Integer.parseInt(word) : (int) Numbers.chinese(word);
    }

    private static Point part(YearMonth month, @Nullable String part) {
        if (part == null) {
            return Point.month(month);
        }
        if (part.endsWith("半月")) {
            return part.startsWith("上")
                    ? Point.of(month.atDay(1), month.atDay(15))
                    : Point.of(month.atDay(16), month.atEndOfMonth());
        }
        return Point.third(month, part.matches("上旬|初") ? 1 : part.startsWith("中") ? 2 : 3);
    }

    private Point quarter(Matcher m, LocalDate on) {
        int quarter = number(m, m.group(2) != null ? 2 : m.group(3) != null ? 3 : 4);
        int year = year(m.group(1), on.getYear());
        Point point = Point.quarter(year, quarter);
        return m.group(1) == null && point.to().isBefore(on) ? Point.quarter(year + 1, quarter) : point;
    }

    private Point half(Matcher m, LocalDate on) {
        int half = m.group(2).matches("[上前]") ? 1 : 2;
        int year = year(m.group(1), on.getYear());
        Point point = Point.half(year, half);
        // in November 下半年 is the next one
        boolean over = point.to().minusMonths(2).isBefore(on);
        return m.group(1) == null && over ? Point.half(year + 1, half) : point;
    }

    private Point partOfYear(Matcher m, LocalDate on) {
        int year = year(m.group(1), on.getYear());
        Point point = partOf(year, m.group(2));
        return m.group(1) == null && point.to().isBefore(on) ? partOf(year + 1, m.group(2)) : point;
    }

    /** 明年前10天, 今年最后4个月. */
    private Point edgeOfYear(Matcher m, LocalDate on) {
        return edge(Point.year(year(m.group(1), on.getYear())), m.group(2), m.group(3), m.group(4));
    }

    private static Point edge(Point whole, String which, String count, String unit) {
        return which.equals("最后")
                ? Point.of(moved(whole.to().plusDays(1), count, unit, -1), whole.to())
                : Point.of(whole.from(), moved(whole.from(), count, unit, 1).minusDays(1));
    }

    /** The half-year after or before the one that is under way. */
    private Point relativeHalf(Matcher m, LocalDate on) {
        LocalDate inside = asOf.plusMonths(m.group(1).equals("下") ? 6 : -6);
        return Point.half(inside.getYear(), inside.getMonthValue() <= 6 ? 1 : 2);
    }

    private Point quarters(Matcher m, LocalDate on) {
        int months = m.group(3).equals("三") ? 9 : 6;
        Point whole = Point.year(year(m.group(1), on.getYear()));
        return m.group(2).equals("前")
                ? Point.of(whole.from(), whole.from().plusMonths(months).minusDays(1))
                : Point.of(whole.to().plusDays(1).minusMonths(months), whole.to());
    }

    private static Point partOf(int year, String part) {
        return Point.month(YearMonth.of(year, part.equals("初") ? 1 : part.equals("中") ? 6 : 12));
    }

    private Point relativeQuarter(Matcher m, LocalDate on) {
        LocalDate inside = asOf.plusMonths(3L * steps(m.group(1)));
        return m.group(2) == null
                ? Point.quarter(inside.getYear(), (inside.getMonthValue() + 2) / 3)
                : partOfQuarter(inside, m.group(2));
    }

    /** What is left of a period that is under way. */
    private Point restOf(Matcher m, LocalDate on) {
        Point whole = switch (m.group(1).charAt(0)) {
            case '月' -> Point.month(YearMonth.from(asOf));
            case '季' -> Point.quarter(asOf.getYear(), (asOf.getMonthValue() + 2) / 3);
            case '年' -> Point.year(asOf.getYear());
            default -> Point.of(monday(0), monday(0).plusDays(6));
        };
        return Point.of(asOf, whole.to());
    }

    /** Its first or last month. */
    private static Point partOfQuarter(LocalDate inside, String part) {
        Point quarter = Point.quarter(inside.getYear(), (inside.getMonthValue() + 2) / 3);
        return Point.month(YearMonth.from(part.equals("初") ? quarter.from() : quarter.to()));
    }

    private LocalDate monday(long weeks) {
        return asOf.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks);
    }

    private static Point weekend(LocalDate monday) {
        return Point.of(monday.plusDays(5), monday.plusDays(6));
    }

    private Point relativeWeek(Matcher m, LocalDate on) {
        LocalDate monday = monday(steps(m.group(1)));
        String part = m.group(2);
        if (part == null) {
            return Point.of(monday, monday.plusDays(6));
        }
        return part.equals("末") ? weekend(monday) : Point.day(monday.with(TemporalAdjusters.nextOrSame(weekday(part))));
    }

    private Point day(Matcher m, LocalDate on) {
        int days = switch (m.group(1)) {
            case "明天", "明日", "明" -> 1;
            case "后天" -> 2;
            case "大后天" -> 3;
            case "昨天", "昨日" -> -1;
            case "前天" -> -2;
            case "大前天" -> -3;
            default -> 0;
        };
        return Point.day(asOf.plusDays(days));
    }

    private Point coming(Matcher m) {
        return Point.of(asOf, later(asOf, m, 1).minusDays(1));
    }

    /** A day moved by the number and unit of groups 1 and 2. */
    private static LocalDate later(LocalDate day, Matcher m, int direction) {
        return moved(day, m.group(1), m.group(2), direction);
    }

    private static LocalDate moved(LocalDate day, String count, String unit, int direction) {
        if (count.equals("半")) {
            return switch (unit) {
                case "月" -> day.plusDays(15L * direction);
                case "年" -> day.plusMonths(6L * direction);
                default ->
                    throw new DateTimeException(
                            "Half a %s is no number of days; name days. Ask again.".formatted(unit));
            };
        }
        long steps = direction * (count.matches("\\d+") ? Long.parseLong(count) : Math.round(Numbers.chinese(count)));
        return switch (unit) {
            case "天" -> day.plusDays(steps);
            case "周", "星期", "礼拜" -> day.plusWeeks(steps);
            case "季度" -> day.plusMonths(3 * steps);
            case "年" -> day.plusYears(steps);
            default -> day.plusMonths(steps);
        };
    }

    private Point dayOfMonth(Matcher m, LocalDate on) {
        return Point.day(nextDay(number(m, 1), on));
    }

    private static LocalDate nextDay(int day, LocalDate on) {
        YearMonth month = YearMonth.from(on);
        return day >= on.getDayOfMonth()
                ? month.atDay(day)
                : month.plusMonths(1).atDay(day);
    }

    private Point daysOfMonth(Matcher m, LocalDate on) {
        LocalDate first = nextDay(number(m, 1), on);
        return Point.range(first, YearMonth.from(first).atDay(number(m, 2)));
    }

    private Point festival(@Nullable String yearWord, String word, LocalDate on, int yearsSeen) {
        boolean everyYear = yearWord != null && yearWord.matches("每年|历年|年年|每逢|每到");
        Optional<Integer> year =
                everyYear ? Optional.empty() : Optional.ofNullable(yearWord).map(y -> year(y, asOf.getYear()));
        String name = HolidayCalendar.festivalNamed(word).orElseThrow();
        return Point.festival(
                TimeRule.daysOf(calendar, on, name, year), year.isEmpty() ? name : null, everyYear, yearsSeen);
    }

    /** 春节前两周 are the two weeks that end the day before its first day off, 春节后两周 those that follow its last. */
    private static Point besides(Point festival, Matcher m) {
        if (m.group(3).equals("前")) {
            return Point.range(
                    moved(festival.from(), m.group(4), m.group(5), -1),
                    festival.from().minusDays(1));
        }
        return Point.range(festival.to().plusDays(1), moved(festival.to(), m.group(4), m.group(5), 1));
    }

    private int year(@Nullable String word, int fallback) {
        return year(word, fallback, asOf);
    }

    /** The year of 明年, 2027年 or 零八年; the fallback where none is said. */
    static int year(@Nullable String word, int fallback, LocalDate asOf) {
        if (word == null) {
            return fallback;
        }
        return switch (word.charAt(0)) {
            case '今', '本' -> asOf.getYear();
            case '明' -> asOf.getYear() + 1;
            case '后' -> asOf.getYear() + 2;
            case '去' -> asOf.getYear() - 1;
            case '前' -> asOf.getYear() - 2;
            default -> {
                String digits = word.replace("年", "");
                int year = digits.matches("\\d+") ? Integer.parseInt(digits) : (int) Numbers.chinese(digits);
                yield year < 100 ? 2000 + year : year;
            }
        };
    }

    private static int steps(String word) {
        return switch (word) {
            case "下", "下个" -> 1;
            case "下下", "下下个" -> 2;
            case "上", "上个" -> -1;
            case "上上", "上上个" -> -2;
            default -> 0;
        };
    }

    static DayOfWeek weekday(String word) {
        int index = "一二三四五六日".indexOf(word);
        return DayOfWeek.of(index < 0 ? 7 : index + 1);
    }

    static int number(Matcher m, int group) {
        String digits = m.group(group);
        return digits.matches("\\d+") ? Integer.parseInt(digits) : (int) Numbers.chinese(digits);
    }
}
