package io.sandtable.datasets.mapped;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * What somebody calls a column, in the forms by which it is compared.
 *
 * @param plain lower case, half width, without spaces and marks; what stands in brackets included
 * @param base the same without what stands in brackets, such as a unit
 * @param tokens words of a Latin name, abbreviations in full and words of the same meaning as one; empty where it has other letters
 * @param pinyin how a Chinese name is spoken, without tones; empty where it is none
 * @param initials first letters of that
 */
record Wording(String written, String plain, String base, Set<String> tokens, String pinyin, String initials) {
    private static final Pattern MARKS = Pattern.compile("[\\s*_:\\-./%#]+");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]");
    private static final Pattern HUMPS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\d\\s\\p{Punct}]+");
    private static final Pattern MINUTES =
            Pattern.compile("\\((min|mins|minute|minutes|分钟|分|′)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOURS = Pattern.compile("\\((h|hr|hrs|hour|hours|小时|时)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS =
            Pattern.compile("\\((s|sec|secs|second|seconds|秒|″)\\)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TIMES = Set.of("分", "小时", "秒", "minutes", "hours", "seconds");
    private static final Set<String> OF_NO_MEANING =
            Set.of("of", "the", "a", "an", "in", "is", "for", "per", "by", "and", "std");
    /** Abbreviations, and words that mean the same above a column. */
    private static final Map<String, String> MEANINGS = meanings(
            "code", "no nr num number nbr id key cd codes",
            "quantity", "qty quan qnt quantities",
            "description", "desc descr",
            "name", "nm names",
            "supplier", "supp vendor vend suppliers vendors",
            "customer", "cust client buyer customers clients",
            "item", "mat material part prod product article art sku goods items parts products materials",
            "warehouse", "wh whse store location loc site depot storehouse",
            "unit", "uom um units",
            "purchase", "purch procurement po buying",
            "sales", "sale so selling sold",
            "delivery", "deliver del dlv delivered deliveries",
            "received", "receipt recv rcvd",
            "date", "dt day datetime",
            "minimum", "min",
            "maximum", "max",
            "percent", "pct percentage rate",
            "tax", "vat",
            "price", "prc",
            "operation", "op oper process",
            "sequence", "seq",
            "component", "comp child sub",
            "parent", "assembly assy father upper",
            "currency", "curr ccy cur",
            "setup", "set-up changeover",
            "stock", "inventory inv onhand",
            "status", "state stat",
            "lot", "batch",
            "machine", "mach equipment eqp workcenter workcentre",
            "minutes", "minute mins",
            "hours", "hour hrs hr",
            "seconds", "second secs sec");

    static Wording of(String written) {
        String half =
                timeUnit(Normalizer.normalize(written, Normalizer.Form.NFKC).strip());
        String lower = half.toLowerCase(Locale.ROOT);
        String plain = MARKS.matcher(lower).replaceAll("");
        String base = MARKS.matcher(BRACKETS.matcher(lower).replaceAll("")).replaceAll("");
        boolean latin = LATIN.matcher(half).matches();
        List<String> spoken = latin ? List.of() : spoken(base);
        return new Wording(
                written,
                plain,
                base.isEmpty() ? plain : base,
                latin ? tokens(half) : Set.of(),
                String.join("", spoken),
                spoken.stream().map(s -> s.substring(0, 1)).collect(Collectors.joining()));
    }

    /** A unit of time in brackets in one word, whatever it was written as. */
    private static String timeUnit(String half) {
        boolean latin = LATIN.matcher(half).matches();
        String minutes = MINUTES.matcher(half).replaceAll(latin ? "(minutes)" : "(分)");
        String hours = HOURS.matcher(minutes).replaceAll(latin ? "(hours)" : "(小时)");
        return SECONDS.matcher(hours).replaceAll(latin ? "(seconds)" : "(秒)");
    }

    /** Whether it says a unit of time in brackets. */
    boolean saysTime() {
        return TIMES.contains(inBrackets());
    }

    private static Set<String> tokens(String half) {
        return Stream.of(HUMPS.matcher(half).replaceAll(" ").split("[^\\p{L}\\d]+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !OF_NO_MEANING.contains(word))
                .map(word -> MEANINGS.getOrDefault(word, word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Syllables of the Chinese letters; others stand for themselves. */
    private static List<String> spoken(String base) {
        return base.codePoints()
                .mapToObj(letter -> {
                    String[] readings =
                            letter > Character.MAX_VALUE ? null : PinyinHelper.toHanyuPinyinStringArray((char) letter);
                    return readings == null || readings.length == 0
                            ? Character.toString(letter)
                            : readings[0].replaceAll("[^a-z]", "");
                })
                .filter(syllable -> !syllable.isEmpty())
                .toList();
    }

    private static Map<String, String> meanings(String... pairs) {
        var meanings = new java.util.HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            for (String word : pairs[i + 1].split(" ")) {
                meanings.put(word, pairs[i]);
            }
        }
        return Map.copyOf(meanings);
    }

    /** Whether it is written in Latin letters, as pinyin may be. */
    boolean isLatin() {
        return !tokens.isEmpty();
    }

    /** What stands in brackets. */
    String inBrackets() {
        Matcher m = BRACKETS.matcher(
                Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        return m.find()
                ? MARKS.matcher(m.group().substring(1, m.group().length() - 1)).replaceAll("")
                : "";
    }
}
