package io.sandtable.simulation.query;

import java.util.List;

/** A question that the records cannot answer as it stands; code and arguments are worded where people read them. */
public final class QueryRefused extends RuntimeException {
    @java.io.Serial
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Code {
        /** All of its time is still to come: a plan is needed. Arguments: first day asked for, day of the data. */
        FUTURE,
        /** The figure is not recorded by that group. Arguments: metric, grouping. */
        GROUP_NOT_RECORDED,
        /** The figure is not recorded by what was named. Arguments: metric, id. */
        NAME_NOT_RECORDED,
        /** A price of what? Without a name there are too many. */
        PRICE_OF_WHAT,
        /** There are no parts to take apart: a price that the market made. Arguments: metric. */
        NO_CAUSES
    }

    private final Code code;
    private final transient List<String> arguments;

    QueryRefused(Code code, String... arguments) {
        super("%s %s".formatted(code, List.of(arguments)));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public Code code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
