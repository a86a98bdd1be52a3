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
        /** In CNY, or the currency that is its unit. */
        MONEY,
        /** A currency per unit of something. */
        PRICE,
        /** In days. */
        DURATION,
        /** In pieces, tonnes, kWh … */
        COUNT
    }

    /** The same as a price of one of something, where it is money. */
    Amount per(String thing) {
        return measure == Measure.MONEY || measure == Measure.NUMBER
                ? new Amount(value, Measure.PRICE, (measure == Measure.MONEY ? unit : "CNY") + "/" + thing)
                : this;
    }
}
