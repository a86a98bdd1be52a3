package io.sandtable.simulation.sensitivity;

import io.sandtable.simulation.scenario.Dimension;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What it would take for a figure of a plan to come to another value: the smallest change of each input alone, the plan's choices and
 * sequence fixed as in a {@link Tornado}.
 *
 * @param now the figure with nothing changed, timed in the same way as every change
 * @param target what it should come to
 * @param takes one for each input: those that get there first, the smallest part of what was looked at first
 */
public record Counterfactual(Kpi kpi, double now, double target, List<Takes> takes) {
    /** How often the width of a stand-in range a change may have; beyond that it is no sensible answer. */
    public static final int SENSIBLE = 5;

    private static final Comparator<Takes> NEAREST_FIRST = Comparator.comparing(
                    (Takes t) -> t.change().isEmpty())
            .thenComparingDouble(Takes::share)
            .thenComparing(t -> t.range().dimension());

    public Counterfactual {
        takes = takes.stream().sorted(NEAREST_FIRST).toList();
    }

    /** Whether the figure is better than the target: then it is asked how much worse things may get. */
    public boolean isBetterThanTarget() {
        return kpi.isBetter(now, target);
    }

    /** Whether nothing has to change. */
    public boolean isThere() {
        return now == target;
    }

    /**
     * What one input takes.
     *
     * @param range within which changes were looked at
     * @param change the smallest one, in the unit of its dimension, with which the figure is at least as far as the target; empty where
     *     none within the range is
     * @param value the figure with that change; where there is none, the nearest to the target that any tried change came
     */
    public record Takes(Range range, OptionalDouble change, double value) {
        /** The change as a share of the range that it lies in, 0 … 1; infinite where there is none. */
        double share() {
            return change.isEmpty()
                    ? Double.POSITIVE_INFINITY
                    : Math.abs(change.getAsDouble() / (change.getAsDouble() < 0 ? range.low() : range.high()));
        }
    }

    /** How many changes of a dimension are told apart in one unit of it: one of days and CNY a tonne, ten of percent and points. */
    static int stepsPerUnit(Dimension dimension) {
        return switch (dimension.unit()) {
            case "d", "CNY/t" -> 1;
            default -> 10;
        };
    }

    /** As far as a change of that dimension is looked at. */
    public static Range sensible(Dimension dimension) {
        double most = SENSIBLE * dimension.standIn();
        return new Range(dimension, Set.of(), -most, most, Range.Basis.STAND_IN);
    }
}
