package io.sandtable.model.ripple;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A breadth-first walk: how far each node is, and where one came from. Nodes of one distance come in the order of their rows. */
final class Spread {
    private static final int NOWHERE = -1;

    private final int mostHops;
    private final int[] hops;
    private final int[] parents;
    private final int[] relations;
    private final int[] reached;
    private int count;
    /** Where the walk may go; null for everywhere. */
    private @Nullable BitSet open;
    /** How many of them hand on. */
    private int onward;

    Spread(int nodes, Collection<Integer> seeds, int mostHops) {
        this.mostHops = mostHops;
        hops = new int[nodes];
        parents = new int[nodes];
        relations = new int[nodes];
        reached = new int[nodes];
        Arrays.fill(hops, NOWHERE);
        for (int seed : seeds) {
            if (hops[seed] == NOWHERE) {
                hops[seed] = 0;
                parents[seed] = NOWHERE;
                reached[count++] = seed;
            }
        }
        onward = count;
    }

    /** Goes nowhere but there from now on. */
    Spread only(@Nullable BitSet nodes) {
        open = nodes;
        return this;
    }

    /** Walks on from all that is reached. */
    Spread along(Arcs arcs) {
        for (int i = 0; i < count; i++) {
            expand(reached[i], arcs);
        }
        onward = count;
        return this;
    }

    /** Walks once more from all that is reached, nearest first; what is found now hands nothing on to the first arcs. */
    Spread beside(Arcs arcs) {
        int near = 0;
        int far = onward;
        while (near < onward || far < count) {
            boolean takeNear = near < onward && (far == count || hops[reached[near]] <= hops[reached[far]]);
            expand(reached[takeNear ? near++ : far++], arcs);
        }
        return this;
    }

    private void expand(int node, Arcs arcs) {
        if (hops[node] == mostHops) {
            return;
        }
        for (int arc = arcs.first(node); arc < arcs.end(node); arc++) {
            int target = arcs.target(arc);
            if (hops[target] == NOWHERE && (open == null || open.get(target))) {
                hops[target] = hops[node] + 1;
                parents[target] = node;
                relations[target] = arcs.number(arc);
                reached[count++] = target;
            }
        }
    }

    int count() {
        return count;
    }

    /** The i-th node that was reached. */
    int node(int i) {
        return reached[i];
    }

    boolean handsOn(int i) {
        return i < onward;
    }

    boolean reaches(int node) {
        return hops[node] != NOWHERE;
    }

    int hops(int node) {
        return hops[node];
    }

    int parent(int node) {
        return parents[node];
    }

    /** Number of the relation by which it was reached. */
    int relation(int node) {
        return relations[node];
    }
}
