package io.sandtable.store;

import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.RelationType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.neo4j.driver.TransactionContext;

/** How the graph came to say what it says. */
public final class GraphHistory {
    private final GraphConnection connection;

    public GraphHistory(GraphConnection connection) {
        this.connection = connection;
    }

    /** What makes a relation the same relation. */
    public record RelationId(RelationType type, String from, String to, String variant) {}

    /**
     * A former state of a node, or of a relation at it.
     *
     * @param by the revision that replaced it
     * @param relation empty where it is the node itself
     * @param before what was stated until then, each source for itself; empty where there was nothing
     */
    public record Replaced(Revision by, Optional<RelationId> relation, List<Fact> before) {
        public Replaced {
            before = List.copyOf(before);
        }
    }

    /** All revisions from where history begins, the newest first. */
    public List<Revision> revisions() {
        return connection.read(
                tx -> KnownRevisions.of(new Journal(tx).revisions()).list());
    }

    /** All former states of a node and of the relations at it, the newest first; empty where none is known. */
    public List<Replaced> of(String nodeId) {
        return connection.read(tx -> {
            var journal = new Journal(tx);
            Map<Long, Revision> revisions = KnownRevisions.of(journal.revisions()).list().stream()
                    .collect(Collectors.toMap(Revision::number, Function.identity()));
            var byRevision = new TreeMap<Long, Former>(Comparator.reverseOrder());
            journal.about(
                    nodeId,
                    (number, part) -> keepAbout(nodeId, part, byRevision.computeIfAbsent(number, n -> Former.empty())));
            Map<String, Evidence> evidence = new HashMap<>(new GraphReading(tx).allEvidence());
            addMissing(tx, evidence, byRevision.values());
            var replaced = new ArrayList<Replaced>();
            byRevision.forEach((number, former) -> {
                // what a source was called then, where it has another name by now
                former.evidence().forEach((id, before) -> before.ifPresent(e -> evidence.put(id, e)));
                Revision by = revisions.get(number);
                if (by != null) {
                    replaced.addAll(states(by, former, evidence));
                }
            });
            return List.copyOf(replaced);
        });
    }

    private static void keepAbout(String id, Former part, Former kept) {
        kept.evidence().putAll(part.evidence());
        part.nodes().forEach((key, before) -> {
            if (key.id().equals(id)) {
                kept.nodes().put(key, before);
            }
        });
        part.relations().forEach((key, before) -> {
            if (key.from().equals(id) || key.to().equals(id)) {
                kept.relations().put(key, before);
            }
        });
    }

    /** A source may have gone in a later revision than the last thing that rested on it. */
    private static void addMissing(TransactionContext tx, Map<String, Evidence> evidence, Iterable<Former> formers) {
        Set<String> named = new HashSet<>();
        formers.forEach(former -> {
            former.nodes()
                    .values()
                    .forEach(s -> s.ifPresent(t -> t.evidenceIds().forEach(named::add)));
            former.relations()
                    .values()
                    .forEach(s -> s.ifPresent(t -> t.evidenceIds().forEach(named::add)));
        });
        for (String id : named) {
            if (!evidence.containsKey(id)) {
                new Journal(tx)
                        .about(
                                id,
                                (number, part) -> part.evidence()
                                        .getOrDefault(id, Optional.empty())
                                        .ifPresent(e -> evidence.put(id, e)));
            }
        }
    }

    private static List<Replaced> states(Revision by, Former former, Map<String, Evidence> evidence) {
        var states = new ArrayList<Replaced>();
        former.nodes().forEach((key, before) -> {
            var content = new GraphContent(new HashMap<>(), new HashMap<>(), evidence);
            before.ifPresent(thing -> content.nodes().put(key, thing));
            states.add(new Replaced(by, Optional.empty(), content.facts()));
        });
        former.relations().forEach((key, before) -> {
            var content = new GraphContent(new HashMap<>(), new HashMap<>(), evidence);
            before.ifPresent(thing -> content.relations().put(key, thing));
            states.add(new Replaced(
                    by, Optional.of(new RelationId(key.type(), key.from(), key.to(), key.variant())), content.facts()));
        });
        return states;
    }
}
