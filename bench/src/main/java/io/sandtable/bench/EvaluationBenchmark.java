package io.sandtable.bench;

import io.sandtable.datasets.demo.DemoCompany;
import io.sandtable.simulation.evaluate.Evaluator;
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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one more value costs a sensitivity: the plans of the demo company with 40 % more demand, each timed and summed again by one thread,
 * with nothing changed and at both ends of every dimension.
 */
final class EvaluationBenchmark implements Benchmark {
    private static final long SEED = 20261121;
    private static final int WARM_UP = 300;
    private static final int MEASURED = 200;
    private static final double NANOS_A_MICRO = 1e3;
    private static final double GOAL_MICROS = 300;
    private static final String MICROS = "µs";

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
        return figures;
    }

    /** Plans whose times move though only money did. */
    private static long retimedByMoney(Scenario scenario, PlanningProblem problem, List<Plan> plans) {
        List<PlanningProblem> changed = ends(Dimension::isMoneyOnly).stream()
                .map(change -> scenario.with(change).compile())
                .toList();
        return plans.stream()
                .filter(plan -> {
                    Plan timed = Redispatch.of(problem, plan);
                    return changed.stream()
                            .anyMatch(c -> !Redispatch.of(c, plan).equals(timed));
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

    /** Microseconds of one, as the median of means of some hundred in a row. */
    private double micros(int runs, IntFunction<Object> work) {
        for (int i = 0; i < WARM_UP; i++) {
            last = work.apply(i);
        }
        double[] means = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            for (int i = 0; i < MEASURED; i++) {
                last = work.apply(i);
            }
            means[run] = (System.nanoTime() - start) / NANOS_A_MICRO / MEASURED;
        }
        return Figure.middle(means);
    }

    private Figure timed(String name, int runs, IntFunction<Object> work) {
        return Figure.plain(name, micros(runs, work), MICROS, runs);
    }
}
