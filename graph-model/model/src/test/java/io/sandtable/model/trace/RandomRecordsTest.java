package io.sandtable.model.trace;

import static io.sandtable.model.RelationType.CAME_FROM;
import static io.sandtable.model.RelationType.ORDERED;
import static io.sandtable.model.RelationType.PLACED_WITH;
import static io.sandtable.model.RelationType.SHIPPED_FOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk against the plainest one: relations are looked through again and again until nothing more is reached. */
class RandomRecordsTest {
    private static final List<RelationType> TYPES = List.of(CAME_FROM, CAME_FROM, SHIPPED_FOR, PLACED_WITH, ORDERED);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void trace_isWhatBruteForceReaches_andNoFurtherAway(long seed) {
        BusinessSnapshot snapshot = records(new SplittableRandom(seed));
        for (Direction direction : Direction.values()) {
            for (Node start : snapshot.nodes(NodeType.STOCK_LOT)) {
                Trace trace = Trace.of(List.of(start), direction);

                Map<Node, Integer> expected = bruteForce(snapshot, start, direction);
                Map<Node, Integer> nearest = trace.movements().stream()
                        .collect(Collectors.toMap(m -> m.hop().to(), Movement::distance, Math::min));
                nearest.put(start, 0);
                Set<Relation> walked =
                        trace.movements().stream().map(m -> m.hop().relation()).collect(Collectors.toSet());
                assertThat(nearest).isEqualTo(expected);
                assertThat(walked).isEqualTo(between(snapshot, expected.keySet(), direction));
                assertThat(trace.movements()).hasSameSizeAs(walked);
            }
        }
    }

    private static BusinessSnapshot records(SplittableRandom random) {
        var records = new Records();
        for (int i = 0; i < 60; i++) {
            RelationType type = TYPES.get(random.nextInt(TYPES.size()));
            records.relation(any(type.fromTypes(), random), type, any(type.toTypes(), random));
        }
        return records.snapshot();
    }

    private static String any(Set<NodeType> types, SplittableRandom random) {
        List<NodeType> sorted = List.copyOf(new TreeSet<>(types));
        return sorted.get(random.nextInt(sorted.size())).prefix() + "-" + random.nextInt(9);
    }

    private static Map<Node, Integer> bruteForce(BusinessSnapshot snapshot, Node start, Direction direction) {
        var reached = new TreeMap<Node, Integer>(java.util.Comparator.comparing(Node::id));
        reached.put(start, 0);
        for (int round = 1; ; round++) {
            Set<Node> found = new TreeSet<>(java.util.Comparator.comparing(Node::id));
            for (RelationType type : RelationType.values()) {
                for (Relation relation : snapshot.relations(type)) {
                    if (isWalked(relation, direction)
                            && reached.containsKey(beginning(relation, direction))
                            && !reached.containsKey(end(relation, direction))) {
                        found.add(end(relation, direction));
                    }
                }
            }
            if (found.isEmpty()) {
                return reached;
            }
            for (Node node : found) {
                reached.put(node, round);
            }
        }
    }

    private static Set<Relation> between(BusinessSnapshot snapshot, Set<Node> reached, Direction direction) {
        return TYPES.stream()
                .distinct()
                .flatMap(type -> snapshot.relations(type).stream())
                .filter(relation -> isWalked(relation, direction) && reached.contains(beginning(relation, direction)))
                .collect(Collectors.toSet());
    }

    private static boolean isWalked(Relation relation, Direction direction) {
        return switch (relation.type()) {
            case CAME_FROM, SHIPPED_FOR -> true;
            case PLACED_WITH -> direction == Direction.BACK;
            case ORDERED -> direction == Direction.FORWARD;
            default -> false;
        };
    }

    /** Where one comes from; relations point back, but for those that point to orders. */
    private static Node beginning(Relation relation, Direction direction) {
        return pointsBack(relation) == (direction == Direction.BACK) ? relation.from() : relation.to();
    }

    private static Node end(Relation relation, Direction direction) {
        return pointsBack(relation) == (direction == Direction.BACK) ? relation.to() : relation.from();
    }

    private static boolean pointsBack(Relation relation) {
        return relation.type() != SHIPPED_FOR;
    }
}
