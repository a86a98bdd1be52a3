package io.sandtable.store;

import io.sandtable.model.Evidence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one revision replaced: the state before of everything that it changed, empty for what was not there. */
record Former(
        Map<NodeKey, Optional<StoredThing>> nodes,
        Map<RelationKey, Optional<StoredThing>> relations,
        Map<String, Optional<Evidence>> evidence) {
    static Former empty() {
        return new Former(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Takes the revision back: the content becomes what it was before it. */
    void undo(GraphContent content) {
        restore(nodes, content.nodes());
        restore(relations, content.relations());
        restore(evidence, content.evidence());
    }

    private static <K, V> void restore(Map<K, Optional<V>> before, Map<K, V> content) {
        before.forEach((key, state) -> state.ifPresentOrElse(was -> content.put(key, was), () -> content.remove(key)));
    }
}
