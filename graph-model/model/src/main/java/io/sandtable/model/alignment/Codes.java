package io.sandtable.model.alignment;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Numbers of things, as different systems write the same one. */
final class Codes {
    private static final Pattern SEPARATORS = Pattern.compile("[^A-Z0-9\\p{IsHan}]+");
    private static final Pattern PREFIX = Pattern.compile("^[A-Z\\p{IsHan}]{1,4}(?=\\d)");
    private static final Pattern NOUGHTS = Pattern.compile("^0+(?=\\d)");
    private static final LevenshteinDistance ONE_SLIP = new LevenshteinDistance(1);
    private static final int SHORTEST = 4;
    private static final int SHORTEST_WITH_SLIP = 7;

    private Codes() {}

    /** Without separators, in capitals. */
    static String plain(String code) {
        String half = Normalizer.normalize(code, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return SEPARATORS.matcher(half).replaceAll("");
    }

    /** Without the prefix of a system and leading noughts, and with letters that are mistaken for digits as digits. */
    static String core(String code) {
        String plain = plain(code);
        String bare = NOUGHTS.matcher(PREFIX.matcher(plain).replaceFirst("")).replaceFirst("");
        return (bare.length() < SHORTEST ? plain : bare)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('S', '5')
                .replace('B', '8')
                .replace('Z', '2');
    }

    /** Whether a code is long enough to say anything. */
    static boolean tells(String code) {
        return core(code).length() >= SHORTEST;
    }

    static boolean equal(String a, String b) {
        return tells(a) && tells(b) && core(a).equals(core(b));
    }

    /** One digit wrong or missing. */
    static boolean near(String a, String b) {
        String x = core(a);
        String y = core(b);
        return Math.min(x.length(), y.length()) >= SHORTEST_WITH_SLIP && ONE_SLIP.apply(x, y) == 1;
    }

    /** Whether one of the other thing's names is this code: 「旧编码 10-0023」 among the aliases. */
    static boolean isNamed(String code, List<String> names) {
        return tells(code) && names.stream().anyMatch(name -> equal(code, name));
    }
}
