package io.sandtable.bench;

import io.sandtable.simulation.difference.Difference;
import io.sandtable.simulation.difference.DifferenceFigure;
import io.sandtable.simulation.difference.DoneDifferently;
import io.sandtable.simulation.difference.Side;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.Stage;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the demo's question to its plans, stage by stage; the graph server is started anew by each run, as a command line does. */
final class QuestionBenchmark implements Benchmark {
    private static final double GOAL_MILLIS = 15_000;
    /** Of a difference of two plans. */
    private static final double DIFFERENCE_MILLIS = 1_000;

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
        return figures;
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
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
