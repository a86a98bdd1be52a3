package io.sandtable.model;

import io.sandtable.model.Column.Draft;
import io.sandtable.model.Column.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One revision of the business, immutable: nodes interned to ints, values in flat arrays, adjacency in compressed rows. Its name is
 * the SHA-256 of its canonical text, so two homes that hold the same facts hold the same snapshot.
 */
public final class BusinessSnapshot {
    private final String[] ids;
    private final NodeType[] types;
    private final int[] firstOfType;
    private final Map<String, Integer> indexOfId;
    private final Map<NodeType, Table> nodeTables = new EnumMap<>(NodeType.class);
    private final Map<RelationType, Adjacency> relations = new EnumMap<>(RelationType.class);
    private final List<Evidence> evidence;
    private final String hash;

    /** Counted once, when somebody asks: every page of an answer does. */
    private volatile @Nullable Map<Origin, Integer> byOrigin;

    BusinessSnapshot(
            Map<NodeType, Map<String, Draft>> nodes,
            Map<RelationType, Map<SnapshotBuilder.Ends, Draft>> drafts,
            List<Evidence> evidence) {
        int size = nodes.values().stream().mapToInt(Map::size).sum();
        this.ids = new String[size];
        this.types = new NodeType[size];
        this.evidence = List.copyOf(evidence);
        this.indexOfId = HashMap.newHashMap(size);
        this.firstOfType = new int[NodeType.values().length + 1];
        int index = 0;
        for (NodeType type : NodeType.values()) {
            Map<String, Draft> own = nodes.getOrDefault(type, Map.of());
            var table = new Table(own.size());
            nodeTables.put(type, table);
            firstOfType[type.ordinal()] = index;
            for (String id : own.keySet().stream().sorted().toList()) {
                ids[index] = id;
                types[index] = type;
                indexOfId.put(id, index);
                table.set(index - firstOfType[type.ordinal()], Objects.requireNonNull(own.get(id)));
                index++;
            }
        }
        firstOfType[NodeType.values().length] = index;
        int[] rankOfId = ranks(ids);
        for (RelationType type : RelationType.values()) {
            relations.put(type, new Adjacency(drafts.getOrDefault(type, Map.of()), indexOfId, rankOfId));
        }
        answerToMergedIds();
        this.hash = SnapshotText.sha256(this);
    }

    private static int[] ranks(String[] ids) {
        var order = new Integer[ids.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> ids[i]));
        int[] ranks = new int[ids.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    /** Whoever asks for a thing by an id that it had in another source gets the one that stands for it. */
    private void answerToMergedIds() {
        nodeTables.forEach((type, table) -> {
            if (table.attributes().contains(Attributes.MERGED_IDS)) {
                nodes(type)
                        .forEach(node -> node.names(Attributes.MERGED_IDS)
                                .forEach(id -> indexOfId.putIfAbsent(id, node.index())));
            }
        });
    }

    /** Gathers facts, in their order: a later fact replaces the values it repeats. All dangling relations are named at once. */
    public static BusinessSnapshot of(Iterable<? extends Fact> facts) {
        var builder = new SnapshotBuilder();
        facts.forEach(builder::add);
        return builder.build();
    }

    /** Lower-case hex SHA-256 of {@link SnapshotText}. */
    public String hash() {
        return hash;
    }

    public int nodeCount() {
        return ids.length;
    }

    public int relationCount() {
        return Arrays.stream(RelationType.values())
                .mapToInt(this::relationCount)
                .sum();
    }

    /** All sources its facts rest on, by id. */
    public List<Evidence> evidence() {
        return evidence;
    }

    /** The node of that id; the exception says what is known that comes near. */
    public Node node(String id) {
        return findNode(id)
                .orElseThrow(
                        () -> new IllegalArgumentException("No node has the id '%s'; the snapshot %s holds %d others."
                                .formatted(id, hash.substring(0, 12), ids.length)));
    }

    public Optional<Node> findNode(String id) {
        return Optional.ofNullable(indexOfId.get(id)).map(this::node);
    }

    /** The node of that number. */
    public Node node(int index) {
        NodeType type = types[index];
        return new Node(this, tableOf(type), index - firstOfType[type.ordinal()], index);
    }

    /** All nodes of a type, by id. */
    public List<Node> nodes(NodeType type) {
        int first = firstOfType[type.ordinal()];
        int end = firstOfType[type.ordinal() + 1];
        var nodes = new ArrayList<Node>(end - first);
        for (int i = first; i < end; i++) {
            nodes.add(node(i));
        }
        return Collections.unmodifiableList(nodes);
    }

    /** How many relations of that type there are. */
    public int relationCount(RelationType type) {
        return adjacency(type).size();
    }

    /** The relation of that type and number, in the order of {@link #relations}. */
    public Relation relation(RelationType type, int row) {
        return new Relation(this, adjacency(type).table, row, type);
    }

    /** All relations of a type, by their ends. */
    public List<Relation> relations(RelationType type) {
        int size = relationCount(type);
        var all = new ArrayList<Relation>(size);
        for (int row = 0; row < size; row++) {
            all.add(relation(type, row));
        }
        return Collections.unmodifiableList(all);
    }

    /** How many stated values and relations come from each origin. */
    public Map<Origin, Integer> factsByOrigin() {
        Map<Origin, Integer> known = byOrigin;
        if (known == null) {
            known = countByOrigin();
            byOrigin = known;
        }
        return known;
    }

    private Map<Origin, Integer> countByOrigin() {
        var counts = new EnumMap<Origin, Integer>(Origin.class);
        Arrays.stream(Origin.values()).forEach(o -> counts.put(o, 0));
        for (int i = 0; i < ids.length; i++) {
            count(node(i), counts);
        }
        for (RelationType type : RelationType.values()) {
            for (Relation relation : relations(type)) {
                counts.merge(relation.source().evidence().origin(), 1, Integer::sum);
                count(relation, counts);
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    private static void count(Thing thing, Map<Origin, Integer> counts) {
        thing.values()
                .keySet()
                .forEach(name -> counts.merge(
                        thing.source(Attributes.named(name)).evidence().origin(), 1, Integer::sum));
    }

    String id(int node) {
        return ids[node];
    }

    NodeType type(int node) {
        return types[node];
    }

    List<Relation> out(int node, RelationType type) {
        Adjacency adjacency = adjacency(type);
        var found = new ArrayList<Relation>(adjacency.outOffsets[node + 1] - adjacency.outOffsets[node]);
        for (int row = adjacency.outOffsets[node]; row < adjacency.outOffsets[node + 1]; row++) {
            found.add(relation(type, row));
        }
        return found;
    }

    List<Relation> in(int node, RelationType type) {
        Adjacency adjacency = adjacency(type);
        var found = new ArrayList<Relation>(adjacency.inOffsets[node + 1] - adjacency.inOffsets[node]);
        for (int i = adjacency.inOffsets[node]; i < adjacency.inOffsets[node + 1]; i++) {
            found.add(relation(type, adjacency.inRows[i]));
        }
        return found;
    }

    int fromIndex(RelationType type, int row) {
        return adjacency(type).from[row];
    }

    int toIndex(RelationType type, int row) {
        return adjacency(type).to[row];
    }

    String variant(RelationType type, int row) {
        return adjacency(type).variants[row];
    }

    private Table tableOf(NodeType type) {
        return Objects.requireNonNull(nodeTables.get(type));
    }

    private Adjacency adjacency(RelationType type) {
        return Objects.requireNonNull(relations.get(type));
    }
}
