package io.sandtable.audit.report;

import java.util.function.UnaryOperator;

/** Well-formed XHTML written piece by piece; every text and attribute is escaped here and nowhere else. */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final UnaryOperator<String> spelling;

    /** The spelling replaces characters that the report's font shows only through a twin. */
    Markup(UnaryOperator<String> spelling) {
        this.spelling = spelling;
    }

    /** An element whose attributes are given as name, value, name, value. */
    Markup element(String name, Runnable content, String... attributes) {
        start(name, attributes).append('>');
        content.run();
        out.append("</").append(name).append('>');
        return this;
    }

    Markup element(String name, String text, String... attributes) {
        return element(name, () -> text(text), attributes);
    }

    Markup empty(String name, String... attributes) {
        start(name, attributes).append("/>");
        return this;
    }

    Markup text(String text) {
        out.append(escape(spelling.apply(text)));
        return this;
    }

    /** Content that we wrote ourselves and that is not escaped, such as our style sheet. */
    Markup ownSource(String source) {
        out.append(source);
        return this;
    }

    private StringBuilder start(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(spelling.apply(attributes[i + 1])))
                    .append('"');
        }
        return out;
    }

    /** Escapes markup and leaves out the code points that XML 1.0 has no way to write. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().filter(Markup::writable).forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private static boolean writable(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
