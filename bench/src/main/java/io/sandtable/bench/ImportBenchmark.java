package io.sandtable.bench;

import io.sandtable.datasets.ControlTotal;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A sales history of five million rows read as demand history: the whole way from the file to facts that may be imported, without the graph.
 * The most heap counts what collections left over and what came after, so it is an upper bound of what is needed; with {@code SANDTABLE_HEAP=1g}
 * it shows that a gigabyte is enough.
 */
final class ImportBenchmark implements Benchmark {
    private static final int ROWS = 5_000_000;
    private static final long SEED = 7;
    private static final double MOST_MILLIS = 90_000;
    private static final double MOST_HEAP = 1_024;

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        try (var folders = new Homes()) {
            Path mapping = SalesHistory.writeMapping(folders.next());
            err.println("… %,d rows are made".formatted(ROWS));
            Path file = new SalesHistory(ROWS, SEED).write(folders.next());
            var millis = new ArrayList<Long>();
            double heap = 0;
            for (int run = 1; run <= runs; run++) {
                err.println("… run %d of %d".formatted(run, runs));
                heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
                long start = System.nanoTime();
                check(Datasets.read(file, new ReadOptions(mapping.toString(), null, null)));
                millis.add((System.nanoTime() - start) / 1_000_000);
                heap = Math.max(heap, megabytes());
            }
            return List.of(
                    Figure.median("import.5m", millis, MOST_MILLIS),
                    new Figure("import.5m.heap", heap, "MB", MOST_HEAP, runs));
        } catch (IOException e) {
            throw new UncheckedIOException("The sales history could not be read (%s).".formatted(e.getMessage()), e);
        }
    }

    private static void check(Dataset read) {
        if (read.rows() != ROWS
                || !read.importable()
                || !read.controlTotals().stream().allMatch(ControlTotal::agrees)) {
            throw new IllegalStateException(
                    "Of %,d rows %,d were read, with these sums and problems: %s %s; a benchmark of that says nothing."
                            .formatted(ROWS, read.rows(), read.controlTotals(), read.problems()));
        }
    }

    private static double megabytes() {
        return heapPools().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / (1024.0 * 1024);
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
