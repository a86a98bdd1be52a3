package io.sandtable.model.ripple;

import static io.sandtable.model.RelationType.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiled walk against the plainest one: relations are looked through again and again until nothing more is reached. */
class RandomNetworksTest {
    private static final Set<RelationType> FORWARD = Set.of(SUPPLIES, STEP_OF, NEXT, YIELDS, ORDERED, APPLIES_TO);
    private static final Set<RelationType> BACKWARD =
            Set.of(CONSUMES, OUTSOURCED_TO, RUNS_ON, NEEDS_TOOL, DRAWS, MEMBER_OF, PART_OF, PLACED_WITH);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void ripple_isWhatBruteForceReaches_andNoFurtherAway(long seed) {
        BusinessSnapshot snapshot = network(new SplittableRandom(seed));
        RippleGraph graph = RippleGraph.of(snapshot, Network.DAY);
        for (int start = 0; start < snapshot.nodeCount(); start += 7) {
            Node changed = snapshot.node(start);

            Map<String, Integer> expected = bruteForce(snapshot, changed);
            Ripple ripple = graph.from(List.of(changed));

            assertThat(ripple.touched().stream()
                            .filter(Touched::handsOn)
                            .collect(Collectors.toMap(t -> t.node().id(), Touched::hops)))
                    .isEqualTo(expected);
            assertThat(ripple.touched())
                    .allSatisfy(touched -> assertThat(touched.path())
                            .allSatisfy(hop -> assertThat(Set.of(
                                            hop.relation().from(),
                                            hop.relation().to()))
                                    .isEqualTo(Set.of(hop.from(), hop.to()))));
        }
    }

    private static BusinessSnapshot network(SplittableRandom random) {
        var network = new Network();
        var all = new java.util.ArrayList<RelationType>(FORWARD);
        all.addAll(BACKWARD);
        all.add(FOR);
        all.sort(java.util.Comparator.naturalOrder());
        for (int i = 0; i < 400; i++) {
            RelationType type = all.get(random.nextInt(all.size()));
            network.relation(any(type.fromTypes(), random), type, any(type.toTypes(), random));
        }
        return network.snapshot();
    }

    private static String any(Set<NodeType> types, SplittableRandom random) {
        List<NodeType> sorted = types.stream().sorted().toList();
        return sorted.get(random.nextInt(sorted.size())).prefix() + "-" + random.nextInt(12);
    }

    private static Map<String, Integer> bruteForce(BusinessSnapshot snapshot, Node changed) {
        var hops = new TreeMap<String, Integer>(Map.of(changed.id(), 0));
        for (int round = 1; ; round++) {
            var found = new HashSet<String>();
            for (RelationType type : RelationType.values()) {
                for (Relation relation : snapshot.relations(type)) {
                    String from = relation.from().id();
                    String to = relation.to().id();
                    if (hitsItsEnd(relation) && hops.containsKey(from) && !hops.containsKey(to)) {
                        found.add(to);
                    }
                    if (hitsItsBeginning(relation) && hops.containsKey(to) && !hops.containsKey(from)) {
                        found.add(from);
                    }
                }
            }
            if (found.isEmpty()) {
                hops.remove(changed.id());
                return hops;
            }
            for (String id : found) {
                hops.put(id, round);
            }
        }
    }

    private static boolean hitsItsEnd(Relation relation) {
        NodeType from = relation.from().type();
        return FORWARD.contains(relation.type())
                || (relation.type() == FOR
                        && (from == NodeType.STOCK_LOT
                                || from == NodeType.PURCHASE_ORDER
                                || from == NodeType.PRICE_SERIES
                                || (from == NodeType.WORK_ORDER && relation.to().type() == NodeType.MATERIAL)));
    }

    private static boolean hitsItsBeginning(Relation relation) {
        NodeType from = relation.from().type();
        return BACKWARD.contains(relation.type())
                || (relation.type() == FOR
                        && (from == NodeType.ORDER
                                || (from == NodeType.WORK_ORDER && relation.to().type() == NodeType.EQUIPMENT)));
    }
}
