package io.sandtable.model.trace;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.Thing;
import io.sandtable.model.ripple.Hop;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One recorded step on the way of goods. What the records leave out stays unknown: nothing is shared out in proportion.
 *
 * @param distance how many steps it ends away from where the trace began
 */
public record Movement(int distance, Hop hop) {
    /** Whether goods pass here; else it says who ordered or was ordered from. */
    public boolean isOfGoods() {
        return hop.relation().type().isMovement();
    }

    /** How much passed, in {@link #unit}; empty where nobody noted it, and where no goods pass. */
    public OptionalDouble quantity() {
        return isOfGoods() ? hop.relation().findNumber(Attributes.QUANTITY) : OptionalDouble.empty();
    }

    /** The unit of the quantity; empty where the lot does not say of what material it is. */
    public Optional<String> unit() {
        return counted(hop.relation()).flatMap(Movement::material).flatMap(m -> m.findText(Attributes.UNIT));
    }

    /**
     * The day on which it passed: as noted, else that on which the lot was received or the order delivered. Of what a lot was made is not
     * known to have passed on the day that the lot was finished.
     */
    public Optional<LocalDate> day() {
        Relation relation = hop.relation();
        Optional<LocalDate> noted = date(relation, Attributes.MOVED_DATE);
        return switch (relation.type()) {
            case SHIPPED_FOR -> noted.or(() -> date(relation.to(), Attributes.DELIVERED_DATE));
            case CAME_FROM ->
                relation.to().type() == NodeType.STOCK_LOT
                        ? noted
                        : noted.or(() -> date(relation.from(), Attributes.RECEIVED_DATE));
            case PLACED_WITH -> date(relation.from(), Attributes.ORDER_DATE);
            case ORDERED -> date(relation.to(), Attributes.ORDER_DATE);
            default -> Optional.empty();
        };
    }

    /** The thing in whose material's unit such a relation counts; empty for relations that tell of no goods. */
    public static Optional<Node> counted(Relation relation) {
        if (!relation.type().isMovement()) {
            return Optional.empty();
        }
        boolean ofOrigin =
                relation.type() == RelationType.CAME_FROM && relation.to().type() == NodeType.STOCK_LOT;
        return Optional.of(ofOrigin ? relation.to() : relation.from());
    }

    /** What a lot or an order is of. */
    public static Optional<Node> material(Node of) {
        return of.out(RelationType.FOR).stream()
                .map(Relation::to)
                .filter(node -> node.type() == NodeType.MATERIAL)
                .findFirst();
    }

    private static Optional<LocalDate> date(Thing thing, Attribute attribute) {
        return thing.findDate(attribute);
    }
}
