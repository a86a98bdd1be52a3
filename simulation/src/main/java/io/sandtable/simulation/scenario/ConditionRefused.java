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
        /** No plan can obey this kind of statement: a question, or a whole that was not taken apart. */
        KIND_NOT_OBEYED,
        /** The condition names something that it cannot be about. */
        WRONG_THING,
        /** There is nothing in the window that it could change. */
        NOTHING_TO_CHANGE,
        /** The unit of the value does not fit the fact. */
        WRONG_UNIT,
        /** More capacity comes from machines, shifts and overtime, which the planner chooses or the data names. */
        MORE_CAPACITY,
        /** A limit for each shift; the planner counts by day, week, month, quarter or year. */
        PERIOD_NOT_OBEYED,
        /** When it comes again is said in a way that is not read. */
        RECURRENCE_NOT_READ,
        /** A budget for part of the business in a category that is only known as a whole. */
        BUDGET_SCOPE,
        /** Power at a moment, not energy over a time. */
        PEAK_POWER,
        /** Stock is planned for the house as a whole, not by site. */
        STOCK_AT_SITE,
        /** The data does not say how long the goods keep. */
        SHELF_LIFE_UNKNOWN,
        /** The ledger has no such rate. */
        RATE_NOT_KNOWN,
        /** The rate is one for all goods. */
        RATE_FOR_ALL_ONLY,
        /** No plan has that figure, or it is not said of what. */
        FIGURE_NOT_PLANNED,
        /** What would hold from then on is no rule about a plan. */
        THEN_NOT_A_RULE
    }
}
