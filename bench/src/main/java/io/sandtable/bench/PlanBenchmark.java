package io.sandtable.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How soon and how well models of growing size are planned: {@code plan MODEL --seconds 5} as a user types it, each run in a JVM of its own
 * with a heap of 512 MB. Models are seeded; where ../shared/data/planning/scale is there, its case A is planned as well.
 */
final class PlanBenchmark implements Benchmark {
    private static final Path CASE_A = Path.of("../shared/data/planning/scale/synthetic_A.xml.gz");
    private static final int SECONDS = 5;
    /** So many orders are planned once more, to be delivered in parts. */
    private static final int IN_PARTS = 2_000;

    /** Orders, operations and machines. */
    private static final List<ScaleModel> SIZES = List.of(
            new ScaleModel(500, 200, 10, 1),
            new ScaleModel(2_000, 800, 20, 2),
            new ScaleModel(5_000, 2_000, 40, 3),
            new ScaleModel(10_000, 5_000, 80, 4),
            new ScaleModel(20_000, 10_000, 160, 5));

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        var figures = new ArrayList<Figure>();
        try (var folders = new Homes()) {
            Path folder = folders.next();
            if (Files.exists(CASE_A)) {
                figures.addAll(caseA(measure(CASE_A, folder, runs, err)));
            } else {
                err.println("… case A is left out: %s is not there".formatted(CASE_A));
            }
            for (ScaleModel model : SIZES) {
                List<PlanRun> whole = measure(model.write(folder), folder, runs, err);
                figures.addAll(scale(model.orders(), whole));
                if (model.orders() == IN_PARTS) {
                    figures.addAll(inParts(whole, measure(model.inParts().write(folder), folder, runs, err)));
                }
            }
        }
        return figures;
    }

    private static List<Figure> caseA(List<PlanRun> runs) {
        int n = runs.size();
        return List.of(
                new Figure("plan.A.first", median(runs, r -> r.number("firstPlanMillis")), "ms", 200, n),
                new Figure("plan.A.first.late", median(runs, r -> r.number("firstPlanLate")), "orders", 60, n),
                new Figure("plan.A.late", median(runs, r -> r.number("late")), "orders", 48, n),
                new Figure("plan.A.tardiness", median(runs, r -> r.number("tardinessDays")), "days", 3_600, n),
                violations("plan.A", runs));
    }

    private static List<Figure> scale(int orders, List<PlanRun> runs) {
        String name = "plan." + orders;
        int n = runs.size();
        boolean large = orders == 10_000;
        double none = Double.POSITIVE_INFINITY;
        return List.of(
                new Figure(
                        name + ".first", median(runs, r -> r.number("firstPlanMillis")), "ms", large ? 1_000 : none, n),
                Figure.plain(name + ".first.late", median(runs, r -> r.number("firstPlanLate")), "orders", n),
                Figure.plain(name + ".late", median(runs, r -> r.number("late")), "orders", n),
                Figure.plain(name + ".tardiness", median(runs, r -> r.number("tardinessDays")), "days", n),
                new Figure(name + ".resident", median(runs, PlanRun::residentMegabytes), "MB", large ? 500 : none, n),
                violations(name, runs));
    }

    /** What it costs that orders may be delivered in part, against the same orders as a whole. */
    private static List<Figure> inParts(List<PlanRun> whole, List<PlanRun> parts) {
        String name = "plan." + IN_PARTS + ".in-parts";
        double ratio =
                median(parts, r -> r.number("firstPlanMillis")) / median(whole, r -> r.number("firstPlanMillis"));
        return List.of(
                new Figure(name + ".first.ratio", ratio, "x", 2, parts.size()),
                Figure.plain(name + ".late", median(parts, r -> r.number("late")), "orders", parts.size()),
                violations(name, parts));
    }

    private static Figure violations(String name, List<PlanRun> runs) {
        long sum = runs.stream()
                .mapToLong(r -> (long) r.number("physicalViolations"))
                .sum();
        return Figure.never(name + ".violations", sum, "findings", runs.size());
    }

    private static double median(List<PlanRun> runs, ToDoubleFunction<PlanRun> of) {
        return Figure.middle(runs.stream().mapToDouble(of).toArray());
    }

    private static List<PlanRun> measure(Path model, Path folder, int runs, PrintWriter err) {
        var measured = new ArrayList<PlanRun>();
        for (int run = 1; run <= runs; run++) {
            err.println("… %s, run %d of %d".formatted(model.getFileName(), run, runs));
            measured.add(PlanRun.of(model, folder.resolve("plan.json"), run, SECONDS));
        }
        return measured;
    }
}
