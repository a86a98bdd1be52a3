package io.sandtable.audit.report;

import java.util.regex.Pattern;

/**
 * Words of strangers for a spreadsheet. A cell of type text is never calculated, but copied into a CSV and opened again it would be;
 * an apostrophe in front keeps it text on that way too.
 */
final class SafeText {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    /** -10 % and +5 days are what they look like. */
    private static final Pattern MEASURE = Pattern.compile("[+-]\\d[\\d,.]*[^=+\\-@|!()\\t\\r\\n]*");

    /** What XML 1.0 cannot hold. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    /** More than this a cell cannot hold. */
    private static final int LONGEST = 32_767;

    private SafeText() {}

    static String of(String text) {
        String clean = CONTROL.matcher(text).replaceAll("");
        String safe =
                FORMULA.matcher(clean).matches() && !MEASURE.matcher(clean).matches() ? "'" + clean : clean;
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST - 1) + "…";
    }
}
