package io.sandtable.simulation.scenario;

import java.io.Serial;
import java.util.List;

/** A condition that was understood but that no plan could obey yet; it is refused, never ignored. */
public final class ConditionRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final transient List<String> arguments;

    ConditionRefused(Code code, String... arguments) {
        super("%s %s".formatted(code, List.of(arguments)));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public Code code() {
        return code;
    }

    /** What the words of the code are about: the sentence first. */
    public List<String> arguments() {
        return arguments;
    }

    /** Why; the words stand in the message bundles. */
    public enum Code {
        /** The planner has no means to obey this kind of condition yet. */
        KIND_NOT_OBEYED,
        /** The condition names something that it cannot be about. */
        WRONG_THING,
        /** There is nothing in the window that it could change. */
        NOTHING_TO_CHANGE,
        /** The unit of the value does not fit the fact. */
        WRONG_UNIT
    }
}
