package io.sandtable.rules.language;

import static io.sandtable.rules.language.ChineseTimes.DATE_TO;
import static io.sandtable.rules.language.ChineseTimes.YEAR;
import static io.sandtable.rules.language.ChineseTimes.rule;
import static io.sandtable.rules.language.ChineseTimes.year;

import io.sandtable.model.calendar.HolidayCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese words for days of the lunar year, as the solar days they next fall on. */
final class LunarTimes {
    private static final String LUNAR_MONTH = "(正|冬|腊|[一二三四五六七八九]|十[一二]?)月";
    private static final String LUNAR_DAY = "(初[一二三四五六七八九十]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)";
    /** 正月十五 and 八月初五 are lunar by their words, 八月十五 is only after 农历. */
    private static final String LUNAR_WORD = "(?:农历|阴历|旧历|(?=(?:正|冬|腊)月|[一二三四五六七八九十]{1,2}月(?:初[一二三四五六七八九十]|廿)))";

    private static final Pattern DAY = Pattern.compile("(?:" + LUNAR_MONTH + ")?" + LUNAR_DAY);

    private final LocalDate asOf;

    LunarTimes(LocalDate asOf) {
        this.asOf = asOf;
    }

    List<TimeRule> rules() {
        return List.of(
                rule(
                        "(每年|历年|年年)?(?:的)?(?:" + YEAR + ")?" + LUNAR_WORD + "(?:" + YEAR + ")?" + LUNAR_MONTH
                                + LUNAR_DAY + "日?",
                        (m, on) -> lunarDays(m, on, false)),
                rule(
                        "(每年|历年|年年)?(?:的)?(?:" + YEAR + ")?" + LUNAR_WORD + "(?:" + YEAR + ")?" + LUNAR_MONTH
                                + LUNAR_DAY + "日?" + DATE_TO + "(?:" + LUNAR_MONTH + ")?" + LUNAR_DAY + "日?",
                        (m, on) -> lunarDays(m, on, true)),
                rule("(?:" + YEAR + ")?(除夕|大年三十|年三十|年夜)", (m, on) -> newYearsEve(m, on)),
                rule(
                        "(?:除夕|大年三十|年三十)" + DATE_TO + "(?:正月|大年)?" + LUNAR_DAY,
                        (m, on) -> fromTheEve(dayOfLunarMonth(m.group(1)), on)),
                rule("大年(初[一二三四五六七八九十])" + DATE_TO + "(?:正月|大年)?" + LUNAR_DAY, this::newYearDays),
                rule("大年(初[一二三四五六七八九十])", (m, on) -> Point.day(lunarDay(1, dayOfLunarMonth(m.group(1)), on))),
                rule("元宵节?", (m, on) -> Point.day(lunarDay(1, 15, on))),
                rule("重阳节?", (m, on) -> Point.day(lunarDay(9, 9, on))),
                rule("(正|冬|腊)月(?:里|份)?", (m, on) -> lunarMonth(monthOfLunarYear(m.group(1)), on)));
    }

    /** The rule of the lunar days that words name, first to last; empty where they name none, or more than two. */
    static Optional<String> everyYear(String words) {
        Matcher days = DAY.matcher(words);
        var found = new ArrayList<String>();
        int month = 0;
        while (days.find()) {
            month = days.group(1) == null ? month : monthOfLunarYear(days.group(1));
            found.add("%02d-%02d".formatted(month, dayOfLunarMonth(days.group(2))));
        }
        return found.isEmpty() || found.size() > 2 || found.getFirst().startsWith("00")
                ? Optional.empty()
                : Optional.of("LUNAR:" + String.join("..", found));
    }

    /** Groups: every year, year before and after 农历, month, day, and of a range last month and day. */
    private Point lunarDays(Matcher m, LocalDate on, boolean range) {
        int month = monthOfLunarYear(m.group(4));
        int day = dayOfLunarMonth(m.group(5));
        String yearWord = m.group(2) == null ? m.group(3) : m.group(2);
        LocalDate first = yearWord == null
                ? lunarDay(month, day, on)
                : HolidayCalendar.ofLunar(year(yearWord, on.getYear(), asOf), month, day);
        if (!range) {
            return m.group(1) == null
                    ? Point.day(first)
                    : Point.day(first).recurring("LUNAR:%02d-%02d".formatted(month, day));
        }
        int lastMonth = m.group(6) == null ? month : monthOfLunarYear(m.group(6));
        int lastDay = dayOfLunarMonth(m.group(7));
        Point days = Point.range(first, lunarDay(lastMonth, lastDay, first));
        if (first.plusDays(200).isBefore(days.to())) {
            throw new DateTimeException(
                    "The lunar days %s are named backwards; swap them. Ask again.".formatted(m.group()));
        }
        return m.group(1) == null
                ? days
                : days.recurring("LUNAR:%02d-%02d..%02d-%02d".formatted(month, day, lastMonth, lastDay));
    }

    /** The next such day of a lunar year on or after another day. */
    private static LocalDate lunarDay(int month, int day, LocalDate notBefore) {
        for (int year = notBefore.getYear() - 1; ; year++) {
            // 腊月三十 is missing in some years, which must not matter for one that has passed
            if (HolidayCalendar.ofLunar(year, month, Math.min(day, 29))
                    .plusDays(1)
                    .isBefore(notBefore)) {
                continue;
            }
            LocalDate named = HolidayCalendar.ofLunar(year, month, day);
            if (!named.isBefore(notBefore)) {
                return named;
            }
        }
    }

    private static Point lunarMonth(int month, LocalDate on) {
        for (int year = on.getYear() - 1; ; year++) {
            LocalDate first = HolidayCalendar.ofLunar(year, month, 1);
            LocalDate next = month == 12
                    ? HolidayCalendar.ofLunar(year + 1, 1, 1)
                    : HolidayCalendar.ofLunar(year, month, 29).plusDays(1);
            LocalDate last =
                    month == 12 || HolidayCalendar.ofLunar(year, month + 1, 1).equals(next) ? next.minusDays(1) : next;
            if (!last.isBefore(on)) {
                return Point.of(first, last);
            }
        }
    }

    private Point newYearsEve(Matcher m, LocalDate on) {
        if (m.group(1) != null) {
            // 2027年除夕 is the eve of the year before it by the moon, but lies in that year by the sun
            return Point.day(HolidayCalendar.ofLunar(year(m.group(1), on.getYear(), asOf), 1, 1)
                    .minusDays(1));
        }
        return Point.day(lunarDay(1, 1, on.plusDays(1)).minusDays(1));
    }

    private static Point fromTheEve(int lastDay, LocalDate on) {
        LocalDate newYear = lunarDay(1, 1, on.plusDays(1));
        return Point.range(newYear.minusDays(1), newYear.plusDays(lastDay - 1L));
    }

    private Point newYearDays(Matcher m, LocalDate on) {
        LocalDate first = lunarDay(1, dayOfLunarMonth(m.group(1)), on);
        return Point.range(first, lunarDay(1, dayOfLunarMonth(m.group(2)), first));
    }

    private static int monthOfLunarYear(String word) {
        return switch (word) {
            case "正" -> 1;
            case "冬" -> 11;
            case "腊" -> 12;
            default -> (int) Numbers.chinese(word);
        };
    }

    private static int dayOfLunarMonth(String word) {
        return (int) Numbers.chinese(word.replace("初", ""));
    }
}
