package io.sandtable.model.trace;

import static io.sandtable.model.RelationType.CAME_FROM;
import static io.sandtable.model.RelationType.ORDERED;
import static io.sandtable.model.RelationType.PLACED_WITH;
import static io.sandtable.model.RelationType.SHIPPED_FOR;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.RelationType;
import io.sandtable.model.ripple.Hop;
import java.util.List;
import java.util.stream.Stream;

/** Which way goods are followed. */
public enum Direction {
    /** From a delivered order over its lots to work orders, purchases and suppliers. */
    BACK(List.of(new Link(CAME_FROM, true), new Link(PLACED_WITH, true), new Link(SHIPPED_FOR, false))),
    /** From a purchase over the lots made of it to orders and customers. */
    FORWARD(List.of(new Link(CAME_FROM, false), new Link(SHIPPED_FOR, true), new Link(ORDERED, false)));

    private final List<Link> links;

    Direction(List<Link> links) {
        this.links = links;
    }

    /** @param along whether relations of the type are walked from their beginning to their end */
    private record Link(RelationType type, boolean along) {
        Stream<Hop> from(Node node) {
            return along
                    ? node.out(type).stream().map(relation -> new Hop(node, relation, relation.to()))
                    : node.in(type).stream().map(relation -> new Hop(node, relation, relation.from()));
        }
    }

    /** The steps that lead away from a thing, always in the same order. */
    List<Hop> from(Node node) {
        return links.stream().flatMap(link -> link.from(node)).toList();
    }

    /** Whether the records end here though goods cannot: what came from nowhere, or is gone without a trace. */
    boolean isLooseEnd(Node node) {
        return from(node).isEmpty()
                && switch (this) {
                    case BACK ->
                        switch (node.type()) {
                            case STOCK_LOT, WORK_ORDER, PURCHASE_ORDER -> true;
                            case ORDER -> isClosed(node);
                            default -> false;
                        };
                    case FORWARD ->
                        switch (node.type()) {
                            case STOCK_LOT -> node.numberOr(Attributes.QUANTITY, 0) <= 0;
                            case WORK_ORDER, PURCHASE_ORDER -> isClosed(node);
                            case ORDER -> true;
                            default -> false;
                        };
                };
    }

    private static boolean isClosed(Node order) {
        return order.findText(Attributes.STATUS).filter("closed"::equals).isPresent();
    }
}
