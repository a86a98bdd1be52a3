package io.sandtable.simulation.check;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in whole fen, halves up, reckoned in decimal figures. */
final class Cents {
    /** Decimals of a yuan beyond which a product of binary numbers says nothing. */
    private static final int MEANT = 8;

    private Cents() {}

    static long of(double yuan) {
        return new BigDecimal(yuan)
                .setScale(MEANT, RoundingMode.HALF_EVEN)
                .setScale(2, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    static long percent(long fen, double percent) {
        return BigDecimal.valueOf(fen)
                .multiply(BigDecimal.valueOf(percent))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
