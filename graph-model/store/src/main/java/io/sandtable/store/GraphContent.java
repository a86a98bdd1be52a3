package io.sandtable.store;

import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Nodes, relations and evidence, all of the graph or the part an import touches. */
record GraphContent(
        Map<NodeKey, StoredThing> nodes, Map<RelationKey, StoredThing> relations, Map<String, Evidence> evidence)
        implements GraphReading.Things {
    @Override
    public void node(NodeKey key, StoredThing thing) {
        nodes.put(key, thing);
    }

    @Override
    public void relation(RelationKey key, StoredThing thing) {
        relations.put(key, thing);
    }

    static GraphContent empty() {
        return new GraphContent(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** The same with facts on top, in their order. */
    GraphContent with(Iterable<? extends Fact> facts) {
        var after = new GraphContent(
                new LinkedHashMap<>(nodes), new LinkedHashMap<>(relations), new LinkedHashMap<>(evidence));
        for (Fact fact : facts) {
            after.evidence.put(fact.evidence().id(), fact.evidence());
            switch (fact) {
                case Fact.NodeFact n -> after.nodes.compute(key(n), (k, thing) -> add(thing, n));
                case Fact.RelationFact r -> after.relations.compute(key(r), (k, thing) -> add(thing, r));
            }
        }
        return after;
    }

    /** The part about some types: their nodes, the relations among them, the evidence these rest on. */
    GraphContent only(Set<NodeType> types) {
        var part = empty();
        nodes.forEach((key, thing) -> {
            if (types.contains(key.type())) {
                part.nodes.put(key, thing);
            }
        });
        relations.forEach((key, thing) -> {
            if (types.contains(key.pattern().from())
                    && types.contains(key.pattern().to())) {
                part.relations.put(key, thing);
            }
        });
        Stream.concat(part.nodes.values().stream(), part.relations.values().stream())
                .flatMap(StoredThing::evidenceIds)
                .forEach(id -> part.evidence.put(id, evidence(id)));
        return part;
    }

    /** The same without those relations. */
    GraphContent without(Iterable<Fact.RelationFact> withdrawn) {
        var rest = new GraphContent(
                new LinkedHashMap<>(nodes), new LinkedHashMap<>(relations), new LinkedHashMap<>(evidence));
        withdrawn.forEach(relation -> rest.relations.remove(key(relation)));
        return rest;
    }

    /** What holds on that day by its validFrom and validTo; relations of what does not hold go with it. */
    GraphContent validOn(LocalDate day) {
        var valid = new GraphContent(new LinkedHashMap<>(), new LinkedHashMap<>(), evidence);
        nodes.forEach((key, thing) -> {
            if (thing.holdsOn(day)) {
                valid.nodes.put(key, thing);
            }
        });
        relations.forEach((key, thing) -> {
            if (thing.holdsOn(day)
                    && valid.nodes.containsKey(NodeKey.ofId(key.from()))
                    && valid.nodes.containsKey(NodeKey.ofId(key.to()))) {
                valid.relations.put(key, thing);
            }
        });
        return valid;
    }

    /** Adds the relations of those types that another content has between nodes that are here. */
    void takeOver(Set<RelationType> types, GraphContent other) {
        other.relations.forEach((key, thing) -> {
            if (types.contains(key.type())
                    && nodes.containsKey(NodeKey.ofId(key.from()))
                    && nodes.containsKey(NodeKey.ofId(key.to()))
                    && relations.putIfAbsent(key, thing) == null) {
                thing.evidenceIds().forEach(id -> evidence.put(id, other.evidence(id)));
            }
        });
    }

    /** What the fact is about, if it is here. */
    Optional<StoredThing> find(Fact fact) {
        return Optional.ofNullable(
                switch (fact) {
                    case Fact.NodeFact n -> nodes.get(key(n));
                    case Fact.RelationFact r -> relations.get(key(r));
                });
    }

    /** All of it as facts: every thing first by what states its existence. */
    List<Fact> facts() {
        var facts = new ArrayList<Fact>(nodes.size() + relations.size());
        nodes.forEach((key, thing) -> thing.bySource((source, values) -> facts.add(
                new Fact.NodeFact(key.type(), key.id(), values, evidence(source.evidenceId()), source.row()))));
        relations.forEach((key, thing) -> thing.bySource((source, values) -> facts.add(new Fact.RelationFact(
                key.type(),
                key.from(),
                key.to(),
                key.variant(),
                values,
                evidence(source.evidenceId()),
                source.row()))));
        return facts;
    }

    static NodeKey key(Fact.NodeFact fact) {
        return new NodeKey(fact.type(), fact.id());
    }

    static RelationKey key(Fact.RelationFact fact) {
        return new RelationKey(fact.type(), fact.from(), fact.to(), fact.variant());
    }

    private static StoredThing add(@Nullable StoredThing thing, Fact fact) {
        return thing == null ? StoredThing.statedBy(fact) : thing.with(fact);
    }

    private Evidence evidence(String id) {
        return evidence(evidence, id);
    }

    static Evidence evidence(Map<String, Evidence> known, String id) {
        Evidence found = known.get(id);
        if (found == null) {
            throw new IllegalStateException(
                    "The graph names the evidence %s but does not hold it; restore the graph from a backup."
                            .formatted(id));
        }
        return found;
    }
}
