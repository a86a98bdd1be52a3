package io.sandtable.store;

import static java.util.stream.Collectors.groupingBy;

import io.sandtable.model.Evidence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;

/** What has to be written so that one content becomes another; writes only that. */
final class GraphChange {
    private final Map<NodeKey, StoredThing> addedNodes;
    private final Map<NodeKey, StoredThing> changedNodes;
    private final Map<NodeKey, StoredThing> removedNodes;
    private final Map<RelationKey, StoredThing> addedRelations;
    private final Map<RelationKey, StoredThing> changedRelations;
    private final Map<RelationKey, StoredThing> removedRelations;
    private final Map<String, Evidence> newEvidence;
    private final Set<String> removedEvidence;
    private final GraphContent before;

    GraphChange(GraphContent before, GraphContent after) {
        this.before = before;
        addedNodes = added(before.nodes(), after.nodes());
        changedNodes = changed(before.nodes(), after.nodes());
        removedNodes = added(after.nodes(), before.nodes());
        addedRelations = added(before.relations(), after.relations());
        changedRelations = changed(before.relations(), after.relations());
        removedRelations = added(after.relations(), before.relations());
        newEvidence = added(before.evidence(), after.evidence());
        newEvidence.putAll(changed(before.evidence(), after.evidence()));
        removedEvidence = added(after.evidence(), before.evidence()).keySet();
    }

    private static <K, V> Map<K, V> added(Map<K, V> before, Map<K, V> after) {
        return pick(after, entry -> !before.containsKey(entry.getKey()));
    }

    private static <K, V> Map<K, V> changed(Map<K, V> before, Map<K, V> after) {
        return pick(
                after,
                entry -> before.containsKey(entry.getKey()) && !entry.getValue().equals(before.get(entry.getKey())));
    }

    private static <K, V> Map<K, V> pick(Map<K, V> from, Predicate<Map.Entry<K, V>> wanted) {
        var picked = new LinkedHashMap<K, V>();
        from.entrySet().stream().filter(wanted).forEach(e -> picked.put(e.getKey(), e.getValue()));
        return picked;
    }

    boolean isEmpty() {
        return addedNodes.isEmpty()
                && changedNodes.isEmpty()
                && removedThings() == 0
                && addedRelations.isEmpty()
                && changedRelations.isEmpty()
                && newEvidence.isEmpty()
                && removedEvidence.isEmpty();
    }

    /** Nodes and relations that go. */
    int removedThings() {
        return removedNodes.size() + removedRelations.size();
    }

    /** Nodes and relations that come. */
    int addedThings() {
        return addedNodes.size() + addedRelations.size();
    }

    /** Nodes and relations that stay and become others. */
    int changedThings() {
        return changedNodes.size() + changedRelations.size();
    }

    /** What all of these were before. */
    Former former() {
        var former = Former.empty();
        Stream.of(addedNodes, changedNodes, removedNodes)
                .flatMap(things -> things.keySet().stream())
                .forEach(key -> former.nodes()
                        .put(key, Optional.ofNullable(before.nodes().get(key))));
        Stream.of(addedRelations, changedRelations, removedRelations)
                .flatMap(things -> things.keySet().stream())
                .forEach(key -> former.relations()
                        .put(key, Optional.ofNullable(before.relations().get(key))));
        Stream.of(newEvidence.keySet(), removedEvidence)
                .flatMap(Set::stream)
                .forEach(id -> former.evidence()
                        .put(id, Optional.ofNullable(before.evidence().get(id))));
        return former;
    }

    void write(TransactionContext tx) {
        relations(tx, removedRelations, "MATCH %s-[r:`%s` {variant: row.variant}]->%s DELETE r");
        nodes(tx, removedNodes, "MATCH (n:`%s` {id: row.id}) DETACH DELETE n");
        nodes(tx, addedNodes, "CREATE (n:`%s`) SET n = row.properties");
        nodes(tx, changedNodes, "MATCH (n:`%s` {id: row.id}) SET n = row.properties");
        addRelations(tx);
        relations(tx, changedRelations, "MATCH %s-[r:`%s` {variant: row.variant}]->%s SET r = row.properties");
        batches(
                tx,
                "MERGE (e:Evidence {id: row.id}) SET e = row",
                List.copyOf(newEvidence.values()),
                GraphChange::properties);
        batches(
                tx,
                "MATCH (e:Evidence {id: row.id}) DELETE e",
                List.copyOf(removedEvidence),
                id -> Map.<String, Object>of("id", id));
    }

