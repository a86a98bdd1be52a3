package io.sandtable.bench;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Fact;
import io.sandtable.model.ripple.RippleGraph;
import io.sandtable.store.FactWriter;
import io.sandtable.store.GraphConnection;
import io.sandtable.store.GraphServerSettings;
import io.sandtable.store.GraphSource;
import io.sandtable.store.SnapshotReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a large company takes into the graph over Bolt, and out of it as a snapshot, and how much memory of ours that takes. */
final class GraphBenchmark implements Benchmark {
    private static final int SEED = 20261121;

    /** One import is one transaction: 500,000 facts want so much of the graph server. */
    private static final int SERVER_MEGABYTES = 3_072;

    private static final int PAGE_CACHE_MEGABYTES = 256;
    /** The huge company comes in several imports, as from several sources. */
    private static final int FACTS_PER_IMPORT = 500_000;

    private static final double MEGABYTE = 1 << 20;
    private static final double MOST_HEAP_MEGABYTES = 2_048;

    private final boolean huge;

    /** @param huge whether a million relations are measured, too */
    GraphBenchmark(boolean huge) {
        this.huge = huge;
    }

    /**
     * A company and its goals.
     *
     * @param loadedOnce whether one load, into a new graph, is measured instead of several in a warm one
     * @param mostToLoad milliseconds; infinite where there is no goal
     * @param mostToRead milliseconds
     */
    private record Size(String name, SupplyNetwork network, boolean loadedOnce, double mostToLoad, double mostToRead) {}

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        var figures = new ArrayList<Figure>();
        measure(new Size("graph.400k", SupplyNetwork.LARGE, false, 30_000, 4_000), runs, figures, err);
        if (huge) {
            measure(
                    new Size("graph.1m", SupplyNetwork.HUGE, true, Double.POSITIVE_INFINITY, 15_000),
                    runs,
                    figures,
                    err);
        }
        return figures;
    }

    private static void measure(Size size, int runs, List<Figure> figures, PrintWriter err) {
        err.println("… " + size.name());
        try (var homes = new Homes();
                var graph = open(homes.next())) {
            figures.add(Figure.median(size.name() + ".load", loads(size, graph, runs, err), size.mostToLoad()));
            BusinessSnapshot snapshot = reads(size, graph, runs, figures, err);
            figures.add(Figure.plain(size.name() + ".nodes", snapshot.nodeCount(), "nodes", 1));
            figures.add(Figure.plain(size.name() + ".relations", snapshot.relationCount(), "relations", 1));
            RippleGraph ripples = RippleGraph.of(snapshot, SupplyNetwork.DAY);
            figures.add(RippleBenchmark.p95(
                    size.name() + ".six-hops.p95", ripples, snapshot, RippleBenchmark.SIX_HOPS, runs, 50));
        }
    }

    /** Into an empty graph each time; of several the first one warms up. */
    private static List<Long> loads(Size size, GraphConnection graph, int runs, PrintWriter err) {
        var writer = new FactWriter(graph);
        var loads = new ArrayList<Long>();
        for (int run = size.loadedOnce() ? runs : 0; run <= runs; run++) {
            writer.replaceAll(List.of());
            List<Fact> facts = size.network().facts(SEED);
            long took = millis(() -> load(writer, facts));
            err.println("  load %,d ms".formatted(took));
            if (run > 0) {
                loads.add(took);
            }
        }
        return loads;
    }

    private static void load(FactWriter writer, List<Fact> facts) {
        if (facts.size() <= FACTS_PER_IMPORT) {
            writer.replaceAll(facts);
            return;
        }
        for (int first = 0; first < facts.size(); first += FACTS_PER_IMPORT) {
            writer.merge(facts.subList(first, Math.min(facts.size(), first + FACTS_PER_IMPORT)));
        }
    }

    /** Adds the figures of reading and returns what was read last; the first one warms up. */
    private static BusinessSnapshot reads(
            Size size, GraphConnection graph, int runs, List<Figure> figures, PrintWriter err) {
        var reader = new SnapshotReader(graph);
        var reads = new ArrayList<Long>();
        double[] heaps = new double[runs];
        for (int run = -1; run < runs; run++) {
            System.gc();
            heap().forEach(MemoryPoolMXBean::resetPeakUsage);
            long took = millis(reader::read);
            double heap =
                    heap().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / MEGABYTE;
            err.println("  snapshot %,d ms, heap %,.0f MB".formatted(took, heap));
            if (run >= 0) {
                reads.add(took);
                heaps[run] = heap;
            }
        }
        figures.add(Figure.median(size.name() + ".snapshot", reads, size.mostToRead()));
        figures.add(new Figure(size.name() + ".snapshot.heap", Figure.middle(heaps), "MB", MOST_HEAP_MEGABYTES, runs));
        return reader.read().stored();
    }

    private static GraphConnection open(Path home) {
        GraphServerSettings usual = GraphServerSettings.of(Path.of(Program.required("sandtable.store.server-jar")));
        return GraphConnection.open(new GraphSource.OwnServer(
                home,
                new GraphServerSettings(
                        usual.jar(),
                        SERVER_MEGABYTES,
                        PAGE_CACHE_MEGABYTES,
                        usual.startTimeout(),
                        usual.stopTimeout())));
    }

    private static long millis(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
