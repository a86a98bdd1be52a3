package io.sandtable.rules.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * A sentence in one spelling: half width, lower case, simplified characters. Every character keeps its place, so that spans
 * point into the original.
 */
record NormalText(String original, String text, Tight tight) {
    private static final Map<Character, Character> SIMPLIFIED = simplified();

    private static final Pattern MONTH = Pattern.compile("(?:1[0-2]|[1-9])月");

    private static Map<Character, Character> simplified() {
        var simplified = new HashMap<Character, Character>();
        for (String line : Lexicon.lines("traditional.txt")) {
            for (int i = 0; i + 1 < line.length(); i += 2) {
                simplified.put(line.charAt(i), line.charAt(i + 1));
            }
        }
        return simplified;
    }

    static NormalText of(String original) {
        var text = new StringBuilder(original.length());
        for (int i = 0; i < original.length(); i++) {
            text.append(normal(original.charAt(i)));
        }
        return new NormalText(original, text.toString(), Tight.of(text.toString()));
    }

    int length() {
        return text.length();
    }

    /** Whether a word may begin or end between two characters: never inside a Latin word or a number. */
    boolean isBoundary(int at) {
        return at <= 0
                || at >= text.length()
                || !(isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at)))
                || isMonth(at);
    }

    /** ICT12月2号停 names the month right after a name. */
    private boolean isMonth(int at) {
        return Character.isLetter(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at))
                && MONTH.matcher(text).region(at, text.length()).lookingAt();
    }

    /**
     * What begins at a place and ends where a word may end, in the text itself and without the spaces between Chinese characters.
     *
     * @param reading the tokens of a text that begin at a place of it
     */
    List<Token> tokens(int start, BiFunction<String, Integer, List<Token>> reading) {
        var found = new ArrayList<>(reading.apply(text, start));
        if (!tight.isSameAs(text)) {
            tight.inPlace(reading.apply(tight.text(), tight.at(start)).stream())
                    .filter(t -> !found.contains(t))
                    .forEach(found::add);
        }
        found.removeIf(t -> !isBoundary(t.end()));
        return found;
    }

    static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    private static char normal(char c) {
        if (c == '\u3000' || c == '\u00a0' || Character.isWhitespace(c)) {
            return ' ';
        }
        char half = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
        if (half == '\u2212') {
            return '-';
        }
        if (half == '\u2019') {
            return '\'';
        }
        return half > 0x2e80
                ? SIMPLIFIED.getOrDefault(half, half)
                : String.valueOf(half).toLowerCase(Locale.ROOT).charAt(0);
    }
}
