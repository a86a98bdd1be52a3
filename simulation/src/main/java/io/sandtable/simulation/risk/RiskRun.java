package io.sandtable.simulation.risk;

import io.sandtable.simulation.sensitivity.Mode;
import java.util.HashSet;
import java.util.List;

/**
 * All that a run depends on besides the scenario and the plans, as a record keeps it; the same again gives the same numbers, bit for bit.
 *
 * @param seed of the points
 * @param runs sample size: points that every plan sees
 * @param copula how the inputs hang together
 * @param generator of the points, see {@link Points}
 */
public record RiskRun(long seed, int runs, Mode mode, List<Input> inputs, Copula copula, String generator) {
    /** What is asked for usually. */
    public static final int USUAL_RUNS = 1_000;

    public RiskRun {
        inputs = List.copyOf(inputs);
        if (runs < 1) {
            throw new IllegalArgumentException(
                    "A risk run was asked for %d runs; ask for at least 1, %d is usual.".formatted(runs, USUAL_RUNS));
        }
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("A risk run had no uncertain input; name at least one.");
        }
        if (copula.inputs() != inputs.size()) {
            throw new IllegalArgumentException("%d inputs were given correlations of %d; give one row for each."
                    .formatted(inputs.size(), copula.inputs()));
        }
        if (!generator.equals(Points.GENERATOR)) {
            throw new IllegalArgumentException(
                    "The run was drawn with %s; this version draws with %s. Use the version of the record."
                            .formatted(generator, Points.GENERATOR));
        }
        var meant = new HashSet<List<Object>>();
        inputs.forEach(input -> {
            if (!meant.add(List.of(input.dimension(), input.scope()))) {
                throw new IllegalArgumentException("The input %s stands twice; keep one.".formatted(input.id()));
            }
        });
    }

    /** A run drawn by this version. */
    public RiskRun(long seed, int runs, Mode mode, List<Input> inputs, Copula copula) {
        this(seed, runs, mode, inputs, copula, Points.GENERATOR);
    }

    /** A run of inputs that do not hang together. */
    public static RiskRun independent(long seed, int runs, Mode mode, List<Input> inputs) {
        return new RiskRun(seed, runs, mode, inputs, Copula.independent(inputs.size()));
    }

    Points.Source points() {
        return new Points(seed, inputs.stream().map(Input::distribution).toList(), copula).source();
    }
}
