package io.sandtable.model;

import io.sandtable.model.Column.Draft;
import io.sandtable.model.Column.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    private BusinessSnapshot(
            TreeMap<NodeKey, Draft> nodes, TreeMap<RelationKey, Draft> drafts, TreeMap<String, Evidence> evidence) {
        this.ids = nodes.keySet().stream().map(NodeKey::id).toArray(String[]::new);
        this.types = nodes.keySet().stream().map(NodeKey::type).toArray(NodeType[]::new);
        this.evidence = List.copyOf(evidence.values());
        this.indexOfId = new HashMap<>(ids.length * 2);
        this.firstOfType = new int[NodeType.values().length + 1];
        for (int i = 0; i < ids.length; i++) {
            indexOfId.put(ids[i], i);
            firstOfType[types[i].ordinal() + 1]++;
        }
        Arrays.parallelPrefix(firstOfType, Integer::sum);
        for (NodeType type : NodeType.values()) {
            nodeTables.put(type, new Table(firstOfType[type.ordinal() + 1] - firstOfType[type.ordinal()]));
        }
        int index = 0;
        for (Draft draft : nodes.values()) {
            NodeType type = types[index];
            tableOf(type).set(index - firstOfType[type.ordinal()], draft, type.attributes());
            index++;
        }
        for (RelationType type : RelationType.values()) {
            relations.put(type, new Adjacency(type, drafts, indexOfId, ids.length));
        }
        answerToMergedIds();
        this.hash = sha256(SnapshotText.write(this));
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
        var nodes = new TreeMap<NodeKey, Draft>();
        var relations = new TreeMap<RelationKey, Draft>();
        var evidence = new TreeMap<String, Evidence>();
        for (Fact fact : facts) {
            evidence.put(fact.evidence().id(), fact.evidence());
            var ref = new Thing.Ref(fact.evidence(), fact.row());
            Draft draft = switch (fact) {
                case Fact.NodeFact n -> nodes.computeIfAbsent(new NodeKey(n.type(), n.id()), k -> new Draft(ref));
                case Fact.RelationFact r ->
                    relations.computeIfAbsent(
                            new RelationKey(r.type(), r.from(), r.to(), r.variant()), k -> new Draft(ref));
            };
            draft.add(fact);
        }
        var known = new HashSet<String>();
        nodes.keySet().forEach(k -> known.add(k.id()));
        List<String> dangling = relations.keySet().stream()
                .filter(k -> !known.contains(k.from()) || !known.contains(k.to()))
                .map(k -> "%s %s %s".formatted(k.from(), k.type(), k.to()))
                .toList();
        if (!dangling.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d relations point at nodes that do not exist: %s. Import the nodes first."
                            .formatted(dangling.size(), dangling.subList(0, Math.min(20, dangling.size()))));
        }
        // a source whose every value was replaced says nothing any more, and must not keep the hash apart
        var spoken = new HashSet<String>();
        nodes.values().forEach(draft -> draft.addEvidenceIds(spoken));
        relations.values().forEach(draft -> draft.addEvidenceIds(spoken));
        evidence.keySet().retainAll(spoken);
        return new BusinessSnapshot(nodes, relations, evidence);
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
        return counts;
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
        return java.util.Objects.requireNonNull(nodeTables.get(type));
    }

    private Adjacency adjacency(RelationType type) {
        return java.util.Objects.requireNonNull(relations.get(type));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256, which every JDK must have; use a Temurin 25.", e);
        }
    }

    private record NodeKey(NodeType type, String id) implements Comparable<NodeKey> {
        @Override
        public int compareTo(NodeKey other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : id.compareTo(other.id);
        }
    }

    private record RelationKey(RelationType type, String from, String to, String variant)
            implements Comparable<RelationKey> {
        private static final Comparator<RelationKey> ORDER = Comparator.comparing(RelationKey::type)
                .thenComparing(k -> NodeType.ofId(k.from).orElseThrow())
                .thenComparing(RelationKey::from)
                .thenComparing(RelationKey::to)
                .thenComparing(RelationKey::variant);

        @Override
        public int compareTo(RelationKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** One relation type in compressed rows: rows are sorted by their beginning, so out-edges are a range. */
    private static final class Adjacency {
        private final int[] from;
        private final int[] to;
        private final String[] variants;
        private final int[] outOffsets;
        private final int[] inOffsets;
        private final int[] inRows;
        private final Table table;

        Adjacency(
                RelationType type, TreeMap<RelationKey, Draft> drafts, Map<String, Integer> indexOfId, int nodeCount) {
            List<Map.Entry<RelationKey, Draft>> own = drafts.entrySet().stream()
                    .filter(e -> e.getKey().type() == type)
                    .toList();
            int size = own.size();
            from = new int[size];
            to = new int[size];
            variants = new String[size];
            outOffsets = new int[nodeCount + 1];
            inOffsets = new int[nodeCount + 1];
            inRows = new int[size];
            table = new Table(size);
            for (int row = 0; row < size; row++) {
                RelationKey key = own.get(row).getKey();
                from[row] = java.util.Objects.requireNonNull(indexOfId.get(key.from()));
                to[row] = java.util.Objects.requireNonNull(indexOfId.get(key.to()));
                variants[row] = key.variant();
                outOffsets[from[row] + 1]++;
                inOffsets[to[row] + 1]++;
                table.set(row, own.get(row).getValue(), type.attributes());
            }
            Arrays.parallelPrefix(outOffsets, Integer::sum);
            Arrays.parallelPrefix(inOffsets, Integer::sum);
            int[] next = inOffsets.clone();
            for (int row = 0; row < size; row++) {
                inRows[next[to[row]]++] = row;
            }
        }

        int size() {
            return from.length;
        }
    }
}
