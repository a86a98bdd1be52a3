package io.sandtable.simulation.query;

/** What lines of the records sum up; money in fen, quantities in the material's unit. */
enum Additive {
    REVENUE,
    COST,
    /** Of lines whose cost is known. */
    MARGIN,
    /** Revenue of lines whose cost is known. */
    COSTED_REVENUE,
    PURCHASED,
    QUANTITY,
    LINES,
    LATE_LINES,
    ON_TIME_LINES,
    LATE_DAYS,
    ORDERED,
    IN_TIME,
    CASH_IN,
    CASH_OUT,
    CASH_NET,
    BALANCE,
    DOWN_DAYS,
    PRICE_POINTS
}
