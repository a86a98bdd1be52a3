package io.sandtable.simulation.check;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in whole fen, halves up, reckoned in decimal figures. */
final class Cents {
    /** What a product of binary numbers may miss a half by and still mean it, in fen. */
    private static final BigDecimal MEANT = new BigDecimal("0.000001");

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Cents() {}

    static long of(double yuan) {
        return whole(new BigDecimal(yuan).movePointRight(2));
    }

    static long percent(long fen, double percent) {
        return whole(
                BigDecimal.valueOf(fen).multiply(BigDecimal.valueOf(percent)).movePointLeft(2));
    }

    private static long whole(BigDecimal fen) {
        long rounded =
                fen.abs().add(MEANT).add(HALF).setScale(0, RoundingMode.FLOOR).longValueExact();
        return fen.signum() < 0 ? -rounded : rounded;
    }
}
