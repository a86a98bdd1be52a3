package io.sandtable.web.readiness;

import io.sandtable.model.Attribute;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a question needs to be answered from data.
 *
 * @param tables any one of them will do
 * @param columns each must be known in some row of the table that is there; one in a group of alternatives is enough
 */
record Need(List<Table> tables, List<List<Attribute>> columns) {
    Need {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
    }

    static Need of(NodeType type, Attribute... columns) {
        return new Need(List.of(new Table.Nodes(type, null)), each(columns));
    }

    /** Only rows of that kind. */
    static Need of(NodeType type, String kind, Attribute... columns) {
        return new Need(List.of(new Table.Nodes(type, kind)), each(columns));
    }

    static Need of(RelationType type, Attribute... columns) {
        return new Need(List.of(new Table.Relations(type)), each(columns));
    }

    /** Either of two relations. */
    static Need either(RelationType one, RelationType other) {
        return new Need(List.of(new Table.Relations(one), new Table.Relations(other)), List.of());
    }

    /** One more column, or another that says the same. */
    Need orElse(Attribute one, Attribute other) {
        var more = new ArrayList<>(columns);
        more.add(List.of(one, other));
        return new Need(tables, more);
    }

    private static List<List<Attribute>> each(Attribute... columns) {
        return Arrays.stream(columns).map(List::of).toList();
    }
}
