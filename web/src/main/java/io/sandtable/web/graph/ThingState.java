package io.sandtable.web.graph;

import io.sandtable.model.Node;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.store.GraphHistory.Replaced;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A thing in such a state.
 *
 * @param history what was said of it and of its relations before, the newest first
 */
public record ThingState(GraphState state, Node node, List<Replaced> history) {
    public ThingState {
        history = List.copyOf(history);
    }

    /** Relations that begin at it, then those that end there. */
    public List<Relation> relations() {
        return Arrays.stream(RelationType.values())
                .flatMap(type -> Stream.concat(node.out(type).stream(), node.in(type).stream()))
                .distinct()
                .toList();
    }
}
