package io.sandtable.rules.language;

import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stretches of a day: parts of it (下午, evenings) and hours from … to (下午3点到6点, 19点到21点, 4 to 6 pm). */
final class Hours {
    private static final int NOON = 12 * 60;
    private static final int MIDNIGHT = 24 * 60;
    private static final int DAY_BEGINS = 7 * 60;
    private static final Set<String> NIGHT = Set.of("晚上", "晚", "夜里", "夜间");
    private static final String PART = "(凌晨|清晨|早上|早晨|(?<=[今明每])早|上午|中午|下午|傍晚|晚上|(?<=[今明每])晚|夜里|夜间)?";
    private static final String NEXT_DAY = "(次日|第二天)?(?:的)?";
    private static final String HOUR = "(\\d{1,2}|[零一二两三四五六七八九十]{1,3})";
    private static final String MINUTES = "(?::(\\d\\d)|[点时](半|[一三]刻|\\d{1,2}分?|[零一二三四五六七八九十]{2,3}分?)?(?:整|钟)?)";
    private static final String TO = "\\s?(?:-|–|—|~|到|至)\\s?";
    private static final Pattern CHINESE = Pattern.compile("(?:每天|每日|天天|每(?=[晚早]))?(?:的|从|在)?" + PART + HOUR + "(?:"
            + MINUTES + ")?" + TO + NEXT_DAY + PART + HOUR + MINUTES + "(?:之间|期间)?");
    private static final Pattern ENGLISH = Pattern.compile(
            "(?:between |from )?(\\d{1,2})(?::(\\d\\d))?\\s?(am|pm|a\\.m\\.|p\\.m\\.)?\\s?(?:-|–|to|until|till|through|and)\\s?(\\d{1,2})(?::(\\d\\d))?\\s?(am|pm|a\\.m\\.|p\\.m\\.)?( o'clock)?(?![a-z0-9:])");
    /** "Between 8 and 12" are hours where nothing follows that they count. */
    private static final Pattern BARE_HOURS =
            Pattern.compile("between \\d{1,2} and \\d{1,2}(?=$|[,.;] | on | every | tomorrow| next )");

    private static final Pattern WHOLE_PART = Pattern.compile(
            "(上午|早上|早晨|(?<=[今明每])早|in the mornings?|mornings?)|(下午|in the afternoons?|afternoons?)|(晚上|夜里|夜间|(?<=[今明每])晚|in the evenings?|evenings?|at night)|(凌晨)");

    private Hours() {}

    /** The stretch that begins at a place: its two ends as 12:00 and 18:00. */
    static Optional<Token> at(String text, int start) {
        return matched(CHINESE, text, start)
                .flatMap(m -> between(start, m.end(), chineseStart(m), chineseEnd(m)))
                .or(() -> matched(ENGLISH, text, start)
                        .filter(m -> m.group(2) != null
                                || m.group(3) != null
                                || m.group(6) != null
                                || m.group(7) != null
                                || matched(BARE_HOURS, text, start).isPresent())
                        .flatMap(m -> between(start, m.end(), englishStart(m), english(m, 4, m.group(6)))))
                .or(() -> matched(WHOLE_PART, text, start)
                        .map(m -> new Token(Sentence.TIME_OF_DAY, start, m.end(), whole(m))));
    }

    private static List<String> whole(Matcher m) {
        if (m.group(1) != null) {
            return List.of("06:00", "12:00");
        }
        if (m.group(2) != null) {
            return List.of("12:00", "18:00");
        }
        return m.group(3) != null ? List.of("18:00", "24:00") : List.of("00:00", "06:00");
    }

    private static Optional<Token> between(int start, int end, int from, int to) {
        return from < 0 || to < 0 || from == to || to == 0
                ? Optional.empty()
                : Optional.of(new Token(Sentence.TIME_OF_DAY, start, end, List.of(clock(from), clock(to))));
    }

