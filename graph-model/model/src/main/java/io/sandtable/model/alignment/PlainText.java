package io.sandtable.model.alignment;

import com.github.houbb.opencc4j.core.ZhConvert;
import com.github.houbb.opencc4j.core.impl.ZhConvertBootstrap;
import com.github.houbb.opencc4j.support.segment.impl.Segments;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One way of writing for many: half width, simplified characters, capitals, one sign for "times", no brackets. */
final class PlainText {
    /** Character by character: names are too short for its dictionary of phrases to pay for its loading. */
    private static final ZhConvert SIMPLIFIED = ZhConvertBootstrap.newInstance().segment(Segments.chars());

    private static final Pattern TIMES = Pattern.compile("(?<=[0-9.A-Z\"])\\s*[×✕╳*xXх＊]\\s*(?=[0-9.])");
    private static final Pattern NOT_SAID = Pattern.compile("[()\\[\\]{}<>【】《》〈〉“”‘’'`,;:，、；：。|~_!?]");
    private static final Pattern ROUND = Pattern.compile("[φΦØ⌀ø]|直径");
    /** A letter that a thing has the shape of: O形圈, V型. */
    private static final Pattern SHAPE = Pattern.compile("([A-Z])\\s*[型形]");

    /** 24VDC and DC24V. */
    private static final Pattern CURRENT = Pattern.compile("(?<=\\dV)(DC|AC)(?![A-Z])");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private PlainText() {}

    static String of(String text) {
        String half = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String simple = half.codePoints().anyMatch(PlainText::isHan) ? SIMPLIFIED.toSimple(half) : half;
        String round = ROUND.matcher(simple).replaceAll(" ");
        // the Greek letter of micro would become a capital that looks like M
        String upper = round.replace('μ', 'u').toUpperCase(Locale.ROOT);
        String shaped = CURRENT.matcher(SHAPE.matcher(upper).replaceAll(" $1型")).replaceAll(" $1");
        String times = TIMES.matcher(shaped).replaceAll("×");
        return SPACES.matcher(NOT_SAID.matcher(times).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
