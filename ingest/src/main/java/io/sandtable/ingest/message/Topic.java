package io.sandtable.ingest.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a message came in: {@code sandtable/<company>/<kind>/<source>}. */
public record Topic(String name, String company, Kind kind, String source) {
    /** Everything below it is ours. */
    public static final String ROOT = "sandtable";

    private static final Pattern FORM =
            Pattern.compile(ROOT + "/([a-z0-9][a-z0-9-]{0,60})/(stock|reading)/([A-Za-z0-9][A-Za-z0-9_-]{0,63})");

    /** What its messages are. */
    public enum Kind {
        STOCK,
        READING;

        /** As it stands in the topic. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Empty where the name is none of ours. */
    public static Optional<Topic> parse(String name) {
        Matcher form = FORM.matcher(name);
        return form.matches()
                ? Optional.of(new Topic(
                        name, form.group(1), form.group(2).equals("stock") ? Kind.STOCK : Kind.READING, form.group(3)))
                : Optional.empty();
    }
}
