package io.sandtable.simulation.sensitivity.global;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An input, or a group of inputs that move together, whose part in the variance is asked for. Inputs that are correlated with each other
 * belong in one group: variance can't be told apart between them (Saltelli and others, Global Sensitivity Analysis, 2008, 4.5 and 5.10).
 *
 * @param columns of the points that are its own, counted from 0
 */
public record Factor(String id, List<Integer> columns) {
    public Factor {
        columns = columns.stream().sorted().toList();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(
                    "The factor '%s' has no column; name at least one column of the points that moves it."
                            .formatted(id));
        }
    }

    /** Each column a factor of its own. */
    public static List<Factor> eachAlone(List<String> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new Factor(ids.get(i), List.of(i)))
                .toList();
    }

    /** The number of columns that factors have together. */
    static int columns(List<Factor> factors) {
        List<Integer> all =
                factors.stream().flatMap(f -> f.columns().stream()).sorted().toList();
        if (all.isEmpty() || !all.equals(IntStream.range(0, all.size()).boxed().toList())) {
            throw new IllegalArgumentException(
                    "The factors have the columns %s; each column from 0 on must belong to one factor. Correlated inputs go into one factor."
                            .formatted(all));
        }
        return all.size();
    }
}
