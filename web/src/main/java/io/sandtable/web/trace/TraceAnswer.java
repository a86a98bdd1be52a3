package io.sandtable.web.trace;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.trace.Direction;
import io.sandtable.model.trace.Trace;
import io.sandtable.web.company.Business;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was found of a batch.
 *
 * @param asked what the person typed
 * @param starts what that is called: several lots may come from one batch of the supplier
 * @param traces in the directions that were asked for
 */
public record TraceAnswer(Business business, String asked, List<Node> starts, List<Trace> traces) {
    public TraceAnswer {
        starts = List.copyOf(starts);
        traces = List.copyOf(traces);
    }

    /** The things of that type that are reached in that direction, where it begins included. */
    List<Node> reached(Direction direction, NodeType type) {
        return of(direction).flatMap(trace -> trace.reached(type).stream()).toList();
    }

    /** The orders that goods were shipped for, those that are closed or those that are not. */
    List<Node> orders(boolean closed) {
        return reached(Direction.FORWARD, NodeType.ORDER).stream()
                .filter(order -> isClosed(order) == closed)
                .toList();
    }

    /** The lots that goods went into and that are still there. */
    List<Node> inStock() {
        return reached(Direction.FORWARD, NodeType.STOCK_LOT).stream()
                .filter(lot -> lot.numberOr(Attributes.QUANTITY, 0) > 0)
                .toList();
    }

    /** Whether something that it reaches is still there. */
    public boolean hasStock() {
        return !inStock().isEmpty();
    }

    boolean asks(Direction direction) {
        return of(direction).findAny().isPresent();
    }

    private Stream<Trace> of(Direction direction) {
        return traces.stream().filter(trace -> trace.direction() == direction);
    }

    static boolean isClosed(Node order) {
        return order.findText(Attributes.STATUS).filter("closed"::equals).isPresent();
    }
}
