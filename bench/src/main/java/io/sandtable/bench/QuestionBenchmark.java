package io.sandtable.bench;

import io.sandtable.datasets.demo.DemoCompany;
import io.sandtable.simulation.difference.Difference;
import io.sandtable.simulation.difference.DifferenceFigure;
import io.sandtable.simulation.difference.DoneDifferently;
import io.sandtable.simulation.difference.Side;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.strategy.Candidate;
import io.sandtable.simulation.strategy.SearchListener;
import io.sandtable.simulation.strategy.StrategySearch;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.Stage;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * From the demo's question to its plans, stage by stage; the graph server is started anew by each run, as a command line does. And how long plans take for a
 * company of its kind with 2,000 orders, without the graph.
 */
final class QuestionBenchmark implements Benchmark {
    private static final double GOAL_MILLIS = 15_000;

    private static final long SEED = 20261121;
    /** Of a strategy, as a question has it. */
    private static final int USUAL_STEPS = 2_000;

    /** Of a difference of two plans. */
    private static final double DIFFERENCE_MILLIS = 1_000;

    private static final int MANY_ORDERS = 2_000;
    /** Beside the baseline. */
    private static final int ENOUGH_PLANS = 3;

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        var stages = new LinkedHashMap<String, List<Long>>();
        var totals = new ArrayList<Long>();
        var differences = new ArrayList<Long>();
        try (var homes = new Homes();
                var trial = Trial.over(homes.next())) {
            err.println("… warm-up");
            trial.ask();
            for (int run = 1; run <= runs; run++) {
                err.println("… run %d of %d".formatted(run, runs));
                Answer answer = trial.ask();
                for (Stage stage : answer.stages()) {
                    stages.computeIfAbsent(stage.name(), s -> new ArrayList<>()).add(stage.millis());
                }
                totals.add(answer.stages().stream()
                        .filter(s -> AskQuestion.FROM_QUESTION_TO_PLANS.contains(s.name()))
                        .mapToLong(Stage::millis)
                        .sum());
                differences.add(difference(answer));
            }
        }
        var figures = new ArrayList<Figure>();
        figures.add(Figure.median("question-to-plans", totals, GOAL_MILLIS));
        figures.add(Figure.median("diff of two plans", differences, DIFFERENCE_MILLIS));
        for (Map.Entry<String, List<Long>> stage : stages.entrySet()) {
            figures.add(Figure.median("stage." + stage.getKey(), stage.getValue()));
        }
        figures.addAll(manyOrders(runs, err));
        return figures;
    }

    /** Until the third plan beside the baseline is shown, and until all are there; every order has 40 % more of it to make. */
    private static List<Figure> manyOrders(int runs, PrintWriter err) {
        PlanningProblem problem = Scenario.of(
                        GroupOfPlants.of(DemoData.snapshot(), MANY_ORDERS), DemoCompany.AS_OF, SEED)
                .with(new Change(Dimension.DEMAND_VOLUME, Set.of(), Change.Form.RELATIVE, 40, null, null))
                .compile();
        var settings = new PlannerSettings(SEED, USUAL_STEPS, USUAL_STEPS, 2, Duration.ofMinutes(5));
        var third = new ArrayList<Long>();
        var all = new ArrayList<Long>();
        for (int run = 0; run <= runs; run++) {
            err.println("… %,d orders, run %d of %d".formatted(problem.demands().size(), run, runs));
            var found = new ConcurrentLinkedQueue<Long>();
            long begun = System.nanoTime();
            new StrategySearch(Clock.systemUTC(), Evaluator::evaluate)
                    .run(
                            problem,
                            settings,
                            new SearchListener() {
                                @Override
                                public void found(Candidate candidate) {
                                    found.add(millisSince(begun));
                                }
                            },
                            () -> false);
            if (run > 0) {
                all.add(millisSince(begun));
                third.add(found.stream().skip(ENOUGH_PLANS).findFirst().orElseThrow());
            }
        }
        return List.of(
                Figure.median("orders.2000.third-plan", third, GOAL_MILLIS),
                Figure.median("orders.2000.all-plans", all));
    }

    private static long millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    /** Milliseconds until it is known why the recommended plan and the baseline differ in margin and cash, and what they do differently. */
    private static long difference(Answer answer) {
        Side of = Side.of(answer.problem(), answer.recommended().evaluation());
        Side against = Side.of(answer.problem(), answer.baseline().evaluation());
        long begun = System.nanoTime();
        for (DifferenceFigure figure : DifferenceFigure.values()) {
            Difference.between(of, against, figure);
        }
        DoneDifferently.between(of, against);
        return millisSince(begun);
    }
}
