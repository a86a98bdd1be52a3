package io.sandtable.store;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Reads content of the graph within one transaction; Cypher knows labels and types from the enums only. */
final class GraphReading {
    private static final Map<String, NodeType> THINGS = Arrays.stream(NodeType.values())
            .filter(type -> type != NodeType.EVIDENCE) // read with what rests on it
            .collect(toMap(NodeType::label, identity()));

    /** By their labels, so that history and what else lies in the graph is not even looked at. */
    private static final String LABELS = THINGS.keySet().stream().sorted().collect(joining("|"));

    private static final Map<String, RelationType> RELATIONS =
            Arrays.stream(RelationType.values()).collect(toMap(RelationType::name, identity()));

    private final TransactionContext tx;
    private final GraphContent content = GraphContent.empty();

    GraphReading(TransactionContext tx) {
        this.tx = tx;
    }

    /** The number of the last change. */
    static long revision(TransactionContext tx) {
        return tx.run("MATCH (r:GraphRevision {name: 'graph'}) RETURN r.number AS number")
                .single()
                .get("number")
                .asLong();
    }

    /** Takes what is read, a thing at a time. */
    interface Things {
        void node(NodeKey key, StoredThing thing);

        void relation(RelationKey key, StoredThing thing);
    }

    /** All of it. */
    GraphContent everything() {
        allEvidence();
        everything(content);
        return content;
    }

    /** All nodes and relations in two queries: one per type would cost a new server a second for each dozen plans. */
    void everything(Things things) {
        tx.run("MATCH (n:%s) RETURN labels(n) AS labels, n {.*} AS n".formatted(LABELS))
                .forEachRemaining(found -> {
                    NodeType type = THINGS.get(found.get("labels").get(0).asString());
                    if (type != null) {
                        node(type, found, things);
                    }
                });
        tx.run("MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS from, b.id AS to, r {.*} AS r")
                .forEachRemaining(found -> {
                    RelationType type = RELATIONS.get(found.get("type").asString());
                    if (type != null) {
                        relation(type, found, things);
                    }
                });
    }

    /** All sources, by id. */
    Map<String, Evidence> allEvidence() {
        evidence("MATCH (e:Evidence) RETURN e {.*} AS e", Map.of());
        return content.evidence();
    }

    /** What the facts speak of, as far as it is there: their evidence, nodes, relations and the nodes at their ends. */
    GraphContent touchedBy(Collection<? extends Fact> facts) {
        Set<String> evidence = new LinkedHashSet<>();
        Set<NodeKey> nodes = new LinkedHashSet<>();
        Set<RelationKey> relations = new LinkedHashSet<>();
        for (Fact fact : facts) {
            evidence.add(fact.evidence().id());
            switch (fact) {
                case Fact.NodeFact n -> nodes.add(GraphContent.key(n));
                case Fact.RelationFact r -> {
                    relations.add(GraphContent.key(r));
                    nodes.add(NodeKey.ofId(r.from()));
                    nodes.add(NodeKey.ofId(r.to()));
                }
            }
        }
        Batches.of(
                List.copyOf(evidence),
                ids -> evidence(
                        "UNWIND $ids AS id MATCH (e:Evidence {id: id}) RETURN e {.*} AS e", Map.of("ids", ids)));
        nodes.stream()
                .collect(groupingBy(NodeKey::type))
                .forEach((type, keys) -> Batches.of(
                        keys,
                        batch -> tx.run(
                                        "UNWIND $ids AS id MATCH (n:`%s` {id: id}) RETURN n {.*} AS n"
                                                .formatted(type.label()),
                                        Map.of(
                                                "ids",
                                                batch.stream().map(NodeKey::id).toList()))
                                .forEachRemaining(found -> node(type, found, content))));
        relations.stream()
                .collect(groupingBy(RelationKey::pattern))
                .forEach((pattern, keys) -> Batches.of(
                        keys,
                        batch -> tx.run(
                                        "UNWIND $rows AS row MATCH %s-[r:`%s` {variant: row.variant}]->%s RETURN row.from AS from, row.to AS to, r {.*} AS r"
                                                .formatted(
                                                        pattern.begin(),
                                                        pattern.type().name(),
                                                        pattern.end()),
                                        Map.of(
                                                "rows",
                                                batch.stream()
                                                        .map(k -> Map.<String, Object>of(
                                                                "from", k.from(), "to", k.to(), "variant", k.variant()))
                                                        .toList()))
                                .forEachRemaining(found -> relation(pattern.type(), found, content))));
        return content;
    }

    private void evidence(String cypher, Map<String, Object> parameters) {
        tx.run(cypher, parameters).forEachRemaining(found -> {
            Evidence evidence = evidence(found.get("e"));
            content.evidence().put(evidence.id(), evidence);
        });
    }

    private static void node(NodeType type, Record found, Things things) {
        Map<String, Object> properties = found.get("n").asMap();
        String id = String.valueOf(properties.get(StoredThing.ID));
        things.node(new NodeKey(type, id), StoredThing.read(id, properties));
    }

    private static void relation(RelationType type, Record found, Things things) {
        Map<String, Object> properties = found.get("r").asMap();
        var key = new RelationKey(
                type,
                found.get("from").asString(),
                found.get("to").asString(),
                String.valueOf(properties.get(StoredThing.VARIANT)));
        things.relation(key, StoredThing.read(key, properties));
    }

    private static Evidence evidence(Value e) {
        return new Evidence(
                e.get("id").asString(),
                Origin.valueOf(e.get("origin").asString().toUpperCase(Locale.ROOT)),
                e.get("source").asString(),
                text(e, "sha256"),
                e.get("asOf").asLocalDate(),
                text(e, "licence"),
                text(e, "by"));
    }

    private static @Nullable String text(Value e, String name) {
        Value value = e.get(name);
        return value.isNull() ? null : value.asString();
    }
}
