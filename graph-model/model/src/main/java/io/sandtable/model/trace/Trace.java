package io.sandtable.model.trace;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.ripple.Hop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All recorded steps that lead away from some things in one direction, each once, the nearest first; records that go round in a
 * circle are followed once.
 *
 * @param starts where it begins
 * @param looseEnds where the records end though goods cannot
 */
public record Trace(Direction direction, List<Node> starts, List<Movement> movements, List<Node> looseEnds) {
    public Trace {
        starts = List.copyOf(starts);
        movements = List.copyOf(movements);
        looseEnds = List.copyOf(looseEnds);
    }

    /** Follows the things, however far. */
    public static Trace of(Collection<Node> starts, Direction direction) {
        Map<Node, Integer> distances = new HashMap<>();
        Set<Relation> walked = new HashSet<>();
        var open = new ArrayDeque<Node>();
        var movements = new ArrayList<Movement>();
        var loose = new ArrayList<Node>();
        for (Node start : starts) {
            if (distances.putIfAbsent(start, 0) == null) {
                open.add(start);
            }
        }
        List<Node> begun = List.copyOf(open);
        while (!open.isEmpty()) {
            Node here = open.remove();
            int distance = Objects.requireNonNull(distances.get(here)) + 1;
            if (direction.isLooseEnd(here)) {
                loose.add(here);
            }
            for (Hop hop : direction.from(here)) {
                if (walked.add(hop.relation())) {
                    movements.add(new Movement(distance, hop));
                    if (distances.putIfAbsent(hop.to(), distance) == null) {
                        open.add(hop.to());
                    }
                }
            }
        }
        return new Trace(direction, begun, movements, loose);
    }

    /** The things of that type that it reaches, those where it begins included, the nearest first. */
    public List<Node> reached(NodeType type) {
        Set<Node> reached = new LinkedHashSet<>();
        Stream.concat(starts.stream(), movements.stream().map(m -> m.hop().to()))
                .filter(node -> node.type() == type)
                .forEach(reached::add);
        return List.copyOf(reached);
    }

    /**
     * The lots, purchases, work orders and orders that a person means by an id, a code or a supplier's batch number: one by its id, else
     * all that are called so in any of these ways. Capitals do not matter except in ids.
     */
    public static List<Node> find(BusinessSnapshot snapshot, String typed) {
        String text = typed.strip();
        List<Node> byId = snapshot.findNode(text)
                .filter(node -> canBeginAt(node.type()))
                .map(List::of)
                .orElse(List.of());
        return !byId.isEmpty() || text.isEmpty()
                ? byId
                : Arrays.stream(NodeType.values())
                        .filter(Trace::canBeginAt)
                        .flatMap(type -> snapshot.nodes(type).stream())
                        .filter(node -> isCalled(node, Attributes.CODE, text)
                                || node.type() == NodeType.STOCK_LOT && isCalled(node, Attributes.SUPPLIER_LOT, text))
                        .toList();
    }

    /** Whether goods of such a thing can be followed. */
    public static boolean canBeginAt(NodeType type) {
        return switch (type) {
            case STOCK_LOT, PURCHASE_ORDER, WORK_ORDER, ORDER -> true;
            default -> false;
        };
    }

    private static boolean isCalled(Node node, Attribute attribute, String text) {
        return node.findText(attribute).filter(text::equalsIgnoreCase).isPresent();
    }
}
