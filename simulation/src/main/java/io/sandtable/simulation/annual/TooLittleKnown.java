package io.sandtable.simulation.annual;

import io.sandtable.simulation.backtest.RollingReplay;
import java.io.Serial;

/** A year cannot be forecast, because too few months of orders are known before it. */
public final class TooLittleKnown extends IllegalStateException {
    /** The same as for a period of the past that is planned anew: a year to see seasons in, and one to see growth by. */
    public static final int MONTHS_NEEDED = RollingReplay.MONTHS_KNOWN;

    @Serial
    private static final long serialVersionUID = 1L;

    private final int monthsKnown;

    TooLittleKnown(int monthsKnown) {
        super(
                "Orders of %d whole months were known; a year's forecast needs %d. Import older orders with their dates, or plan only what the plan covers."
                        .formatted(monthsKnown, MONTHS_NEEDED));
        this.monthsKnown = monthsKnown;
    }

    public int monthsKnown() {
        return monthsKnown;
    }
}
