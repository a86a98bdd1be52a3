package io.sandtable.simulation.sensitivity;

import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How far a dimension may move, for a part of the business or for all of it.
 *
 * @param scope ids of nodes, empty for everything
 * @param low and {@code high} in the dimension's unit, as differences from today
 * @param basis where the range comes from
 */
public record Range(Dimension dimension, Set<String> scope, double low, double high, Basis basis) {
    /** Where a range comes from. */
    public enum Basis {
        /** Nobody knows; ±10 %, ±5 days, ±2 points or ±20 CNY/t. */
        STAND_IN,
        HISTORY,
        CONTRACT,
        EXPERT
    }

    public Range {
        scope = Set.copyOf(scope);
        if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "The range of %s runs from %s to %s; the low end must not be above the high end. Swap them."
                            .formatted(dimension.id(), low, high));
        }
    }

    /** The range used where no history tells. */
    public static Range standIn(Dimension dimension) {
        return new Range(dimension, Set.of(), -dimension.standIn(), dimension.standIn(), Basis.STAND_IN);
    }

    /** All dimensions with their stand-ins. */
    public static List<Range> standIns() {
        return Arrays.stream(Dimension.values()).map(Range::standIn).toList();
    }

    /** Values at equal steps from the low end to the high one; today's exactly where a step comes there. */
    List<Double> grid(int steps) {
        if (steps < 2) {
            throw new IllegalArgumentException(
                    "The range of %s was to be gone through in %d steps; take at least 2, so that there is a middle."
                            .formatted(dimension.id(), steps));
        }
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> (low * (steps - i) + high * i) / steps)
                .toList();
    }

    /** The what-if at one end. */
    public Change at(double value) {
        Change.Form form = dimension.isRelative() ? Change.Form.RELATIVE : Change.Form.DELTA;
        return new Change(dimension, scope, form, value, null, null);
    }
}
