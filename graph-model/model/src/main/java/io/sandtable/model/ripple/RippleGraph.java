package io.sandtable.model.ripple;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** A snapshot's relations of one day, compiled so that a change can be followed to all that hangs on it. Safe to share between threads. */
public final class RippleGraph {
    private final BusinessSnapshot snapshot;
    private final Arcs onward;
    private final Arcs beside;

    private RippleGraph(BusinessSnapshot snapshot, Arcs onward, Arcs beside) {
        this.snapshot = snapshot;
        this.onward = onward;
        this.beside = beside;
    }

    /** Those that hold on that day; closed orders and purchases take no part. */
    public static RippleGraph of(BusinessSnapshot snapshot, LocalDate day) {
        return new RippleGraph(
                snapshot, Arcs.of(snapshot, day, Influence.ONWARD), Arcs.of(snapshot, day, Influence.BESIDE));
    }

    /** All that hangs on these things, however far away. */
    public Ripple from(Collection<Node> changed) {
        return from(changed, Integer.MAX_VALUE);
    }

    /** What hangs on these things, at most so many relations away. */
    public Ripple from(Collection<Node> changed, int mostHops) {
        List<Integer> seeds = changed.stream().map(Node::index).toList();
        var spread =
                new Spread(snapshot.nodeCount(), seeds, mostHops).along(onward).beside(beside);
        return new Ripple(onward, spread);
    }

    /** How many steps there are. */
    public int arcs() {
        return onward.size() + beside.size();
    }
}
