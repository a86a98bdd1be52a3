package io.sandtable.rules.language;

import static io.sandtable.rules.language.ChineseTimes.DATE_TO;
import static io.sandtable.rules.language.ChineseTimes.DAY_OF_WEEK;
import static io.sandtable.rules.language.ChineseTimes.MONTH;
import static io.sandtable.rules.language.ChineseTimes.NUM;
import static io.sandtable.rules.language.ChineseTimes.WEEK;
import static io.sandtable.rules.language.ChineseTimes.month;
import static io.sandtable.rules.language.ChineseTimes.number;
import static io.sandtable.rules.language.ChineseTimes.rule;
import static io.sandtable.rules.language.ChineseTimes.weekday;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Chinese words for what comes again, as rules of RFC 5545. */
final class ChineseRecurrences {
    private static final List<String> BYDAY = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private ChineseRecurrences() {}

    static List<TimeRule> rules() {
        return List.of(
                rule(
                        "(?:每个?|每?逢)" + WEEK
                                + "(末|[一二三四五六日天](?:(?:和|及|与|、|，|,)?(?:周|星期|礼拜)[一二三四五六日天]|(?:和|及|与|、|，|,)?[一二三四五六日](?![天周个台小]))*)",
                        (m, on) -> recurring("FREQ=WEEKLY;BYDAY=" + byDay(m.group(1)), on)),
                rule(
                        "每个?" + WEEK + DAY_OF_WEEK + DATE_TO + "(?:" + WEEK + ")?" + DAY_OF_WEEK,
                        (m, on) ->
                                recurring("FREQ=WEEKLY;BYDAY=" + byDays(weekday(m.group(1)), weekday(m.group(2))), on)),
                rule(
                        "每个?月的?(" + NUM + ")(?:日|号)",
                        (m, on) -> recurring("FREQ=MONTHLY;BYMONTHDAY=" + dayOfAnyMonth(number(m, 1)), on)),
                rule(
                        "(?:往后|以后|今后|从今往后|从今以后|从此|日后)(?:的|凡是|凡|逢)?" + WEEK
                                + "(末|[一二三四五六日天](?:(?:和|及|与|、|，|,)?(?:周|星期|礼拜)[一二三四五六日天])*)(?=[都就也一全]|[不休放歇停])",
                        (m, on) -> recurring("FREQ=WEEKLY;BYDAY=" + byDay(m.group(1)), on)),
                rule(
                        "(?:每?隔一?个?|每[两二]个?)(?:周|星期|礼拜)的?(?:周|星期|礼拜)" + DAY_OF_WEEK,
                        (m, on) -> recurring("FREQ=WEEKLY;INTERVAL=2;BYDAY=" + byDay(m.group(1)), on)),
                rule(
                        "每个?月的?(" + NUM + ")(?:日|号)?(?:、|和|跟|与|及|，|,|还有)(?:每月)?(" + NUM + ")(?:日|号)(?:(?:、|和|跟|与|及)("
                                + NUM + ")(?:日|号))?",
                        (m, on) -> recurring(
                                "FREQ=MONTHLY;BYMONTHDAY=" + dayOfAnyMonth(number(m, 1)) + ","
                                        + dayOfAnyMonth(number(m, 2))
                                        + (m.group(3) == null ? "" : "," + dayOfAnyMonth(number(m, 3))),
                                on)),
                rule(
                        "(?:每个?)?工作日的?(?=(?:早上|上午|中午|下午|晚上|白天|夜里)?[\\d零一二三四五六七八九十]{1,3}(?:点|时|:))",
                        (m, on) -> recurring("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", on)),
                rule("每个?月的?最后一天", (m, on) -> recurring("FREQ=MONTHLY;BYMONTHDAY=-1", on)),
                rule("每个?月的?(?:头|第)一天", (m, on) -> recurring("FREQ=MONTHLY;BYMONTHDAY=1", on)),
                rule(
                        "每个?月的?(?:第([一二三四1-4])|(最后一))个" + WEEK + DAY_OF_WEEK,
                        (m, on) -> recurring(
                                "FREQ=MONTHLY;BYDAY=" + (m.group(1) == null ? -1 : number(m, 1)) + byDay(m.group(3)),
                                on)),
                rule("每年的?" + MONTH + "(" + NUM + ")(?:日|号)", (m, on) -> {
                    LocalDate day =
                            Point.next(month(m.group(1)), number(m, 2), on).from();
                    return recurring(
                            "FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=%d".formatted(day.getMonthValue(), day.getDayOfMonth()),
                            on);
                }));
    }

    private static Point recurring(String rule, LocalDate on) {
        return Point.day(on).recurring(rule);
    }

    private static String byDay(String words) {
        if (words.equals("末")) {
            return "SA,SU";
        }
        return words.chars()
                .filter(c -> "一二三四五六日天".indexOf(c) >= 0)
                .mapToObj(c -> weekday(String.valueOf((char) c)))
                .distinct()
                .sorted()
                .map(day -> BYDAY.get(day.ordinal()))
                .collect(Collectors.joining(","));
    }

    private static String byDays(DayOfWeek first, DayOfWeek last) {
        if (last.compareTo(first) <= 0) {
            throw new DateTimeException(
                    "The week ends on %s before %s; swap the days. Ask again.".formatted(last, first));
        }
        return String.join(",", BYDAY.subList(first.ordinal(), last.ordinal() + 1));
    }

    private static int dayOfAnyMonth(int day) {
        if (day < 1 || day > 31) {
            throw new DateTimeException("No month has a day %d; name 1 to 31. Ask again.".formatted(day));
        }
        return day;
    }
}
