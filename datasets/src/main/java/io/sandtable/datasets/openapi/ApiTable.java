package io.sandtable.datasets.openapi;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table that answers of an interface hold.
 *
 * @param name of the schema of its rows, or the way to them
 */
public record ApiTable(String name, List<ApiColumn> columns) {
    public ApiTable {
        columns = List.copyOf(columns);
    }

    /** Share of the columns of a file that are columns of this table. */
    public double share(List<String> names) {
        Set<String> own = columns.stream().map(ApiColumn::name).collect(Collectors.toSet());
        return names.isEmpty()
                ? 0
                : (double) names.stream().filter(own::contains).count() / names.size();
    }
}
