package io.sandtable.simulation.sensitivity;

import java.util.List;

/**
 * How one figure of a plan moves while each input alone goes through its range.
 *
 * @param base the figure with nothing changed
 * @param lines in the order of the ranges asked for
 */
public record Spider(Kpi kpi, Mode mode, double base, List<Line> lines) {
    public Spider {
        lines = List.copyOf(lines);
    }

    /**
     * One input's line.
     *
     * @param values at equal steps from the low end of the range to the high one
     */
    public record Line(Range range, List<Double> values) {
        public Line {
            values = List.copyOf(values);
        }
    }
}