    /** The rest of the day, as ends in pairs too. */
    static List<String> others(List<String> ends) {
        var rest = new ArrayList<>(ends.subList(1, ends.size() - 1));
        String first = ends.getFirst();
        String last = ends.getLast();
        boolean fromMidnight = first.equals("00:00");
        boolean toMidnight = last.equals("24:00");
        if (!fromMidnight && !toMidnight) {
            // what is left at both ends is one night, or lies between the ends of one
            rest.addAll(List.of(last, first));
        } else if (!fromMidnight) {
            rest.addAll(0, List.of("00:00", first));
        } else if (!toMidnight) {
            rest.addAll(List.of(last, "24:00"));
        }
        return List.copyOf(rest);
    }

    static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private static int chineseStart(Matcher m) {
        int from = minutes(m, 1);
        return from < 0 ? -1 : shifted(m.group(1), from, isClock(m));
    }

    /** 下午3点到6点 ends at 18:00, 晚上10点到6点 in the morning; 上午9点到5点 is left open. */
    private static int chineseEnd(Matcher m) {
        int from = chineseStart(m);
        int to = minutes(m, 6);
        if (from < 0 || to < 0) {
            return -1;
        }
        if (m.group(5) != null) {
            int next = shifted(m.group(6), to, true);
            return next < from ? next : -1;
        }
        String part = m.group(6) == null ? m.group(1) : m.group(6);
        if (to == NOON && NIGHT.contains(Objects.requireNonNullElse(part, ""))) {
            // 晚上10点到12点
            return MIDNIGHT;
        }
        int shifted = shifted(part, to, isClock(m) || part != null);
        if (shifted > from || m.group(6) != null || m.group(8) != null) {
            return shifted;
        }
        return NIGHT.contains(Objects.requireNonNullElse(part, "")) ? to : -1;
    }

    /** 22:00 is a clock; 3点 without a part of the day is morning or afternoon, and so left open. */
    private static boolean isClock(Matcher m) {
        return m.group(3) != null || m.group(8) != null;
    }

    /** Minutes of the day as said, −1 where there are no such. */
    private static int minutes(Matcher m, int group) {
        String hour = m.group(group + 1);
        int hours = hour.matches("\\d+") ? Integer.parseInt(hour) : (int) Numbers.chinese(hour);
        String digits = m.group(group + 2);
        String words = m.group(group + 3);
        int minutes = digits != null ? Integer.parseInt(digits) : words == null ? 0 : minutes(words);
        return minutes > 59 || hours * 60 + minutes > MIDNIGHT ? -1 : hours * 60 + minutes;
    }

    private static int minutes(String words) {
        return switch (words) {
            case "半" -> 30;
            case "一刻" -> 15;
            case "三刻" -> 45;
            default -> {
                String number = words.replace("分", "");
                yield number.matches("\\d+") ? Integer.parseInt(number) : (int) Numbers.chinese(number);
            }
        };
    }

    private static int shifted(@Nullable String part, int minutes, boolean clock) {
        if (part == null) {
            return clock || minutes >= DAY_BEGINS || minutes == 0 ? minutes : -1;
        }
        return switch (part) {
            case "下午", "傍晚", "晚上", "晚", "夜里", "夜间" -> minutes < NOON ? minutes + NOON : minutes;
            case "中午" -> minutes < 4 * 60 ? minutes + NOON : minutes;
            case "凌晨" -> minutes >= NOON ? minutes - NOON : minutes;
            default -> minutes;
        };
    }

    /** 4 to 6 pm begins in the afternoon, 9 to 5 pm in the morning. */
    private static int englishStart(Matcher m) {
        int same = english(m, 1, m.group(3) == null ? m.group(6) : m.group(3));
        return m.group(3) == null && same > english(m, 4, m.group(6)) ? english(m, 1, null) : same;
    }

    private static int english(Matcher m, int group, @Nullable String half) {
        int hours = Integer.parseInt(m.group(group));
        int minutes = m.group(group + 1) == null ? 0 : Integer.parseInt(m.group(group + 1));
        if (minutes > 59 || hours * 60 + minutes > MIDNIGHT || (half != null && hours > 12)) {
            return -1;
        }
        if (half == null) {
            return hours * 60 + minutes;
        }
        return hours % 12 * 60 + minutes + (half.startsWith("p") ? NOON : 0);
    }

    private static Optional<Matcher> matched(Pattern pattern, String text, int start) {
        Matcher matcher = pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }
}
