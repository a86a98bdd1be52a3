package io.sandtable.bench;

import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Fact;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.SnapshotBuilder;
import java.util.HashSet;
import java.util.Set;

/**
 * A company of the demo company's kind with more orders: several plants like it under one roof, each with products, suppliers, machines and customers of its
 * own, and one account of money for all. Families are shared, so that a sentence about one speaks of every plant's products.
 */
final class GroupOfPlants {
    private static final Set<NodeType> SHARED =
            Set.of(NodeType.FAMILY, NodeType.ACCOUNT, NodeType.CALENDAR, NodeType.ENERGY, NodeType.EVIDENCE);

    private final BusinessSnapshot one;
    private final int orders;
    private final SnapshotBuilder group = new SnapshotBuilder();
    private int open;

    private GroupOfPlants(BusinessSnapshot one, int orders) {
        this.one = one;
        this.orders = orders;
    }

    /**
     * The group.
     *
     * @param one the plant that the others are like
     * @param orders open orders of the whole group; so many plants as these need, the last one with fewer orders than the others
     */
    static BusinessSnapshot of(BusinessSnapshot one, int orders) {
        var made = new GroupOfPlants(one, orders);
        for (int plant = 1; made.open < orders; plant++) {
            made.add(plant);
        }
        return made.group.build();
    }

    private void add(int plant) {
        var there = new HashSet<String>();
        for (NodeType type : NodeType.values()) {
            for (Node node : one.nodes(type)) {
                if (!isOpenOrder(node) || open++ < orders) {
                    there.add(node.id());
                    group.add(new Fact.NodeFact(
                            type,
                            id(node, plant),
                            node.values(),
                            node.source().evidence(),
                            node.source().row()));
                }
            }
        }
        for (RelationType type : RelationType.values()) {
            for (Relation relation : one.relations(type)) {
                if (there.contains(relation.from().id())
                        && there.contains(relation.to().id())) {
                    group.add(new Fact.RelationFact(
                            type,
                            id(relation.from(), plant),
                            id(relation.to(), plant),
                            relation.variant(),
                            relation.values(),
                            relation.source().evidence(),
                            relation.source().row()));
                }
            }
        }
    }

    private static boolean isOpenOrder(Node node) {
        return node.type() == NodeType.ORDER && node.text(Attributes.STATUS).equals("open");
    }

    private static String id(Node node, int plant) {
        return plant == 1 || SHARED.contains(node.type()) ? node.id() : node.id() + "-P" + plant;
    }
}
