package io.sandtable.simulation.risk;

import io.sandtable.simulation.risk.Distribution.Beta;
import io.sandtable.simulation.risk.Distribution.Triangular;
import io.sandtable.simulation.risk.Distribution.Uniform;
import io.sandtable.simulation.risk.RiskWarning.Code;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.sensitivity.Range;
import java.util.List;
import java.util.Set;

/**
 * An uncertain input: a dimension, for a part of the business or all of it, and how it may come out.
 *
 * @param scope ids of nodes, empty for everything
 * @param distribution of the difference from today, in the dimension's unit
 * @param basis where the distribution comes from
 * @param values of history behind it, 0 where none
 */
public record Input(Dimension dimension, Set<String> scope, Distribution distribution, Range.Basis basis, int values) {
    public Input {
        scope = Set.copyOf(scope);
    }

    /**
     * The input of a range (decision 42): nobody's and an old history's is a triangle with today's value on top, an expert's is PERT's
     * curve, within a contract every value is alike.
     */
    public static Input of(Range range) {
        double low = range.low();
        double high = range.high();
        double today = Math.clamp(0, low, high);
        Distribution distribution = switch (range.basis()) {
            case STAND_IN, HISTORY -> new Triangular(low, today, high);
            case EXPERT -> Beta.pert(low, today, high);
            case CONTRACT -> new Uniform(low, high);
        };
        return new Input(range.dimension(), range.scope(), distribution, range.basis(), 0);
    }

    /** The input of a fit: of a history, or of nobody where the history told nothing. */
    public static Input of(Dimension dimension, Set<String> scope, Fit fit) {
        return new Input(
                dimension,
                scope,
                fit.distribution(),
                fit.isFromHistory() ? Range.Basis.HISTORY : Range.Basis.STAND_IN,
                fit.n());
    }

    /** What a dimension's stand-in range is sampled from. */
    public static Distribution standIn(Dimension dimension) {
        return of(Range.standIn(dimension)).distribution();
    }

    /** Its name in warnings: the dimension, and what it is about; of many things the first and how many. */
    public String id() {
        if (scope.isEmpty()) {
            return dimension.id();
        }
        String first = scope.stream().min(String::compareTo).orElseThrow();
        return dimension.id() + "@" + first + (scope.size() == 1 ? "" : "+" + (scope.size() - 1));
    }

    /** The what-if at one value. */
    public Change at(double value) {
        Change.Form form = dimension.isRelative() ? Change.Form.RELATIVE : Change.Form.DELTA;
        return new Change(dimension, scope, form, value, null, null);
    }

    List<RiskWarning> warnings() {
        return basis == Range.Basis.STAND_IN ? List.of(new RiskWarning(Code.STAND_IN, id())) : List.of();
    }
}
