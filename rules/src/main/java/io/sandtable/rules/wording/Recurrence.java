package io.sandtable.rules.wording;

import io.sandtable.rules.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What comes again, in words: a person who confirms a rule has to see it. */
final class Recurrence {
    private static final String FESTIVAL = "CN_FESTIVAL:";
    private static final String LUNAR = "LUNAR:";
    private static final List<String> BYDAY = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final String DAYS_ZH = "一二三四五六日";
    private static final List<String> DAYS_EN =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> PLACES = List.of("first", "second", "third", "fourth");
    private static final List<String> LUNAR_MONTHS =
            List.of("正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月");
    private static final String FIGURES = "十一二三四五六七八九";

    private Recurrence() {}

    static Wording of(String rule) {
        if (rule.startsWith(FESTIVAL)) {
            String festival = rule.substring(FESTIVAL.length());
            return new Wording(
                    "每年" + festival + "期间", " during every " + English.FESTIVALS.getOrDefault(festival, "festival"));
        }
        if (rule.startsWith(LUNAR)) {
            return lunar(rule.substring(LUNAR.length()));
        }
        var parts = new HashMap<String, String>();
        for (String part : rule.split(";")) {
            String[] pair = part.split("=", 2);
            parts.put(pair[0], pair[pair.length - 1]);
        }
        return switch (parts.getOrDefault("FREQ", "")) {
            case "WEEKLY" -> weekly(parts);
            case "MONTHLY" -> monthly(parts);
            case "YEARLY" ->
                new Wording(
                        "每年%s月%s日".formatted(parts.get("BYMONTH"), parts.get("BYMONTHDAY")),
                        " on day %s of month %s every year".formatted(parts.get("BYMONTHDAY"), parts.get("BYMONTH")));
            case "DAILY" -> new Wording("每天", " every day");
            default -> new Wording("（" + rule + "）", " (" + rule + ")");
        };
    }

    private static Wording weekly(Map<String, String> parts) {
        List<Integer> days = Stream.of(parts.getOrDefault("BYDAY", "").split(","))
                .map(BYDAY::indexOf)
                .filter(day -> day >= 0)
                .toList();
        String zh = days.stream().map(day -> DAYS_ZH.substring(day, day + 1)).collect(Collectors.joining("和"));
        String en = days.stream().map(DAYS_EN::get).collect(Collectors.joining(" and "));
        String every = parts.getOrDefault("INTERVAL", "1");
        return switch (every) {
            case "1" -> new Wording("每周" + zh, " every " + en);
            case "2" -> new Wording("每两周的周" + zh, " every other " + en);
            default -> new Wording("每" + every + "周的周" + zh, " every " + every + " weeks on " + en);
        };
    }

    private static Wording monthly(Map<String, String> parts) {
        String date = parts.get("BYMONTHDAY");
        if (date != null) {
            if (date.equals("-1")) {
                return new Wording("每月最后一天", " on the last day of every month");
            }
            List<String> dates = List.of(date.split(","));
            return new Wording(
                    "每月" + dates.stream().map(d -> d + "号").collect(Collectors.joining("和")),
                    " on the "
                            + dates.stream()
                                    .map(d -> ordinal(Integer.parseInt(d)))
                                    .collect(Collectors.joining(" and "))
                            + " of every month");
        }
        String day = parts.getOrDefault("BYDAY", "1MO");
        int place = Integer.parseInt(day.substring(0, day.length() - 2));
        int weekday = Math.max(0, BYDAY.indexOf(day.substring(day.length() - 2)));
        String name = DAYS_ZH.substring(weekday, weekday + 1);
        return place < 1 || place > PLACES.size()
                ? new Wording("每月最后一个周" + name, " on the last " + DAYS_EN.get(weekday) + " of every month")
                : new Wording(
                        "每月第" + FIGURES.charAt(place) + "个周" + name,
                        " on the %s %s of every month".formatted(PLACES.get(place - 1), DAYS_EN.get(weekday)));
    }

    private static String ordinal(int day) {
        boolean teen = day / 10 == 1;
        return day + (teen ? "th" : day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th");
    }

    private static Wording lunar(String days) {
        String[] ends = days.split("\\.\\.");
        return new Wording(
                "每年农历" + Stream.of(ends).map(Recurrence::lunarDay).collect(Collectors.joining("到")),
                " every year on the lunar days (month-day) " + String.join(" to ", ends));
    }

    private static String lunarDay(String day) {
        int month = Integer.parseInt(day.substring(0, 2));
        int date = Integer.parseInt(day.substring(3));
        String figure = FIGURES.substring(date % 10, date % 10 + 1);
        String said = date <= 10
                ? "初" + figure
                : date == 20
                        ? "二十"
                        : date == 30 ? "三十" : List.of("十", "二十", "三十").get(date / 10 - 1) + figure;
        return LUNAR_MONTHS.get(month - 1) + said;
    }
}
