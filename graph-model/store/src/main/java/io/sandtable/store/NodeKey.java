package io.sandtable.store;

import io.sandtable.model.NodeType;

/** What makes a node the same node. */
record NodeKey(NodeType type, String id) {
    static NodeKey ofId(String id) {
        return new NodeKey(
                NodeType.ofId(id)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "'%s' has the prefix of no type; an id begins like MAT-. See the type table."
                                        .formatted(id))),
                id);
    }
}
