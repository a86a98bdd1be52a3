package io.sandtable.bench;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import io.sandtable.model.ripple.Ripple;
import io.sandtable.model.ripple.RippleGraph;
import io.sandtable.model.ripple.Touched;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** How fast a change is followed to all that hangs on it, with the way to each thing; and whether nothing is left out. */
final class RippleBenchmark implements Benchmark {
    private static final SupplyNetwork STAGES = new SupplyNetwork(2_000, 16_000, 100, 100, 1, 500, 50);

    static final int SIX_HOPS = 6;
    private static final int WARM_UP = 100;
    private static final int COMPARED = 40;
    private static final int SEED = 20261121;
    private static final double NANOS_A_MILLI = 1e6;

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        var figures = new ArrayList<Figure>();
        err.println("… 2,000 stages, 16,000 arcs");
        BusinessSnapshot stages = STAGES.snapshot(SEED);
        RippleGraph graph = RippleGraph.of(stages, SupplyNetwork.DAY);
        figures.add(p95("ripple.stages.p95", graph, stages, Integer.MAX_VALUE, runs, 200));
        figures.add(Figure.never("ripple.stages.differing", differing(graph, stages), "ripples", COMPARED));
        err.println("… 100,000 nodes, 400,000 relations");
        BusinessSnapshot large = SupplyNetwork.LARGE.snapshot(SEED);
        figures.add(Figure.plain("ripple.large.nodes", large.nodeCount(), "nodes", 1));
        figures.add(Figure.plain("ripple.large.relations", large.relationCount(), "relations", 1));
        long start = System.nanoTime();
        RippleGraph compiled = RippleGraph.of(large, SupplyNetwork.DAY);
        figures.add(Figure.plain("ripple.large.compile", (System.nanoTime() - start) / NANOS_A_MILLI, "ms", 1));
        figures.add(p95("ripple.large.six-hops.p95", compiled, large, SIX_HOPS, runs, 50));
        return figures;
    }

    /** Of a hundred ripples a run from things of all types, warm. */
    static Figure p95(String name, RippleGraph graph, BusinessSnapshot snapshot, int hops, int runs, double atMost) {
        var random = new SplittableRandom(SEED);
        double[] millis = new double[100 * runs];
        for (int i = -WARM_UP; i < millis.length; i++) {
            List<Node> changed = List.of(snapshot.node(random.nextInt(snapshot.nodeCount())));
            long start = System.nanoTime();
            List<Touched> touched = graph.from(changed, hops).touched();
            double took = (System.nanoTime() - start) / NANOS_A_MILLI;
            if (touched.size() >= snapshot.nodeCount()) {
                throw new IllegalStateException("More things were touched than there are.");
            }
            if (i >= 0) {
                millis[i] = took;
            }
        }
        Arrays.sort(millis);
        return new Figure(name, millis[(int) Math.ceil(millis.length * 0.95) - 1], "ms", atMost, millis.length);
    }

    /** Ripples that reach other stages and orders than a plain search over the relations does. */
    private static long differing(RippleGraph graph, BusinessSnapshot snapshot) {
        Map<String, Set<String>> next = next(snapshot);
        var random = new SplittableRandom(SEED + 1L);
        List<Node> materials = snapshot.nodes(NodeType.MATERIAL);
        long differing = 0;
        for (int i = 0; i < COMPARED; i++) {
            Node changed = materials.get(random.nextInt(materials.size()));
            Ripple ripple = graph.from(List.of(changed));
            Set<String> touched = ripple.touched().stream()
                    .filter(Touched::handsOn)
                    .map(thing -> thing.node().id())
                    .collect(Collectors.toSet());
            differing += touched.equals(reachable(changed.id(), next)) ? 0 : 1;
        }
        return differing;
    }

    private static Map<String, Set<String>> next(BusinessSnapshot snapshot) {
        var next = new HashMap<String, Set<String>>();
        for (RelationType type : List.of(RelationType.CONSUMES, RelationType.FOR)) {
            for (Relation relation : snapshot.relations(type)) {
                next.computeIfAbsent(relation.to().id(), id -> new HashSet<>())
                        .add(relation.from().id());
            }
        }
        for (RelationType type : List.of(RelationType.STEP_OF, RelationType.YIELDS)) {
            for (Relation relation : snapshot.relations(type)) {
                next.computeIfAbsent(relation.from().id(), id -> new HashSet<>())
                        .add(relation.to().id());
            }
        }
        return next;
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> next) {
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (String id : next.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(id)) {
                    open.add(id);
                }
            }
        }
        return reached;
    }
}
