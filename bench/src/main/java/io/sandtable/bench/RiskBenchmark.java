package io.sandtable.bench;

import com.sun.management.OperatingSystemMXBean;
import io.sandtable.datasets.demo.DemoCompany;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.risk.Disruption;
import io.sandtable.simulation.risk.Disruptions;
import io.sandtable.simulation.risk.Histories;
import io.sandtable.simulation.risk.Input;
import io.sandtable.simulation.risk.MonteCarlo;
import io.sandtable.simulation.risk.MonteCarlo.Named;
import io.sandtable.simulation.risk.RiskListener;
import io.sandtable.simulation.risk.RiskResult;
import io.sandtable.simulation.risk.RiskRun;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.PlanResponse;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.simulation.strategy.SearchListener;
import io.sandtable.simulation.strategy.StrategySearch;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * What a Monte Carlo of one plan of the demo company with 40 % more demand costs, every dimension moved at once, the plan fixed; and the
 * ranking of all its suppliers and machines by what their loss would do.
 */
final class RiskBenchmark implements Benchmark {
    private static final long SEED = 20261128;
    private static final int WARM_UP = 200;
    private static final int MEASURED = 300;
    private static final int ASKED_FOR = 10_000;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double GOAL_SECONDS = 5;
    private static final double GOAL_SPEEDUP_PERCENT = 180;
    private static final String MILLIS = "ms";

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        Scenario scenario = Scenario.of(DemoData.snapshot(), DemoCompany.AS_OF, SEED)
                .with(new Change(Dimension.DEMAND_VOLUME, Set.of(), Change.Form.RELATIVE, 40, null, null));
        err.println("… a plan of the demo company");
        Plan plan = new StrategySearch(Clock.systemUTC(), Evaluator::evaluate)
                .run(
                        scenario.compile(),
                        new PlannerSettings(SEED, 200, 200, 2, Duration.ofMinutes(5)),
                        SearchListener.SILENT,
                        () -> false)
                .plans()
                .getFirst()
                .plan();
        var histories = new Histories(scenario.snapshot(), scenario.asOf(), scenario.horizonDays());
        Histories.Inputs every = histories.everyDimension();
        Histories.Inputs money = histories.complete(EnumSet.allOf(Dimension.class).stream()
                .filter(Dimension::isMoneyOnly)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Dimension.class))));
        var figures = new ArrayList<Figure>();
        figures.add(Figure.plain("risk.inputs", every.all().size(), "inputs", 1));
        figures.add(Figure.plain(
                "risk.inputs.fitted",
                every.inputs().stream()
                        .filter(input -> input.values() > 0 && input.basis() == Range.Basis.HISTORY)
                        .count(),
                "inputs",
                1));
        try {
            measure(scenario, plan, every, money, runs, err, figures);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return figures;
    }

    private static void measure(
            Scenario scenario,
            Plan plan,
            Histories.Inputs every,
            Histories.Inputs money,
            int runs,
            PrintWriter err,
            List<Figure> figures)
            throws InterruptedException {
        err.println("… %d runs with one thread and with two".formatted(MEASURED));
        var samples = new ArrayList<RiskResult>();
        sample(scenario, plan, every, WARM_UP, 2);
        long cpu = cpuNanos();
        double one = millis(runs, () -> samples.add(sample(scenario, plan, every, MEASURED, 1)));
        double worked = (cpuNanos() - cpu) / NANOS_A_MILLI / runs;
        double two = millis(runs, () -> samples.add(sample(scenario, plan, every, MEASURED, 2)));
        figures.add(Figure.plain("risk.run", one / MEASURED, MILLIS, runs));
        figures.add(Figure.plain("risk.run.cpu", worked / MEASURED, MILLIS, runs));
        figures.add(Figure.plain("risk.run.2-threads", two / MEASURED, MILLIS, runs));
        figures.add(Figure.atLeast("risk.speedup", 100 * one / two, "%", GOAL_SPEEDUP_PERCENT, runs));
        figures.add(new Figure("risk.10000.extrapolated", two / MEASURED * ASKED_FOR / 1000, "s", GOAL_SECONDS, runs));
        figures.add(Figure.never(
                "risk.differs",
                samples.stream().filter(s -> !s.equals(samples.getFirst())).count(),
                "samples",
                samples.size()));
        double moneyOnly = millis(runs, () -> sample(scenario, plan, money, MEASURED, 2));
        figures.add(Figure.plain("risk.run.money.2-threads", moneyOnly / MEASURED, MILLIS, runs));
        err.println("… every supplier and machine");
        var disruptions = new Disruptions(scenario, PlanResponse.Resolving.TIMED_AGAIN, 2);
        List<Disruption> all = disruptions.of(plan);
        figures.add(Figure.plain("risk.disruptions", all.size(), "disruptions", 1));
        figures.add(Figure.plain(
                "risk.ranking",
                millis(runs, () -> disruptions.rank(plan, all, scenario.asOf(), Map.of(), Mode.PLAN_FIXED)),
                MILLIS,
                runs));
    }

    private static RiskResult sample(Scenario scenario, Plan plan, Histories.Inputs inputs, int size, int threads)
            throws InterruptedException {
        List<Input> moved = inputs.inputs();
        return new MonteCarlo(scenario, PlanResponse.Resolving.TIMED_AGAIN, threads)
                .run(
                        new RiskRun(SEED, size, Mode.PLAN_FIXED, moved, inputs.copula()),
                        List.of(new Named("plan", plan)),
                        RiskListener.SILENT);
    }

    /** Processor time of the Java machine, its compilers included: less than the clock says where others work on the machine. */
    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** The median of some goes. */
    private static double millis(int runs, Callable<?> work) throws InterruptedException {
        double[] times = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            call(work);
            times[run] = (System.nanoTime() - start) / NANOS_A_MILLI;
        }
        return Figure.middle(times);
    }

    private static void call(Callable<?> work) throws InterruptedException {
        try {
            work.call();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A sample failed; see the cause.", e);
        }
    }
}
