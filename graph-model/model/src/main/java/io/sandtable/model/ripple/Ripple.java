package io.sandtable.model.ripple;

import io.sandtable.model.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a walk along relations touches, each thing with a shortest way to it. */
public final class Ripple {
    private final Arcs arcs;
    private final Spread spread;
    private final int changed;

    Ripple(Arcs arcs, Spread spread) {
        this.arcs = arcs;
        this.spread = spread;
        this.changed = (int) IntStream.range(0, spread.count())
                .filter(i -> spread.hops(spread.node(i)) == 0)
                .count();
    }

    /** How many things are touched, those that changed apart. */
    public int size() {
        return spread.count() - changed;
    }

    /** Whether the change touches it, or is about it. */
    public boolean reaches(Node node) {
        return spread.reaches(node.index());
    }

    /** All that is touched, the nearest first, then by type and id. */
    public List<Touched> touched() {
        var made = new @Nullable Touched[arcs.snapshot().nodeCount()];
        return IntStream.range(changed, spread.count())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> spread.hops(spread.node(i)))
                        .thenComparingInt(spread::node))
                .map(i -> touched(i, made))
                .toList();
    }

    /** The thing as it is touched; empty where the change does not reach it or is about it. */
    public Optional<Touched> find(Node node) {
        return touched().stream()
                .filter(thing -> thing.node().index() == node.index())
                .findFirst();
    }

    /** What is nearer is made already. */
    private Touched touched(int i, @Nullable Touched[] made) {
        int node = spread.node(i);
        int parent = spread.parent(node);
        var hop = new Hop(
                arcs.snapshot().node(parent),
                arcs.relation(spread.relation(node)),
                arcs.snapshot().node(node));
        var touched = new Touched(spread.handsOn(i), hop, made[parent]);
        made[node] = touched;
        return touched;
    }
}
