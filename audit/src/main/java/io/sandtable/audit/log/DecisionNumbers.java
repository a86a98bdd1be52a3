package io.sandtable.audit.log;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Issues audit numbers. The log itself is the counter: numbers in it are found by the record's {@code number} field. */
public final class DecisionNumbers {
    // canonical JSON has no blanks and escapes quotes inside strings, so these bytes can only be the field itself
    private static final Pattern FIELD = Pattern.compile("\"number\":\"(" + DecisionNumber.FORM.pattern() + ")\"");

    private final DecisionLog log;
    private final Clock clock;
    private final Map<LocalDate, Integer> lastOfDay = new HashMap<>();
    private long read;

    /** The clock's zone decides which day it is. */
    public DecisionNumbers(DecisionLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Logs the record that the function makes for the next free number; nobody else gets that number. */
    public Receipt append(Function<DecisionNumber, byte[]> canonicalRecord) {
        synchronized (log) {
            return log.append(canonicalRecord.apply(next()));
        }
    }

    /** The number that the next decision of today would get. */
    public DecisionNumber next() {
        synchronized (log) {
            for (List<byte[]> some = log.recordsFrom(read); !some.isEmpty(); some = log.recordsFrom(read)) {
                some.forEach(this::note);
                read += some.size();
            }
            LocalDate today = LocalDate.now(clock);
            return new DecisionNumber(today, lastOfDay.getOrDefault(today, 0) + 1);
        }
    }

    private void note(byte[] canonicalRecord) {
        Matcher field = FIELD.matcher(new String(canonicalRecord, StandardCharsets.UTF_8));
        while (field.find()) {
            DecisionNumber number = DecisionNumber.parse(field.group(1));
            lastOfDay.merge(number.day(), number.running(), Math::max);
        }
    }
}
