package io.sandtable.rules;

/**
 * A value in base units (two million is 2000000, five percent is 5) and what it does to the figure it is said of.
 *
 * @param unit %, CNY, CNY/t, days, 件, kWh/month …; empty for a plain factor
 */
public record Quantity(double value, String unit, Form form) {
    /** What the value does: replace, change by percent of the figure, add in its unit, add percentage points, multiply. */
    public enum Form {
        SET,
        RELATIVE,
        DELTA,
        PCT_POINTS,
        FACTOR
    }

    public Quantity {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "The quantity was %s %s; it must be a finite number. Correct the sentence.".formatted(value, unit));
        }
        value = Math.rint(value * 1e6) / 1e6 + 0.0;
    }

    /** The figure after the change. */
    public double applyTo(double figure) {
        return switch (form) {
            case SET -> value;
            case RELATIVE -> figure * (1 + value / 100);
            case DELTA, PCT_POINTS -> figure + value;
            case FACTOR -> figure * value;
        };
    }
}
