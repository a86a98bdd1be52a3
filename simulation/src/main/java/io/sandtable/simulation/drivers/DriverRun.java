package io.sandtable.simulation.drivers;

import io.sandtable.simulation.risk.Copula;
import io.sandtable.simulation.risk.Input;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.global.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that a sweep of a plan's drivers depends on besides the scenario and the plan, as a record keeps it; the same again gives the same
 * numbers, bit for bit.
 *
 * @param runs base points of all scrambles together, a power of two
 * @param inputs what moves, with its distribution and where that comes from
 * @param copula how the inputs hang together
 */
public record DriverRun(long seed, int runs, Mode mode, List<Input> inputs, Copula copula) {
    /** Enough for a plan, which is nearly linear in most inputs. */
    public static final int USUAL_RUNS = 256;

    public DriverRun {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("A sweep of drivers had no uncertain input; name at least one.");
        }
        if (copula.inputs() != inputs.size()) {
            throw new IllegalArgumentException("%d inputs were given correlations of %d; give one row for each."
                    .formatted(inputs.size(), copula.inputs()));
        }
    }

    /** A run of inputs that do not hang together. */
    public static DriverRun independent(long seed, int runs, Mode mode, List<Input> inputs) {
        return new DriverRun(seed, runs, mode, inputs, Copula.independent(inputs.size()));
    }

    /**
     * The inputs as factors. Those that hang together, if only by way of others, are one factor, named by all their names: variance can't be
     * told apart between them.
     */
    public List<Factor> factors() {
        int[] groupOf = IntStream.range(0, inputs.size()).toArray();
        for (int i = 0; i < groupOf.length; i++) {
            for (int j = 0; j < i; j++) {
                if (copula.correlation().get(i).get(j) != 0 && groupOf[i] != groupOf[j]) {
                    int joined = groupOf[i];
                    int into = groupOf[j];
                    for (int k = 0; k < groupOf.length; k++) {
                        groupOf[k] = groupOf[k] == joined ? into : groupOf[k];
                    }
                }
            }
        }
        var factors = new ArrayList<Factor>();
        for (int group : IntStream.of(groupOf).distinct().toArray()) {
            List<Integer> columns = IntStream.range(0, groupOf.length)
                    .filter(i -> groupOf[i] == group)
                    .boxed()
                    .toList();
            factors.add(new Factor(
                    columns.stream().map(i -> inputs.get(i).id()).collect(Collectors.joining("+")), columns));
        }
        return factors;
    }
}
