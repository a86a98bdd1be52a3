package io.sandtable.rules.language;

/** A number with what it counts; values in base units. */
record Amount(double value, Measure measure, String unit) {
    enum Measure {
        /** No unit said. */
        NUMBER,
        /** In percent. */
        PERCENT,
        /** Percentage points. */
        POINTS,
        /** In CNY. */
        MONEY,
        /** In CNY per unit of something. */
        PRICE,
        /** In days. */
        DURATION,
        /** In pieces, tonnes, kWh … */
        COUNT
    }
}
