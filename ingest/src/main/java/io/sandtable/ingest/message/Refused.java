package io.sandtable.ingest.message;

import io.sandtable.ingest.DeadLetterReason;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;

/** A message that cannot be used, with the reason and its arguments. */
public final class Refused extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Longest text of a source that goes into an argument. */
    private static final int SHOWN = 80;

    private final DeadLetterReason reason;
    private final transient List<String> arguments;

    public Refused(DeadLetterReason reason, Object... arguments) {
        // a refusal is an everyday answer, not a fault: no stack trace
        super(reason + " " + Arrays.toString(arguments), null, false, false);
        this.reason = reason;
        this.arguments = Arrays.stream(arguments)
                .map(String::valueOf)
                .map(Refused::shown)
                .toList();
    }

    public DeadLetterReason reason() {
        return reason;
    }

    public List<String> arguments() {
        return arguments;
    }

    private static String shown(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "�");
        return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
    }
}
