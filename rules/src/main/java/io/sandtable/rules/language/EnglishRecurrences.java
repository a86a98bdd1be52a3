package io.sandtable.rules.language;

import static io.sandtable.rules.language.EnglishTimes.DAY;
import static io.sandtable.rules.language.EnglishTimes.ORDINALS;
import static io.sandtable.rules.language.EnglishTimes.WEEKDAY;
import static io.sandtable.rules.language.EnglishTimes.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** English words for what comes again, as rules of RFC 5545. */
final class EnglishRecurrences {
    private EnglishRecurrences() {}

    static List<TimeRule> rules() {
        return List.of(
                rule(
                        "(?:on )?(?:every|each)(?: single)? " + WEEKDAY + "(?:(?:,| and| and every|, and) " + WEEKDAY
                                + ")?(?![a-z])",
                        EnglishRecurrences::everyWeek),
                rule(
                        "(?:on )?every (?:other|second) " + WEEKDAY + "(?![a-z])|(?:on )?" + WEEKDAY
                                + " of every (?:other|second) week|every (?:two|2) weeks on (?:a )?" + WEEKDAY
                                + "(?![a-z])",
                        (m, on) -> recurring("FREQ=WEEKLY;INTERVAL=2;BYDAY=" + byDay(firstOf(m)), on)),
                rule("(?:on )?" + WEEKDAY + "s(?: and " + WEEKDAY + "s)?(?![a-z])", EnglishRecurrences::everyWeek),
                rule(
                        "(?:once a week|weekly|every week|each week) on (?:a )?" + WEEKDAY + "s?(?![a-z])",
                        (m, on) -> recurring("FREQ=WEEKLY;BYDAY=" + byDay(m.group(1)), on)),
                rule(
                        "(?:every|each) weekend(?![a-z])|weekends(?![a-z])",
                        (m, on) -> recurring("FREQ=WEEKLY;BYDAY=SA,SU", on)),
                rule(
                        "(?:on )?(?:(?:every|each) (?:weekday|working day|work day)|weekdays)(?![a-z])",
                        (m, on) -> recurring("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", on)),
                rule(
                        "(?:on )?(?:the )?" + DAY + " (?:day )?of (?:every|each)(?: single)? month",
                        (m, on) -> monthly(m.group(1), on)),
                rule("(?:(?:every|each) month|monthly|once a month) on the " + DAY, (m, on) -> monthly(m.group(1), on)),
                rule(
                        "(?:on )?the last day of (?:every|each)(?: single)? month|(?:every|each) month on the last day",
                        (m, on) -> recurring("FREQ=MONTHLY;BYMONTHDAY=-1", on)),
                rule(
                        "(?:on )?(?:the |every )(first|second|third|fourth|last) " + WEEKDAY
                                + " (?:of|in) (?:every|each|the|a|any) month",
                        (m, on) -> recurring(
                                "FREQ=MONTHLY;BYDAY=" + ORDINALS.getOrDefault(m.group(1), 1) + byDay(m.group(2)), on)));
    }

    private static String firstOf(Matcher m) {
        for (int i = 1; i < m.groupCount(); i++) {
            if (m.group(i) != null) {
                return m.group(i);
            }
        }
        return m.group(m.groupCount());
    }

    private static Point monthly(String day, LocalDate on) {
        if (Integer.parseInt(day) < 1 || Integer.parseInt(day) > 31) {
            throw new DateTimeException("Day of a month was %s; it must be 1 to 31. Name another day.".formatted(day));
        }
        return recurring("FREQ=MONTHLY;BYMONTHDAY=" + day, on);
    }

    private static String byDay(String word) {
        return word.substring(0, 2).toUpperCase(Locale.ROOT);
    }

    private static Point everyWeek(Matcher m, LocalDate on) {
        return recurring(
                "FREQ=WEEKLY;BYDAY=" + byDay(m.group(1)) + (m.group(2) == null ? "" : "," + byDay(m.group(2))), on);
    }

    private static Point recurring(String rule, LocalDate on) {
        return Point.day(on).recurring(rule);
    }
}
