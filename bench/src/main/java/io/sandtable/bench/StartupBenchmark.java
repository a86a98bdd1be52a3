package io.sandtable.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long it takes until the service can work on an existing store: its own context, then the graph server. */
final class StartupBenchmark implements Benchmark {
    private static final double GOAL_MILLIS = 20_000;

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        var contexts = new ArrayList<Long>();
        var servers = new ArrayList<Long>();
        var totals = new ArrayList<Long>();
        try (var homes = new Homes()) {
            Path home = homes.next();
            err.println("… warm-up");
            try (var trial = Trial.over(home)) {
                trial.ask();
            }
            for (int run = 1; run <= runs; run++) {
                err.println("… run %d of %d".formatted(run, runs));
                long begin = System.nanoTime();
                try (var trial = Trial.over(home)) {
                    long context = System.nanoTime();
                    trial.openGraph();
                    long server = System.nanoTime();
                    contexts.add(millis(begin, context));
                    servers.add(millis(context, server));
                    totals.add(millis(begin, server));
                }
            }
        }
        return List.of(
                Figure.median("start", totals, GOAL_MILLIS),
                Figure.median("start.context", contexts),
                Figure.median("start.graph-server", servers));
    }

    private static long millis(long from, long to) {
        return Duration.ofNanos(to - from).toMillis();
    }
}
