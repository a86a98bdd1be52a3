package io.sandtable.bench;

import io.sandtable.datasets.demo.DemoCompany;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Revaluation;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.plan.Redispatch;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.simulation.strategy.Candidate;
import io.sandtable.simulation.strategy.SearchListener;
import io.sandtable.simulation.strategy.StrategySearch;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one more value costs a sensitivity: the plans of the demo company with 40 % more demand, each timed and summed again by one thread,
 * with nothing changed, at both ends of every dimension, and as {@link Revaluation} does it: at random points of all dimensions, and as
 * variance-based sensitivity asks, around each point those that differ in one dimension. Times are the thread's own, since machines are
 * shared.
 */
final class EvaluationBenchmark implements Benchmark {
    private static final long SEED = 20261121;
    private static final int WARM_UP = 300;
    private static final int MEASURED = 200;
    private static final double NANOS_A_MICRO = 1e3;
    private static final double GOAL_MICROS = 300;
    private static final String MICROS = "µs";
    private static final int POINTS = 100;
    /** Of 29 points each. */
    private static final int DESIGNS = 7;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /** Kept, so that no work is left out for having no effect. */
    private volatile @Nullable Object last;

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        Scenario scenario = scenario();
        PlanningProblem problem = scenario.compile();
        err.println("… plans of the demo company");
        List<Plan> plans = new StrategySearch(Clock.systemUTC(), Evaluator::evaluate)
                        .run(
                                problem,
                                new PlannerSettings(SEED, 200, 200, 2, Duration.ofMinutes(5)),
                                SearchListener.SILENT,
                                () -> false)
                        .plans()
                        .stream()
                        .map(Candidate::plan)
                        .toList();
        var figures = new ArrayList<Figure>();
        figures.add(Figure.plain("evaluation.plans", plans.size(), "plans", 1));
        figures.add(
                Figure.plain("evaluation.lots", mean(plans, plan -> plan.lots().size()), "lots", plans.size()));
        err.println("… nothing changed");
        figures.add(timed("evaluation.dispatch", runs, i -> Redispatch.of(problem, plans.get(i % plans.size()))));
        figures.add(timed("evaluation.sums", runs, i -> Evaluator.kpis(problem, plans.get(i % plans.size()))));
        figures.add(new Figure(
                "evaluation",
                micros(runs, i -> Evaluator.kpis(problem, Redispatch.of(problem, plans.get(i % plans.size())))),
                MICROS,
                GOAL_MICROS,
                runs));
        err.println("… every dimension at both ends");
        figures.add(Figure.never("sensitivity.retimed-by-money", retimedByMoney(scenario, problem, plans), "plans", 1));
        List<Change> ends = ends(dimension -> true);
        figures.add(timed(
                "sensitivity.compile",
                runs,
                i -> scenario.with(ends.get(i % ends.size())).compile()));
        figures.add(timed("sensitivity.value", runs, i -> {
            PlanningProblem changed = scenario.with(ends.get(i % ends.size())).compile();
            return Evaluator.kpis(changed, Redispatch.of(changed, plans.get(i / ends.size() % plans.size())));
        }));
        err.println("… all dimensions at once");
        List<Revaluation> revaluations =
                plans.stream().map(plan -> new Revaluation(scenario, plan)).toList();
        List<List<Change>> points = points(POINTS);
        List<List<Change>> around = around(points(DESIGNS + 1));
        figures.add(Figure.never("revaluation.different", different(scenario, plans, around), "points", 1));
        figures.add(timed(
                "revaluation.anew",
                runs,
                i -> anew(scenario, points.get(i % points.size()), plans.get(i / points.size() % plans.size()))));
        figures.add(timed(
                "revaluation.point",
                runs,
                i -> revaluations.get(i / points.size() % plans.size()).at(points.get(i % points.size()))));
        figures.add(timed(
                "revaluation.around",
                runs,
                i -> revaluations.get(i / around.size() % plans.size()).at(around.get(i % around.size()))));
        return figures;
    }

    /** Compiled, timed and summed anew. */
    private static Kpis anew(Scenario scenario, List<Change> changes, Plan plan) {
        Scenario changed = scenario;
        for (Change change : changes) {
            changed = changed.with(change);
        }
        PlanningProblem problem = changed.compile();
        return Evaluator.kpis(problem, Redispatch.drawingOnSafetyStock(problem, plan));
    }

    /** Points whose figures are others than anew. */
    private static long different(Scenario scenario, List<Plan> plans, List<List<Change>> points) {
        long different = 0;
        for (Plan plan : plans) {
            var revaluation = new Revaluation(scenario, plan);
            for (List<Change> point : points) {
                different += revaluation.at(point).equals(anew(scenario, point, plan)) ? 0 : 1;
            }
        }
        return different;
    }

    /** Random points of all dimensions in their stand-in ranges. */
    private static List<List<Change>> points(int count) {
        var random = new SplittableRandom(SEED);
        return Stream.generate(() -> Range.standIns().stream()
                        .map(range -> range.at(range.low() + random.nextDouble() * (range.high() - range.low())))
                        .toList())
                .limit(count)
                .toList();
    }

    /** Each point and the next one, and the first of them with every dimension in turn as in the other. */
    private static List<List<Change>> around(List<List<Change>> points) {
        var all = new ArrayList<List<Change>>();
        for (int p = 0; p + 1 < points.size(); p++) {
            all.add(points.get(p));
            all.add(points.get(p + 1));
            for (int k = 0; k < points.get(p).size(); k++) {
                var moved = new ArrayList<>(points.get(p));
                moved.set(k, points.get(p + 1).get(k));
                all.add(moved);
            }
        }
        return all;
    }

    /** Plans whose times move though only money did. */
    private static long retimedByMoney(Scenario scenario, PlanningProblem problem, List<Plan> plans) {
        List<PlanningProblem> changed = ends(Dimension::isMoneyOnly).stream()
                .map(change -> scenario.with(change).compile())
                .toList();
        return plans.stream()
                .filter(plan -> {
                    Plan timed = Redispatch.drawingOnSafetyStock(problem, plan);
                    return changed.stream()
                            .anyMatch(c ->
                                    !Redispatch.drawingOnSafetyStock(c, plan).equals(timed));
                })
                .count();
    }

    private static double mean(List<Plan> plans, Function<Plan, Integer> count) {
        return plans.stream().mapToInt(count::apply).average().orElse(0);
    }

    /** Both ends of the dimensions that are wanted. */
    private static List<Change> ends(Predicate<Dimension> wanted) {
        return Range.standIns().stream()
                .filter(range -> wanted.test(range.dimension()))
                .flatMap(range -> Stream.of(range.at(range.low()), range.at(range.high())))
                .toList();
    }

    private static Scenario scenario() {
        return Scenario.of(DemoData.snapshot(), DemoCompany.AS_OF, SEED)
                .with(new Change(Dimension.DEMAND_VOLUME, Set.of(), Change.Form.RELATIVE, 40, null, null));
    }

    /** Microseconds of processor time of one, as the median of means of some hundred in a row. */
    private double micros(int runs, IntFunction<Object> work) {
        for (int i = 0; i < WARM_UP; i++) {
            last = work.apply(i);
        }
        double[] means = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = THREAD.getCurrentThreadCpuTime();
            for (int i = 0; i < MEASURED; i++) {
                last = work.apply(i);
            }
            means[run] = (THREAD.getCurrentThreadCpuTime() - start) / NANOS_A_MICRO / MEASURED;
        }
        return Figure.middle(means);
    }

    private Figure timed(String name, int runs, IntFunction<Object> work) {
        return Figure.plain(name, micros(runs, work), MICROS, runs);
    }
}
