package io.sandtable.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How near classic job shops come to their known optimum in ten seconds. */
final class JobShopBenchmark implements Benchmark {
    private static final int SECONDS = 10;
    private static final double GOAL_PERCENT = 5;

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        var figures = new ArrayList<Figure>();
        try (var folders = new Homes()) {
            Path folder = folders.next();
            for (JobShop shop : JobShop.all()) {
                figures.add(measure(shop, folder, runs, err));
            }
        }
        return figures;
    }

    /** Percent above the optimum. */
    private static Figure measure(JobShop shop, Path folder, int runs, PrintWriter err) {
        Path model = shop.write(folder);
        Path plan = folder.resolve("plan.json");
        var above = new double[runs];
        for (int run = 1; run <= runs; run++) {
            err.println("… job shop %s, run %d of %d".formatted(shop.name(), run, runs));
            PlanRun planned = PlanRun.of(model, plan, run, SECONDS);
            if (planned.number("physicalViolations") > 0) {
                throw new IllegalStateException("The plan of %s cannot be carried out.".formatted(shop.name()));
            }
            above[run - 1] = 100.0 * (makespan(plan) - shop.optimum()) / shop.optimum();
        }
        return new Figure("jobshop." + shop.name() + ".above", Figure.middle(above), "%", GOAL_PERCENT, runs);
    }

    private static long makespan(Path plan) {
        JsonNode delivered = JsonMapper.shared()
                .readTree(plan.toFile())
                .path("orders")
                .path(0)
                .path("deliveries")
                .path(0);
        LocalDateTime at = LocalDateTime.parse(delivered.path("date").asString());
        return Duration.between(LocalDateTime.parse(JobShop.START), at).toMinutes() - JobShop.SHIPPING_MINUTES;
    }
}
