package io.sandtable.audit.log;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The audit number of a decision: its day and a running number within the day, counted from 1. */
public record DecisionNumber(LocalDate day, int running) {
    static final Pattern FORM = Pattern.compile("A-(\\d{4}-\\d{4})-(\\d{3,9})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MMdd", Locale.ROOT);

    public DecisionNumber {
        if (running < 1) {
            throw new IllegalArgumentException(
                    "A decision's running number was %d; it starts at 1 each day. Take the next one from the log."
                            .formatted(running));
        }
    }

    /** Reads {@code A-2026-1121-007}. */
    public static DecisionNumber parse(String text) {
        Matcher form = FORM.matcher(text);
        try {
            if (form.matches()) {
                return new DecisionNumber(LocalDate.parse(form.group(1), DAY), Integer.parseInt(form.group(2)));
            }
        } catch (DateTimeParseException e) {
            throw malformed(text, e);
        }
        throw malformed(text, null);
    }

    private static IllegalArgumentException malformed(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "\"%s\" is no audit number; it should look like A-2026-1121-007. Copy it from the report's footer."
                        .formatted(text),
                cause);
    }

    @Override
    public String toString() {
        return "A-%s-%03d".formatted(DAY.format(day), running);
    }
}
