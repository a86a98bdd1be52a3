package io.sandtable.simulation.scenario;

import java.io.Serial;
import java.util.List;

/** A decision by hand that no plan could keep whatever else it did; what is planned is planned without it. */
public final class InterventionRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String id;
    private final transient List<String> arguments;

    InterventionRefused(Code code, String id, String... arguments) {
        super("%s %s %s".formatted(id, code, List.of(arguments)));
        this.code = code;
        this.id = id;
        this.arguments = List.of(arguments);
    }

    public Code code() {
        return code;
    }

    /** Of the intervention. */
    public String id() {
        return id;
    }

    /** What the words of the code are about. */
    public List<String> arguments() {
        return arguments;
    }

    /** Why; the words stand in the message bundles. */
    public enum Code {
        /** No open order has that id: the order. */
        NO_SUCH_ORDER,
        /** The order is not made in such a step: order, operation, the steps there are. */
        NO_SUCH_STEP,
        /** The step cannot be done there: operation, place, the places there are. */
        NO_SUCH_PLACE,
        /** The tool does not fit: operation, tool, the tools there are. */
        NO_SUCH_TOOL,
        /** Nothing is left that could do it: operation. */
        NOWHERE_LEFT,
        /** It was to begin before the day that is planned from: the minute, that day. */
        IN_THE_PAST,
        /** Begins after the last day that is planned: the minute, that day. */
        TOO_LATE,
        /** Something that the kind needs is not said: what. */
        INCOMPLETE,
        /** Nobody says why. */
        NO_REASON,
        /** The same step of the same order is decided otherwise: operation, the other's id. */
        CONTRADICTS,
        /** Two lots at the same time on one machine: place, the other's id. */
        OVERLAPS
    }
}
