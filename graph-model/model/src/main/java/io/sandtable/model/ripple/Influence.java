package io.sandtable.model.ripple;

import static io.sandtable.model.NodeType.EQUIPMENT;
import static io.sandtable.model.NodeType.MATERIAL;
import static io.sandtable.model.NodeType.ORDER;
import static io.sandtable.model.NodeType.PRICE_SERIES;
import static io.sandtable.model.NodeType.PURCHASE_ORDER;
import static io.sandtable.model.NodeType.STOCK_LOT;
import static io.sandtable.model.NodeType.WORK_ORDER;
import static io.sandtable.model.RelationType.*;

import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which way relations of a type are walked: from their beginning to their end, or back.
 *
 * @param from types that may stand at the relation's beginning
 * @param to types that may stand at its end
 */
record Influence(RelationType type, boolean along, Set<NodeType> from, Set<NodeType> to) {
    /** What hangs on a thing, and hands on to others what happens to it. */
    static final List<Influence> ONWARD = List.of(
            // who supplies less hits what she sells and what she was to deliver
            along(SUPPLIES),
            against(PLACED_WITH),
            against(OUTSOURCED_TO),
            // a material that is missing stops the operation, the operation its routing, the routing what it makes
            against(CONSUMES),
            along(STEP_OF),
            along(NEXT),
            along(YIELDS),
            new Influence(FOR, false, EnumSet.of(ORDER), EnumSet.allOf(NodeType.class)),
            new Influence(
                    FOR, true, EnumSet.of(STOCK_LOT, PURCHASE_ORDER, PRICE_SERIES), EnumSet.allOf(NodeType.class)),
            new Influence(FOR, true, EnumSet.of(WORK_ORDER), EnumSet.of(MATERIAL)),
            along(ORDERED),
            // what the shop runs on
            against(RUNS_ON),
            against(NEEDS_TOOL),
            against(STAFFED_BY),
            against(DRAWS),
            new Influence(FOR, false, EnumSet.of(WORK_ORDER), EnumSet.of(EQUIPMENT)),
            against(FOLLOWS),
            // what holds of a whole holds of its parts
            against(MEMBER_OF),
            against(PART_OF),
            against(STORED_IN),
            along(APPLIES_TO),
            along(SAME_AS),
            against(SAME_AS));

    /** What stands beside a thing that is hit, and hands nothing on: or electricity would join everything with everything. */
    static final List<Influence> BESIDE = List.of(
            against(SUBSTITUTES),
            new Influence(
                    FOR,
                    false,
                    EnumSet.of(STOCK_LOT, PURCHASE_ORDER, WORK_ORDER),
                    EnumSet.complementOf(EnumSet.of(EQUIPMENT))),
            new Influence(FOR, true, EnumSet.of(WORK_ORDER), EnumSet.of(EQUIPMENT)),
            along(RUNS_ON),
            along(NEEDS_TOOL),
            along(DRAWS),
            against(ORDERED),
            along(PROMISED),
            against(APPLIES_TO));

    /** Every relation both ways. */
    static final List<Influence> ANY = Arrays.stream(RelationType.values())
            .flatMap(type -> Stream.of(along(type), against(type)))
            .toList();

    boolean fits(Relation relation) {
        return from.contains(relation.from().type())
                && to.contains(relation.to().type());
    }

    private static Influence along(RelationType type) {
        return new Influence(type, true, EnumSet.allOf(NodeType.class), EnumSet.allOf(NodeType.class));
    }

    private static Influence against(RelationType type) {
        return new Influence(type, false, EnumSet.allOf(NodeType.class), EnumSet.allOf(NodeType.class));
    }
}
