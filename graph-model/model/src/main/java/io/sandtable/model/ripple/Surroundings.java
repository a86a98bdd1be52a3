package io.sandtable.model.ripple;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.Relation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands around a thing in the relations of one day, whichever way they point. Safe to share between threads. */
public final class Surroundings {
    private final BusinessSnapshot snapshot;
    private final Arcs arcs;
    private final @Nullable BitSet open;

    private Surroundings(BusinessSnapshot snapshot, Arcs arcs, @Nullable BitSet open) {
        this.snapshot = snapshot;
        this.arcs = arcs;
        this.open = open;
    }

    /** Those of that day; closed orders and purchases take part in no more than where goods came from and went. */
    public static Surroundings of(BusinessSnapshot snapshot, LocalDate day) {
        return new Surroundings(snapshot, Arcs.of(snapshot, day, Influence.ANY), null);
    }

    /** The same with nothing in it but these things, and what one starts from; ids that are unknown mean nothing. */
    public Surroundings only(Collection<String> ids) {
        var things = new BitSet(snapshot.nodeCount());
        ids.forEach(id -> snapshot.findNode(id).ifPresent(node -> things.set(node.index())));
        return new Surroundings(snapshot, arcs, things);
    }

    /** All that is at most so many relations away, each with a shortest way to it, the nearest first. */
    public List<Touched> within(Node start, int steps) {
        return ripple(start, steps).touched();
    }

    /** How many things are at most so many relations away, the thing itself among them. */
    public int count(Node start, int steps) {
        return ripple(start, steps).size() + 1;
    }

    /** A shortest way from one thing to another; empty where none leads there. */
    public Optional<List<Hop>> path(Node start, Node end) {
        return start.equals(end)
                ? Optional.of(List.of())
                : ripple(start, Integer.MAX_VALUE).find(end).map(Touched::path);
    }

    private Ripple ripple(Node start, int steps) {
        return new Ripple(
                arcs,
                new Spread(snapshot.nodeCount(), List.of(start.index()), steps)
                        .only(open)
                        .along(arcs));
    }

    /** The relations that join some of these things with each other. */
    public List<Relation> among(Collection<Node> things) {
        Set<Integer> shown = things.stream().map(Node::index).collect(Collectors.toCollection(TreeSet::new));
        var numbers = new HashSet<Integer>();
        var relations = new ArrayList<Relation>();
        for (int node : shown) {
            for (int arc = arcs.first(node); arc < arcs.end(node); arc++) {
                if (shown.contains(arcs.target(arc)) && numbers.add(arcs.number(arc))) {
                    relations.add(arcs.relation(arcs.number(arc)));
                }
            }
        }
        return relations;
    }
}
