package io.sandtable.rules.language;

import io.sandtable.model.calendar.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chinese words for days and periods. */
final class ChineseTimes {
    private static final String NUM = "\\d{1,2}|[一二三四五六七八九十]{1,3}";
    private static final String YEAR = "(?:(今年|本年|明年|后年|去年|(?:\\d{4}|[二〇零一三四五六七八九]{4})年)的?)";
    private static final String PART = "(上旬|中旬|下旬|初|中|底|末)?";
    private static final String FESTIVAL = "(元旦|春节|清明节?|五一(?:劳动节)?|劳动节|端午节?|中秋节?|国庆节?)";

    private final LocalDate asOf;
    private final HolidayCalendar calendar;

    ChineseTimes(LocalDate asOf, HolidayCalendar calendar) {
        this.asOf = asOf;
        this.calendar = calendar;
    }

    List<TimeRule> rules() {
        return List.of(
                rule(
                        "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})",
                        (m, on) -> Point.day(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)))),
                rule(YEAR + "?(" + NUM + ")月(" + NUM + ")(?:日|号|(?=[到至—–-]))", this::monthDay),
                rule(YEAR + "?(" + NUM + ")月份?的?" + PART, this::month),
                rule(YEAR + "?(?:第?([一二三四1-4])季度|q([1-4]))", this::quarter),
                rule(YEAR + "?(上|下)半年", this::half),
                rule(YEAR + "?(?:的)?年(底|末|初|中)", this::partOfYear),
                rule("(今|明|后|去)年(底|末|初|中)", this::partOfNamedYear),
                rule(YEAR + "(?:全年)?", (m, on) -> Point.year(year(m.group(1), on.getYear()))),
                rule("全年", (m, on) -> Point.year(asOf.getYear())),
                rule("(本|这个?|当|下个?|下下个?|上个?)月份?的?" + PART, this::relativeMonth),
                rule("月(初|中|底|末)", (m, on) -> part(YearMonth.from(on), m.group(1))),
                rule("(本|这个?|当|下个?|下下个?|上个?)季度?", this::relativeQuarter),
                rule("(本|这个?|下个?|下下个?|上个?)(?:周|星期|礼拜)(一|二|三|四|五|六|日|天)", this::relativeWeek),
                rule("(本|这个?|下个?|下下个?|上个?)(?:周|星期|礼拜)()", this::relativeWeek),
                rule(
                        "(?:周|星期|礼拜)(一|二|三|四|五|六|日|天)",
                        (m, on) -> Point.day(on.with(TemporalAdjusters.nextOrSame(weekday(m.group(1)))))),
                rule("(今天|今日|即日|现在|明天|明日|后天)", this::day),
                rule("(?:未来|今后|接下来|往后|后面)的?(" + NUM + "|两|半)个?(天|周|星期|月|季度|年)", this::coming),
                rule("(" + NUM + "|两)个?(天|周|星期|月)(?:之|以)?内", this::coming),
                rule(YEAR + "?" + FESTIVAL + "(?:假期|节)?", (m, on) -> festival(m.group(1), m.group(2), false)),
                rule("(?:每年|历年)的?" + FESTIVAL + "(?:假期|节)?", (m, on) -> festival(null, m.group(1), true)),
                rule("(" + NUM + ")(?:日|号)", this::dayOfMonth));
    }

    private static TimeRule rule(String pattern, TimeRule.Meaning meaning) {
        return new TimeRule(Pattern.compile(pattern), meaning);
    }

    private Point monthDay(Matcher m, LocalDate on) {
        int month = number(m, 2);
        int day = number(m, 3);
        return m.group(1) == null
                ? Point.next(month, day, on)
                : Point.day(LocalDate.of(year(m.group(1), on.getYear()), month, day));
    }

    private Point month(Matcher m, LocalDate on) {
        int month = number(m, 2);
        YearMonth named =
                m.group(1) == null ? Point.nextMonth(month, on) : YearMonth.of(year(m.group(1), on.getYear()), month);
        return part(named, m.group(3));
    }

    private static Point part(YearMonth month, @Nullable String part) {
        if (part == null) {
            return Point.month(month);
        }
        return Point.third(month, part.matches("上旬|初") ? 1 : part.startsWith("中") ? 2 : 3);
    }

    private Point quarter(Matcher m, LocalDate on) {
        int quarter = number(m, m.group(2) == null ? 3 : 2);
        int year = year(m.group(1), on.getYear());
        Point point = Point.quarter(year, quarter);
        return m.group(1) == null && point.to().isBefore(on) ? Point.quarter(year + 1, quarter) : point;
    }

    private Point half(Matcher m, LocalDate on) {
        int half = m.group(2).equals("上") ? 1 : 2;
        int year = year(m.group(1), on.getYear());
        Point point = Point.half(year, half);
        return m.group(1) == null && point.to().isBefore(on) ? Point.half(year + 1, half) : point;
    }

    private Point partOfYear(Matcher m, LocalDate on) {
        int year = year(m.group(1), on.getYear());
        Point point = partOf(year, m.group(2));
        return m.group(1) == null && point.to().isBefore(on) ? partOf(year + 1, m.group(2)) : point;
    }

    private Point partOfNamedYear(Matcher m, LocalDate on) {
        return partOf(year(m.group(1) + "年", on.getYear()), m.group(2));
    }

    private static Point partOf(int year, String part) {
        return Point.month(YearMonth.of(year, part.equals("初") ? 1 : part.equals("中") ? 6 : 12));
    }

    private Point relativeMonth(Matcher m, LocalDate on) {
        return part(YearMonth.from(asOf).plusMonths(steps(m.group(1))), m.group(2));
    }

    private Point relativeQuarter(Matcher m, LocalDate on) {
        LocalDate inside = asOf.plusMonths(3L * steps(m.group(1)));
        return Point.quarter(inside.getYear(), (inside.getMonthValue() + 2) / 3);
    }

    private Point relativeWeek(Matcher m, LocalDate on) {
        LocalDate monday =
                asOf.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(steps(m.group(1)));
        return m.group(2).isEmpty()
                ? Point.of(monday, monday.plusDays(6))
                : Point.day(monday.with(TemporalAdjusters.nextOrSame(weekday(m.group(2)))));
    }

    private Point day(Matcher m, LocalDate on) {
        int days = switch (m.group(1)) {
            case "明天", "明日" -> 1;
            case "后天" -> 2;
            default -> 0;
        };
        return Point.day(asOf.plusDays(days));
    }

    private Point coming(Matcher m, LocalDate on) {
        boolean half = m.group(1).equals("半");
        long count = half ? 6 : Math.round(m.group(1).matches("\\d+") ? number(m, 1) : Numbers.chinese(m.group(1)));
        LocalDate end = switch (m.group(2)) {
            case "天" -> asOf.plusDays(count);
            case "周", "星期" -> asOf.plusWeeks(count);
            case "季度" -> asOf.plusMonths(3 * count);
            case "年" -> half ? asOf.plusMonths(6) : asOf.plusYears(count);
            default -> asOf.plusMonths(count);
        };
        return Point.of(asOf, end.minusDays(1));
    }

    private Point dayOfMonth(Matcher m, LocalDate on) {
        int day = number(m, 1);
        YearMonth month = YearMonth.from(on);
        LocalDate named = month.atDay(day);
        return Point.day(named.isBefore(on) ? month.plusMonths(1).atDay(day) : named);
    }

    private Point festival(@Nullable String yearWord, String word, boolean everyYear) {
        return TimeRule.festival(
                calendar,
                asOf,
                HolidayCalendar.festivalNamed(word).orElseThrow(),
                Optional.ofNullable(yearWord).map(y -> year(y, asOf.getYear())),
                everyYear);
    }

    private int year(@Nullable String word, int fallback) {
        if (word == null) {
            return fallback;
        }
        return switch (word.charAt(0)) {
            case '今', '本' -> asOf.getYear();
            case '明' -> asOf.getYear() + 1;
            case '后' -> asOf.getYear() + 2;
            case '去' -> asOf.getYear() - 1;
            default -> {
                String digits = word.replace("年", "");
                yield digits.matches("\\d+") ? Integer.parseInt(digits) : (int) Numbers.chinese(digits);
            }
        };
    }

    private static int steps(String word) {
        return switch (word) {
            case "下", "下个" -> 1;
            case "下下", "下下个" -> 2;
            case "上", "上个" -> -1;
            default -> 0;
        };
    }

    private static DayOfWeek weekday(String word) {
        int index = "一二三四五六日".indexOf(word);
        return DayOfWeek.of(index < 0 ? 7 : index + 1);
    }

    private static int number(Matcher m, int group) {
        String digits = m.group(group);
        return digits.matches("\\d+") ? Integer.parseInt(digits) : (int) Numbers.chinese(digits);
    }
}
