package io.sandtable.audit.tlog;

/** The name of one log, first line of its checkpoints and name of its key, such as {@code sandtable.local/jiamei}. */
public record Origin(String name) {
    public Origin {
        if (name.isEmpty() || name.codePoints().anyMatch(Origin::unfit)) {
            throw new IllegalArgumentException(
                    "The log's origin was \"%s\"; it must be one word without spaces, control characters or '+'. Name it like a web address without scheme: example.com/log."
                            .formatted(name));
        }
    }

    private static boolean unfit(int c) {
        return c == '+'
                || c == 0xFFFD
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c);
    }

    @Override
    public String toString() {
        return name;
    }
}
