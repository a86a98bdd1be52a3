package io.sandtable.simulation.sensitivity.global;

/**
 * An estimate and where the truth lies with 95 % confidence.
 *
 * @param low and {@code high} ends of the interval; beyond 0 or 1 where the estimate is near, because it isn't cut there
 */
public record Interval(double estimate, double low, double high) {
    /** Around an estimate. */
    static Interval around(double estimate, double halfWidth) {
        return new Interval(estimate, estimate - halfWidth, estimate + halfWidth);
    }

    /** Half of its width. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    /** Whether a value lies in it. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