    /** By where their ends lie in the store: looking both up for each relation takes a third of a large load. */
    private void addRelations(TransactionContext tx) {
        Map<String, String> places = places(tx);
        addedRelations.entrySet().stream()
                .collect(groupingBy(e -> e.getKey().type()))
                .forEach((type, own) -> batches(
                        tx,
                        "MATCH (a) WHERE elementId(a) = row.from MATCH (b) WHERE elementId(b) = row.to CREATE (a)-[r:`%s`]->(b) SET r = row.properties"
                                .formatted(type.name()),
                        own,
                        relation -> Map.of(
                                "from", place(places, relation.getKey().from()),
                                "to", place(places, relation.getKey().to()),
                                "properties", properties(relation))));
    }

    private Map<String, String> places(TransactionContext tx) {
        Map<String, String> places = new HashMap<>();
        addedRelations.keySet().stream()
                .flatMap(key -> Stream.of(key.from(), key.to()))
                .distinct()
                .map(NodeKey::ofId)
                .collect(groupingBy(NodeKey::type))
                .forEach((type, ends) -> Batches.of(
                        ends,
                        batch -> tx.run(
                                        "UNWIND $ids AS id MATCH (n:`%s` {id: id}) RETURN id, elementId(n) AS place"
                                                .formatted(type.label()),
                                        Map.of(
                                                "ids",
                                                batch.stream().map(NodeKey::id).toList()))
                                .forEachRemaining(found -> places.put(
                                        found.get("id").asString(),
                                        found.get("place").asString()))));
        return places;
    }

    private static String place(Map<String, String> places, String id) {
        String place = places.get(id);
        if (place == null) {
            throw new IllegalStateException(
                    "The node %s was there when the import was checked and is not now; import again.".formatted(id));
        }
        return place;
    }

    private static void nodes(TransactionContext tx, Map<NodeKey, StoredThing> things, String cypher) {
        things.entrySet().stream()
                .collect(groupingBy(e -> e.getKey().type()))
                .forEach((type, own) -> batches(tx, cypher.formatted(type.label()), own, GraphChange::nodeRow));
    }

    private static void relations(TransactionContext tx, Map<RelationKey, StoredThing> things, String cypher) {
        things.entrySet().stream()
                .collect(groupingBy(e -> e.getKey().pattern()))
                .forEach((pattern, own) -> batches(
                        tx,
                        cypher.formatted(pattern.begin(), pattern.type().name(), pattern.end()),
                        own,
                        GraphChange::relationRow));
    }

    private static <T> void batches(
            TransactionContext tx, String cypher, List<T> things, Function<T, Map<String, Object>> row) {
        Batches.of(
                things,
                batch -> tx.run(
                                "UNWIND $rows AS row " + cypher,
                                Map.of("rows", batch.stream().map(row).toList()))
                        .consume());
    }

    private static Map<String, Object> nodeRow(Map.Entry<NodeKey, StoredThing> node) {
        Map<String, Object> properties = node.getValue().properties();
        properties.put(StoredThing.ID, node.getKey().id());
        return Map.of("id", node.getKey().id(), "properties", properties);
    }

    private static Map<String, Object> relationRow(Map.Entry<RelationKey, StoredThing> relation) {
        RelationKey key = relation.getKey();
        return Map.of("from", key.from(), "to", key.to(), "variant", key.variant(), "properties", properties(relation));
    }

    private static Map<String, Object> properties(Map.Entry<RelationKey, StoredThing> relation) {
        Map<String, Object> properties = relation.getValue().properties();
        properties.put(StoredThing.VARIANT, relation.getKey().variant());
        return properties;
    }

    private static Map<String, Object> properties(Evidence e) {
        var properties = new HashMap<String, Object>();
        properties.put("id", e.id());
        properties.put("origin", e.origin().code());
        properties.put("source", e.source());
        properties.put("asOf", e.asOf());
        if (e.sha256() != null) {
            properties.put("sha256", e.sha256());
        }
        if (e.licence() != null) {
            properties.put("licence", e.licence());
        }
        if (e.by() != null) {
            properties.put("by", e.by());
        }
        return properties;
    }
}
