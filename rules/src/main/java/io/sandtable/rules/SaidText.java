package io.sandtable.rules;

import java.util.function.IntPredicate;

/** What a person typed, pasted or a program sent, as text that can be shown, written down and read. */
public final class SaidText {
    private static final int NO_CHARACTER = 0xfffd;

    private SaidText() {}

    /** Without control codes; half a character shows as U+FFFD, because nothing can write it down. */
    public static String of(String sent) {
        return without(sent, SaidText::isControl);
    }

    /** The same without what stands between characters unseen: zero width, direction marks. */
    static String readable(String sent) {
        return without(sent, c -> isControl(c) || Character.getType(c) == Character.FORMAT);
    }

    private static String without(String sent, IntPredicate unwanted) {
        return sent.codePoints()
                .filter(unwanted.negate())
                .map(c -> Character.getType(c) == Character.SURROGATE ? NO_CHARACTER : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && !Character.isWhitespace(c);
    }
}
