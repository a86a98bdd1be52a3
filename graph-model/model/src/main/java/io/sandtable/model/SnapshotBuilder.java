package io.sandtable.model;

import io.sandtable.model.Column.Draft;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Gathers facts, in their order, until they are a snapshot: a later fact replaces the values it repeats. Keeps what they state and not the
 * facts, so that a large business can be read through it. Not for several threads at once.
 */
public final class SnapshotBuilder {
    private final Map<NodeType, Map<String, Draft>> nodes = new EnumMap<>(NodeType.class);
    private final Map<RelationType, Map<Ends, Draft>> relations = new EnumMap<>(RelationType.class);
    private final Map<String, Evidence> evidence = new HashMap<>();
    /** An id stands in a node and in all relations at it. */
    private final Map<String, String> ids = new HashMap<>();

    /** What tells relations of one type apart. */
    record Ends(String from, String to, String variant) {}

    public SnapshotBuilder add(Fact fact) {
        evidence.put(fact.evidence().id(), fact.evidence());
        switch (fact) {
            case Fact.NodeFact n ->
                nodes.computeIfAbsent(n.type(), t -> new HashMap<>())
                        .computeIfAbsent(shared(n.id()), id -> Draft.of(fact))
                        .add(fact);
            case Fact.RelationFact r ->
                relations
                        .computeIfAbsent(r.type(), t -> new HashMap<>())
                        .computeIfAbsent(
                                new Ends(shared(r.from()), shared(r.to()), r.variant()), ends -> Draft.of(fact))
                        .add(fact);
        }
        return this;
    }

    /** The snapshot of all that was added; names all dangling relations at once. */
    public BusinessSnapshot build() {
        requireEnds();
        // a source whose every value was replaced says nothing any more, and must not keep the hash apart
        var spoken = new HashSet<String>();
        nodes.values().forEach(drafts -> drafts.values().forEach(draft -> draft.addEvidenceIds(spoken)));
        relations.values().forEach(drafts -> drafts.values().forEach(draft -> draft.addEvidenceIds(spoken)));
        List<Evidence> sources = evidence.values().stream()
                .filter(e -> spoken.contains(e.id()))
                .sorted(java.util.Comparator.comparing(Evidence::id))
                .toList();
        return new BusinessSnapshot(nodes, relations, sources);
    }

    private void requireEnds() {
        var known = new HashSet<String>();
        nodes.values().forEach(drafts -> known.addAll(drafts.keySet()));
        var dangling = new ArrayList<String>();
        relations.forEach((type, drafts) -> drafts.keySet().forEach(ends -> {
            if (!known.contains(ends.from()) || !known.contains(ends.to())) {
                dangling.add("%s %s %s".formatted(ends.from(), type, ends.to()));
            }
        }));
        if (!dangling.isEmpty()) {
            dangling.sort(null);
            throw new IllegalArgumentException(
                    "%d relations point at nodes that do not exist: %s. Import the nodes first."
                            .formatted(dangling.size(), dangling.subList(0, Math.min(20, dangling.size()))));
        }
    }

    private String shared(String id) {
        return ids.computeIfAbsent(id, i -> i);
    }
}
