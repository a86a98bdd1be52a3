package io.sandtable.datasets.plain;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.Cell;
import io.sandtable.datasets.reading.CsvTable.Row;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Nearest;
import io.sandtable.datasets.reading.Rows;
import io.sandtable.datasets.reading.ValueTotals;
import io.sandtable.model.Attribute;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a template's table into facts. */
final class RowReader {
    private final Draft draft;
    private final ValueTotals totals;
    private final Map<String, Integer> firstRows = new HashMap<>();

    RowReader(Draft draft, ValueTotals totals) {
        this.draft = draft;
        this.totals = totals;
    }

    void read(Rows table, String file, Template template, RowSources sources) throws IOException {
        draft.header(file, table.columns());
        boolean keyed = headerIsUsable(table, file, template);
        List<Attribute> attributes = template.attributes().stream()
                .filter(a -> table.columns().contains(a.name()))
                .toList();
        var count = new AtomicInteger();
        table.each(row -> {
            count.incrementAndGet();
            if (keyed) {
                read(row, file, template, attributes, sources);
            }
        });
        totals.rows(file, count.get());
    }

    private void read(Row row, String file, Template template, List<Attribute> attributes, RowSources sources) {
        if (template instanceof Template.Nodes nodes) {
            totals.add(nodes.type(), row::cell);
        }
        Map<String, Object> values = values(row, file, attributes);
        Evidence evidence = sources.of(row);
        switch (template) {
            case Template.Nodes nodes -> node(nodes.type(), row, file, values, evidence);
            case Template.Relations relations -> relation(relations.type(), row, file, values, evidence);
        }
    }

    private boolean headerIsUsable(Rows table, String file, Template template) {
        List<String> known = template.columns();
        for (String column : table.columns()) {
            if (!known.contains(column)) {
                String expected = Nearest.to(column, known).orElse(String.join("|", known));
                draft.problem(ProblemCode.COLUMN_UNKNOWN, file, 1, column, column, expected);
            }
        }
        boolean keyed = true;
        for (String key : template.keys()) {
            if (!key.equals("variant") && !table.columns().contains(key)) {
                draft.problem(ProblemCode.COLUMN_MISSING, file, 1, key, "", key);
                keyed = false;
            }
        }
        return keyed;
    }

    private Map<String, Object> values(Row row, String file, List<Attribute> attributes) {
        var values = new TreeMap<String, Object>();
        for (Attribute attribute : attributes) {
            String cell = row.cell(attribute.name());
            if (!cell.isEmpty()) {
                Cell.read(attribute, cell, file, row.line(), draft).ifPresent(v -> values.put(attribute.name(), v));
            }
        }
        return values;
    }

    private void node(NodeType type, Row row, String file, Map<String, Object> values, Evidence evidence) {
        String id = row.cell("id");
        if (id.isEmpty()) {
            draft.problem(ProblemCode.VALUE_MISSING, file, row.line(), "id", "", type.prefix() + "-…");
            return;
        }
        try {
            type.requireId(id);
        } catch (IllegalArgumentException e) {
            draft.problem(ProblemCode.ID_PREFIX, file, row.line(), "id", id, type.prefix() + "-…");
            return;
        }
        Integer first = first(file + "\t" + id, row.line());
        if (first != null) {
            draft.problem(ProblemCode.ID_TWICE, file, row.line(), "id", id, Integer.toString(first));
        }
        draft.state(new Fact.NodeFact(type, id, values, evidence, line(row)), file, row.line());
    }

    private void relation(RelationType type, Row row, String file, Map<String, Object> values, Evidence evidence) {
        boolean from = endIsUsable("from", type.fromTypes(), row, file);
        boolean to = endIsUsable("to", type.toTypes(), row, file);
        if (!from || !to) {
            draft.mention(type, row.cell("from"));
            return;
        }
        String variant = row.cell("variant");
        String key = String.join("\t", file, row.cell("from"), row.cell("to"), variant);
        Integer first = first(key, row.line());
        if (first != null) {
            draft.problem(ProblemCode.RELATION_TWICE, file, row.line(), "variant", variant, Integer.toString(first));
        }
        draft.state(
                new Fact.RelationFact(type, row.cell("from"), row.cell("to"), variant, values, evidence, line(row)),
                file,
                row.line());
    }

    /** Where it stood first; null where this is the first time, or nothing more can be kept. */
    private @Nullable Integer first(String key, int row) {
        if (draft.isFull()) {
            firstRows.clear();
            return null;
        }
        return firstRows.putIfAbsent(key, row);
    }

    private boolean endIsUsable(String column, Set<NodeType> allowed, Row row, String file) {
        String id = row.cell(column);
        if (id.isEmpty()) {
            draft.problem(ProblemCode.VALUE_MISSING, file, row.line(), column, "", prefixes(allowed));
            return false;
        }
        if (NodeType.ofId(id).filter(allowed::contains).isEmpty()) {
            draft.problem(ProblemCode.END_TYPE, file, row.line(), column, id, prefixes(allowed));
            return false;
        }
        return true;
    }

    private static String prefixes(Collection<NodeType> types) {
        return types.stream().sorted().map(t -> t.prefix() + "-…").collect(Collectors.joining("|"));
    }

    private static String line(Row row) {
        return Integer.toString(row.line());
    }
}
