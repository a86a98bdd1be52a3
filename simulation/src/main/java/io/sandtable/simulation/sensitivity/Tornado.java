package io.sandtable.simulation.sensitivity;

import java.util.List;

/**
 * How one figure of a plan moves when each dimension goes to the ends of its range, the rest unchanged: the widest bar first, those that
 * nothing depends on last and with zero width.
 *
 * @param base the figure with nothing changed, timed in the same way as the ends
 */
public record Tornado(Kpi kpi, Mode mode, double base, List<Bar> bars, List<Warning> warnings) {
    public Tornado {
        bars = List.copyOf(bars);
        warnings = List.copyOf(warnings);
    }

    /**
     * One dimension's bar.
     *
     * @param atLow the figure at the low end of the range, {@code atHigh} at its high end
     */
    public record Bar(Range range, double atLow, double atHigh) {
        /** How far apart the ends are; infinite where a figure is no number, so that it stands first and is seen. */
        public double width() {
            double width = Math.abs(atHigh - atLow);
            return Double.isNaN(width) ? Double.POSITIVE_INFINITY : width;
        }
    }

    /** Something a reader must know before believing a bar, said as a code with the dimension it is about (empty: all). */
    public record Warning(Code code, String dimension) {
        /** What can be wrong with a sweep. */
        public enum Code {
            /** The figure is no finite number at one end. */
            NOT_A_NUMBER,
            /** The figure never moved, at any end of any range. */
            CONSTANT_OUTPUT,
            /** The range has no width, so its bar tells nothing. */
            EMPTY_RANGE
        }
    }
}
