package io.sandtable.bench;

import io.sandtable.simulation.drivers.DriverRun;
import io.sandtable.simulation.drivers.DriverSweep;
import io.sandtable.simulation.risk.Input;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.PlanResponse;
import io.sandtable.simulation.sensitivity.PlanSweep;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.simulation.sensitivity.global.KnownFunction;
import io.sandtable.simulation.sensitivity.global.SobolIndices;
import io.sandtable.simulation.sensitivity.global.SobolSettings;
import io.sandtable.simulation.sensitivity.global.SobolSweep;
import io.sandtable.simulation.sensitivity.global.SweepProgress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * How exact the indices of known functions are, how often their intervals hold the truth, and how long a plan of the demo company takes: all
 * inputs one at a time, screened, and all at once.
 */
final class SensitivityBenchmark implements Benchmark {
    private static final int SEEDS = 20;
    private static final int REPLICATIONS = 1000;
    private static final int ISHIGAMI_RUNS = 4096;
    private static final int G_RUNS = 16_384;
    private static final int COVERAGE_RUNS = 512;
    private static final int THREADS = 2;
    private static final int TRAJECTORIES = 10;
    private static final int SHORT_RUNS = 64;
    private static final double PERCENT = 100;
    private static final double NANOS_A_SECOND = 1e9;
    private static final String INDEX = "of the variance";

    @Override
    public List<Figure> run(int runs, PrintWriter err) {
        try {
            var figures = new ArrayList<Figure>();
            err.println("… Ishigami");
            figures.addAll(exactness("ishigami", KnownFunction.ishigami(7, 0.1), ISHIGAMI_RUNS, SEEDS, 0.009));
            figures.addAll(indicesOfIshigami());
            err.println("… Sobol G in 27 dimensions");
            figures.addAll(exactness("g27", g27(), G_RUNS, runs, 0.01));
            err.println("… intervals");
            figures.add(coverage());
            err.println("… plans of the demo company");
            figures.addAll(plan(DemoPlans.search(), err));
            return figures;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted; start it again.", e);
        }
    }

    /** The usual coefficients: one input matters much, three somewhat, the others hardly. */
    private static KnownFunction g27() {
        return KnownFunction.sobolG(Stream.concat(Stream.of(0.0, 1.0, 4.5, 9.0), Collections.nCopies(23, 99.0).stream())
                .toList());
    }

    private static List<Figure> exactness(String name, KnownFunction function, int runs, int seeds, double worstGoal)
            throws InterruptedException {
        double worst = 0;
        double mean = 0;
        for (int seed = 0; seed < seeds; seed++) {
            SobolIndices.Figure found = found(function, runs, seed);
            worst = Math.max(worst, function.worst(found));
            mean += function.mean(found) / seeds;
        }
        return List.of(
                new Figure("sensitivity.%s.worst".formatted(name), worst, INDEX, worstGoal, seeds),
                new Figure("sensitivity.%s.mean".formatted(name), mean, INDEX, 0.003, seeds));
    }

    /** For comparison with other programs: {@code bench/compare/sobol_scipy.py}. */
    private static List<Figure> indicesOfIshigami() throws InterruptedException {
        return found(KnownFunction.ishigami(7, 0.1), ISHIGAMI_RUNS, 0).indices().stream()
                .flatMap(index -> Stream.of(
                        Figure.plain(
                                "sensitivity.ishigami.%s.first".formatted(index.factor()),
                                index.first().estimate(),
                                INDEX,
                                1),
                        Figure.plain(
                                "sensitivity.ishigami.%s.total".formatted(index.factor()),
                                index.total().estimate(),
                                INDEX,
                                1)))
                .toList();
    }

    private static Figure coverage() throws InterruptedException {
        KnownFunction ishigami = KnownFunction.ishigami(7, 0.1);
        double covered = 0;
        for (int seed = 0; seed < REPLICATIONS; seed++) {
            covered += ishigami.covered(found(ishigami, COVERAGE_RUNS, SEEDS + seed)) / REPLICATIONS;
        }
        return new Figure("sensitivity.coverage", PERCENT * covered, "%", 93, 97, REPLICATIONS);
    }

    private static SobolIndices.Figure found(KnownFunction function, int runs, long seed) throws InterruptedException {
        return new SobolSweep(function.model(), function.factors(), SobolSettings.usual(THREADS, seed))
                .upTo(runs)
                .figures()
                .getFirst();
    }

    private static List<Figure> plan(DemoPlans demo, PrintWriter err) throws InterruptedException {
        PlanResponse plan =
                PlanResponse.fixed(demo.scenario(), demo.problem(), demo.plans().getFirst());
        List<Input> inputs = Range.standIns().stream().map(Input::of).toList();
        new PlanSweep(plan, THREADS).tornado(Range.standIns(), Kpi.GROSS_MARGIN);
        var figures = new ArrayList<Figure>();
        figures.add(seconds(
                "sensitivity.tornado",
                1,
                () -> new PlanSweep(plan, THREADS).tornado(Range.standIns(), Kpi.GROSS_MARGIN)));
        err.println("… screening");
        DriverRun run = DriverRun.independent(DemoPlans.SEED, SHORT_RUNS, Mode.PLAN_FIXED, inputs);
        figures.add(
                seconds("sensitivity.morris", 2, () -> sweep(plan, run, THREADS).screening(TRAJECTORIES)));
        err.println("… Sobol");
        var found = new ArrayList<SobolIndices>();
        Figure two = seconds(
                "sensitivity.sobol.64",
                Double.POSITIVE_INFINITY,
                () -> found.add(sweep(plan, run, THREADS).all()));
        Figure one = seconds(
                "sensitivity.sobol.64.one-thread",
                Double.POSITIVE_INFINITY,
                () -> sweep(plan, run, 1).all());
        figures.add(two);
        figures.add(one);
        figures.add(Figure.atLeast("sensitivity.two-threads", one.value() / two.value(), "times", 1.8, 1));
        double aRun = two.value() / SHORT_RUNS;
        figures.add(new Figure("sensitivity.sobol.1024.projected", aRun * 1024, "s", 10, 1));
        figures.add(new Figure("sensitivity.sobol.4096.projected", aRun * 4096, "s", 40, 1));
        figures.add(Figure.plain(
                "sensitivity.sobol.64.widest",
                found.getFirst().figures().get(Kpi.GROSS_MARGIN.ordinal()).widest(),
                INDEX,
                1));
        return figures;
    }

    private static DriverSweep sweep(PlanResponse plan, DriverRun run, int threads) {
        return new DriverSweep(plan, run, threads, SweepProgress.SILENT);
    }

    /** Something that takes a while. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private static Figure seconds(String name, double atMost, Work work) throws InterruptedException {
        long start = System.nanoTime();
        work.run();
        return new Figure(name, (System.nanoTime() - start) / NANOS_A_SECOND, "s", atMost, 1);
    }
}
