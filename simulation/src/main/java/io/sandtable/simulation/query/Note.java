package io.sandtable.simulation.query;

/**
 * What a reader of an answer must know about the lines it came from.
 *
 * @param lines how many it is about, {@code of} all lines of the answer
 */
public record Note(Code code, long lines, long of) {
    /** What it is. */
    public enum Code {
        /** Neither a lot's cost nor a standard cost is recorded: these lines are not in the margin. */
        COST_UNKNOWN,
        /** Costed at today's standard cost, because the lot they left from is not recorded or has no cost. */
        STANDARD_COST,
        /** No price, or no exchange rate for it: these lines count 0 CNY. */
        PRICE_UNKNOWN,
        /** Due and not there yet: late up to the day of the data. */
        STILL_OPEN,
        /** No payment term: taken to be paid on the day itself. */
        TERM_UNKNOWN,
        /** Nobody is named that the line could be grouped by. */
        NOBODY_NAMED
    }
}
