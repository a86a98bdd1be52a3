package io.sandtable.store;

import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;

/** What makes a relation the same relation. */
record RelationKey(RelationType type, String from, String to, String variant) {
    /** Everything in a Cypher pattern that cannot be a parameter. */
    Pattern pattern() {
        return new Pattern(type, NodeKey.ofId(from).type(), NodeKey.ofId(to).type());
    }

    /** As people name it in a message. */
    @Override
    public String toString() {
        return from + " " + type + " " + to;
    }

    record Pattern(RelationType type, NodeType from, NodeType to) {
        /** {@code (a:`Supplier` {id: row.from})}, bound to a parameter map named row. */
        String begin() {
            return "(a:`%s` {id: row.from})".formatted(from.label());
        }

        String end() {
            return "(b:`%s` {id: row.to})".formatted(to.label());
        }
    }
}
