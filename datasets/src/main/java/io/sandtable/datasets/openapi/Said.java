package io.sandtable.datasets.openapi;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the texts of a schema call a value, as somebody would write it above a column: the first words, with the unit of time in brackets. */
final class Said {
    /** Nobody writes longer words above a column. */
    private static final int LONGEST = 40;

    /** Where the first words end: what follows explains. */
    private static final Pattern END = Pattern.compile(
            "[,;:!?。、\\n\\r\\t|]|\\.(?=\\s|$)|(?<=\\p{IsHan}|\\))\\s+|\\s[-–—]+\\s?|\\b(?i:e\\.g|i\\.e|such as|example)\\b");

    private static final Pattern OF = Pattern.compile("(?<=\\p{IsHan})(的|之)(?=\\p{IsHan})");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]");
    private static final Pattern UNIT =
            Pattern.compile("(?i)(?:单位\\s*[:为是]?\\s*|\\bunits?\\s*[:=]?\\s*|\\bin\\s+|(?<![A-Za-z])\\(\\s*|^\\s*)"
                    + "(分钟|分|小时|秒|minutes?|mins?|hours?|hrs?|h|seconds?|secs?|s)(?=\\s*(?:$|[),;.。、/]|per\\b))");
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("分", "分"),
            Map.entry("小", "小时"),
            Map.entry("秒", "秒"),
            Map.entry("m", "minutes"),
            Map.entry("h", "hours"),
            Map.entry("s", "seconds"));

    private Said() {}

    /**
     * @param around what the object is called that the value is within; empty where it is within none
     * @param unit as an extension says it
     */
    static List<String> of(List<String> texts, List<String> around, String unit) {
        var said = new LinkedHashSet<String>();
        Optional<String> time = unitOfTime(unit)
                .or(() -> texts.stream()
                        .map(Said::plain)
                        .flatMap(text -> unitOfTime(text).stream())
                        .findFirst());
        for (String text : texts) {
            first(text).ifPresent(words -> {
                around.forEach(outer -> {
                    if (isChinese(outer) && isChinese(words) && !words.startsWith(outer)) {
                        said.add(with(time, outer + words));
                    }
                });
                said.add(with(time, words));
            });
        }
        said.removeIf(words -> words.length() > LONGEST);
        return List.copyOf(said);
    }

    /** The first words of a text; none where it has no short ones. */
    static Optional<String> first(String text) {
        String plain = plain(text);
        Matcher end = END.matcher(plain);
        String first = end.find() ? plain.substring(0, end.start()) : plain;
        String words = OF.matcher(first.strip()).replaceAll("");
        return words.isEmpty() || words.length() > LONGEST ? Optional.empty() : Optional.of(words);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static boolean isChinese(String words) {
        return words.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
    }

    private static String with(Optional<String> time, String words) {
        return time.map(unit -> inTheLanguageOf(
                        words, BRACKETS.matcher(words).replaceAll("").strip(), unit))
                .orElse(words);
    }

    /** Run time (minutes), 单件工时(分): each language has its own words for the same three units. */
    private static String inTheLanguageOf(String whole, String words, String unit) {
        boolean chinese = isChinese(whole);
        String own = switch (unit) {
            case "分", "minutes" -> chinese ? "分" : "minutes";
            case "小时", "hours" -> chinese ? "小时" : "hours";
            default -> chinese ? "秒" : "seconds";
        };
        String without = words.replaceFirst("(?i)\\s+in\\s+(minutes?|mins?|hours?|hrs?|seconds?|secs?)$", "");
        return without + "(" + own + ")";
    }

    private static Optional<String> unitOfTime(String text) {
        Matcher unit = UNIT.matcher(plain(text));
        return unit.find()
                ? Optional.ofNullable(
                        PLAIN.get(unit.group(1).toLowerCase(Locale.ROOT).substring(0, 1)))
                : Optional.empty();
    }
}
