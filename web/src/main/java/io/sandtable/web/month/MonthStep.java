package io.sandtable.web.month;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of closing a month.
 *
 * @param state words of where it stands, under {@code month.<kind>.<state>}; {@code arguments} go into them
 * @param by who did it, null where nobody has or nobody wrote it down; {@code at} when
 * @param address where it is done or looked at
 */
public record MonthStep(
        Kind kind,
        boolean done,
        String state,
        List<Object> arguments,
        @Nullable String by,
        @Nullable Instant at,
        String address) {
    /** The steps, in the order in which they are taken. */
    public enum Kind {
        IMPORT,
        RECONCILE,
        COMPARE,
        ROLL,
        RULES,
        RELEASE
    }

    public MonthStep {
        arguments = List.copyOf(arguments);
    }

    static MonthStep done(Kind kind, String state, String address, Object... arguments) {
        return new MonthStep(kind, true, state, List.of(arguments), null, null, address);
    }

    static MonthStep open(Kind kind, String state, String address, Object... arguments) {
        return new MonthStep(kind, false, state, List.of(arguments), null, null, address);
    }

    MonthStep by(@Nullable String name, @Nullable Instant when) {
        return new MonthStep(kind, done, state, arguments, name, when, address);
    }
}
