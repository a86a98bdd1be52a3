package io.sandtable.web.trace;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An open order that today's plan serves out of a lot in stock.
 *
 * @param quantity taken out of the lot for it, in the lot's unit; empty where it only gets what is left over of something else that is made of it
 */
public record PlannedFor(Node lot, Node order, OptionalDouble quantity) {
    /** Who ordered it; empty where the records do not say. */
    public Optional<Node> customer() {
        return order.in(RelationType.ORDERED).stream().map(Relation::from).findFirst();
    }

    public Optional<LocalDate> due() {
        return order.findDate(Attributes.DUE_DATE);
    }
}
