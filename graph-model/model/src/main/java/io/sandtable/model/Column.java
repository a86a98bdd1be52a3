package io.sandtable.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
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

        void set(int row, Draft draft) {
            sources[row] = draft.source;
            for (int i = 0; i < draft.size; i++) {
                Attribute attribute = draft.attributes[i];
                if (attribute.kind() == ValueKind.NUMBER) {
                    numbers.computeIfAbsent(attribute, a -> missing())[row] = (Double) draft.values[i];
                } else {
                    objects.computeIfAbsent(attribute, a -> new @Nullable Object[rows])[row] = draft.values[i];
                }
                Thing.Ref own = draft.sources[i];
                if (own != draft.source && !own.equals(draft.source)) {
                    valueSources.computeIfAbsent(row, r -> new TreeMap<>()).put(attribute.name(), own);
                }
            }
        }

        private double[] missing() {
            var column = new double[rows];
            Arrays.fill(column, Double.NaN);
            return column;
        }

        /** Those that some row has, by name. */
        List<Attribute> attributes() {
            return Stream.concat(numbers.keySet().stream(), objects.keySet().stream())
                    .sorted(Comparator.comparing(Attribute::name))
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

        /** The value, a number as a Double; null where none is known. */
        @Nullable
        Object value(Attribute attribute, int row) {
            if (attribute.kind() != ValueKind.NUMBER) {
                return object(attribute, row);
            }
            double number = number(attribute, row);
            return Double.isNaN(number) ? null : (Object) number;
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

    /** A node or relation while its facts are being gathered: a few values, so that a list is shorter and quicker than a map. */
    static final class Draft {
        private final Thing.Ref source;
        private Attribute[] attributes = new Attribute[4];
        private Object[] values = new Object[4];
        private Thing.Ref[] sources = new Thing.Ref[4];
        private int size;

        private Draft(Thing.Ref source) {
            this.source = source;
        }

        /** One without a value yet, that the fact says is there. */
        static Draft of(Fact fact) {
            return new Draft(new Thing.Ref(fact.evidence(), fact.row()));
        }

        void add(Fact fact) {
            Thing.Ref ref = source.states(fact) ? source : new Thing.Ref(fact.evidence(), fact.row());
            fact.values().forEach((name, value) -> put(Attributes.named(name), value, ref));
        }

        private void put(Attribute attribute, Object value, Thing.Ref ref) {
            int at = 0;
            while (at < size && !attributes[at].equals(attribute)) {
                at++;
            }
            if (at == attributes.length) {
                attributes = Arrays.copyOf(attributes, 2 * at);
                values = Arrays.copyOf(values, 2 * at);
                sources = Arrays.copyOf(sources, 2 * at);
            }
            attributes[at] = attribute;
            values[at] = value;
            sources[at] = ref;
            size = Math.max(size, at + 1);
        }

        void addEvidenceIds(Set<String> ids) {
            ids.add(source.evidence().id());
            for (int i = 0; i < size; i++) {
                if (sources[i] != source) {
                    ids.add(sources[i].evidence().id());
                }
            }
        }
    }
}
