package io.sandtable.bench;

import io.sandtable.datasets.demo.DemoCompany;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.Scenario;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a what-if costs that is copied from another: the time of the form that makes it, in a running service, and what a hundred live
 * branches of one snapshot keep in memory.
 */
final class BranchBenchmark implements Benchmark {
    private static final int BRANCHES = 100;
    private static final double CREATE_MILLIS = 100;
    private static final double MOST_PERCENT = 5;
    private static final String QUESTION = "预计下季度新能源汽车电池壳订单增长40%";

    /** Kept alive while memory is counted. */
    private @Nullable Object kept;

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        var figures = new ArrayList<Figure>();
        err.println("… a hundred copies in a running service");
        figures.add(Figure.median("branch.create", created(), CREATE_MILLIS));
        err.println("… a hundred branches in memory");
        addMemory(figures);
        return figures;
    }

    private static List<Long> created() {
        try (var homes = new Homes()) {
            try (var service = ServiceProcess.over(homes.next(), "-Dsandtable.ingest.broker=off")) {
                SignedIn asker = SignedIn.as(service, "admin", PagesBenchmark.ownPassword(service));
                String asked = PagesBenchmark.inquiry(asker.post("/ask", "/ask", Map.of("text", QUESTION)));
                var millis = new ArrayList<Long>();
                for (int i = 0; i < 2 * BRANCHES; i++) {
                    // the page with the form is got first, and no part of what is measured
                    SignedIn.Form form = asker.form("/ask/" + asked, "/ask/" + asked + "/copy", Map.of());
                    long start = System.nanoTime();
                    form.send();
                    if (i >= BRANCHES) {
                        millis.add((System.nanoTime() - start) / 1_000_000);
                    }
                }
                return millis;
            }
        }
    }

    private void addMemory(List<Figure> figures) {
        long empty = used();
        BusinessSnapshot snapshot = DemoData.snapshot();
        kept = snapshot;
        long base = used() - empty;
        var today = Scenario.of(snapshot, DemoCompany.AS_OF, 1);
        var branches = new ArrayList<Scenario>();
        for (int i = 0; i < BRANCHES; i++) {
            branches.add(today.with(
                    new Change(Dimension.DEMAND_VOLUME, Set.of("FAM-" + i), Change.Form.RELATIVE, i, null, null)));
        }
        kept = List.of(snapshot, branches);
        long together = Math.max(0, used() - empty - base);
        figures.add(Figure.plain("branch.base", base / 1024.0, "kB", 1));
        figures.add(new Figure(
                "branch.share", 100.0 * together / BRANCHES / base, "% of the base a branch", MOST_PERCENT, 1));
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
