package io.sandtable.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Flat storage: one array per attribute of one type, a row per thing. */
final class Column {
    private Column() {}

    /** All things of one node or relation type. */
    static final class Table {
        private final int rows;
        private final Map<Attribute, double[]> numbers = new HashMap<>();
        private final Map<Attribute, @Nullable Object[]> objects = new HashMap<>();
        private final Thing.Ref[] sources;
        private final Map<Integer, Map<String, Thing.Ref>> valueSources = new HashMap<>();

        Table(int rows) {
            this.rows = rows;
            this.sources = new Thing.Ref[rows];
        }

        void set(int row, Draft draft, Collection<Attribute> attributes) {
            sources[row] = draft.source;
            for (Attribute attribute : attributes) {
                Draft.Value value = draft.values.get(attribute.name());
                if (value == null) {
                    continue;
                }
                if (attribute.kind() == ValueKind.NUMBER) {
                    numbers.computeIfAbsent(attribute, a -> missing())[row] = (Double) value.value();
                } else {
                    objects.computeIfAbsent(attribute, a -> new @Nullable Object[rows])[row] = value.value();
                }
                if (!value.source().equals(draft.source)) {
                    valueSources.computeIfAbsent(row, r -> new TreeMap<>()).put(attribute.name(), value.source());
                }
            }
        }

        private double[] missing() {
            var column = new double[rows];
            Arrays.fill(column, Double.NaN);
            return column;
        }

        List<Attribute> attributes() {
            return java.util.stream.Stream.concat(numbers.keySet().stream(), objects.keySet().stream())
                    .toList();
        }

        boolean has(Attribute attribute, int row) {
            return attribute.kind() == ValueKind.NUMBER
                    ? !Double.isNaN(number(attribute, row))
                    : object(attribute, row) != null;
        }

        double number(Attribute attribute, int row) {
            double[] column = numbers.get(attribute);
            return column == null ? Double.NaN : column[row];
        }

        @Nullable
        Object object(Attribute attribute, int row) {
            @Nullable Object[] column = objects.get(attribute);
            return column == null ? null : column[row];
        }

        Thing.Ref source(int row) {
            return sources[row];
        }

        Thing.Ref source(Attribute attribute, int row) {
            return ownSources(row).getOrDefault(attribute.name(), sources[row]);
        }

        Map<String, Thing.Ref> ownSources(int row) {
            return valueSources.getOrDefault(row, Map.of());
        }
    }

    /** A node or relation while its facts are being gathered. */
    static final class Draft {
        private final Thing.Ref source;
        private final Map<String, Value> values = new TreeMap<>();

        Draft(Thing.Ref source) {
            this.source = source;
        }

        void add(Fact fact) {
            var ref = new Thing.Ref(fact.evidence(), fact.row());
            fact.values().forEach((name, value) -> values.put(name, new Value(value, ref)));
        }

        void addEvidenceIds(Set<String> ids) {
            ids.add(source.evidence().id());
            values.values().forEach(value -> ids.add(value.source().evidence().id()));
        }

        private record Value(Object value, Thing.Ref source) {}
    }
}
