package io.sandtable.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A statement about the business with its evidence. Several facts may describe one node or relation (the item from the ERP, its
 * price from a market table): each value keeps the evidence it came with, and a later fact replaces the values it repeats.
 */
public sealed interface Fact {
    /** The values it states, by attribute name; classes as in {@link ValueKind#javaType()}. */
    Map<String, Object> values();

    Evidence evidence();

    /** Where in the source: row, cell, message; empty where the whole source says it. */
    String row();

    /** A node exists and has these values. */
    record NodeFact(NodeType type, String id, Map<String, Object> values, Evidence evidence, String row)
            implements Fact {
        public NodeFact {
            type.requireId(id);
            values = checked(type::find, values, id);
        }
    }

    /**
     * Two nodes are related and the relation has these values.
     *
     * @param variant tells apart several relations of one type between the same two nodes; empty for the first
     */
    record RelationFact(
            RelationType type,
            String from,
            String to,
            String variant,
            Map<String, Object> values,
            Evidence evidence,
            String row)
            implements Fact {
        public RelationFact {
            requireEnd(type, from, type.fromTypes(), "begin");
            requireEnd(type, to, type.toTypes(), "end");
            values = checked(type::find, values, from + " " + type + " " + to);
        }

        private static void requireEnd(RelationType type, String id, java.util.Set<NodeType> allowed, String where) {
            if (NodeType.ofId(id).filter(allowed::contains).isEmpty()) {
                throw new IllegalArgumentException(
                        "%s cannot %s at %s; it must %s at one of %s.".formatted(type, where, id, where, allowed));
            }
        }
    }

    private static Map<String, Object> checked(
            Function<String, Optional<Attribute>> allowed, Map<String, Object> values, String subject) {
        var copy = new TreeMap<String, Object>();
        values.forEach((name, value) -> {
            Attribute attribute = allowed.apply(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "%s has an attribute '%s' that its type does not know; see the type table for those it may carry."
                                    .formatted(subject, name)));
            if (!attribute.kind().javaType().isInstance(value)
                    || (value instanceof Double number && !Double.isFinite(number))) {
                throw new IllegalArgumentException("%s has %s = %s (%s); it must be a %s."
                        .formatted(subject, name, value, value.getClass().getSimpleName(), attribute.kind()));
            }
            copy.put(name, value instanceof Double number && number == 0 ? Double.valueOf(0.0) : value);
        });
        return Collections.unmodifiableMap(copy);
    }
}
