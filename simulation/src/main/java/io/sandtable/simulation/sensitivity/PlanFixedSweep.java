package io.sandtable.simulation.sensitivity;

import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.sensitivity.Tornado.Bar;
import io.sandtable.simulation.sensitivity.Tornado.Warning;
import io.sandtable.simulation.sensitivity.global.InParallel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Moves one dimension after the other while the plan's choices and sequence stay: compiles the changed problem, finds the times again
 * where the dimension moves more than money, and sums the figures. The result does not depend on the number of threads.
 */
public final class PlanFixedSweep {
    static final String MODE = "plan-fixed";

    private final Function<Change, PlanningProblem> compile;
    private final PlanningProblem base;
    private final Retiming retiming;
    private final int threads;

    /** Finds the times of a plan again when its problem has changed; choices and sequence stay. */
    @FunctionalInterface
    public interface Retiming {
        Plan retime(PlanningProblem problem, Plan plan);
    }

    /**
     * A sweep around a problem.
     *
     * @param compile the same problem with one more change
     * @param threads that work at once; the result is the same for every number
     */
    public PlanFixedSweep(
            Function<Change, PlanningProblem> compile, PlanningProblem base, Retiming retiming, int threads) {
        this.compile = compile;
        this.base = base;
        this.retiming = retiming;
        this.threads = threads;
    }

    /** The tornado of gross margin. */
    public Tornado run(Plan plan, List<Range> ranges) throws InterruptedException {
        return run(plan, ranges, Kpi.GROSS_MARGIN);
    }

    /** The tornado of any figure; interrupting the calling thread cancels it. */
    public Tornado run(Plan plan, List<Range> ranges, Kpi kpi) throws InterruptedException {
        Plan timed = retiming.retime(base, plan);
        Kpis today = Evaluator.kpis(base, timed);
        double unchanged = kpi.of(today);
        var tasks = new ArrayList<Callable<Double>>();
        for (Range range : ranges) {
            tasks.add(() -> kpi.of(at(range, range.low(), plan, timed, today)));
            tasks.add(() -> kpi.of(at(range, range.high(), plan, timed, today)));
        }
        List<Double> values = InParallel.of(threads, tasks);
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < ranges.size(); i++) {
            bars.add(new Bar(ranges.get(i), values.get(2 * i), values.get(2 * i + 1)));
        }
        List<Warning> warnings = warnings(bars, unchanged);
        bars.sort(Comparator.comparingDouble(Bar::width)
                .reversed()
                .thenComparing(b -> b.range().dimension())
                .thenComparing(b ->
                        String.join(",", b.range().scope().stream().sorted().toList())));
        return new Tornado(kpi, MODE, unchanged, bars, warnings);
    }

    /**
     * What it would take for a figure to come to another value: of each dimension the smallest change within its range. A figure is not made better by
     * serving fewer: with a change that leaves more orders late or short than now it does not count.
     *
     * @param ranges such as {@link Counterfactual#sensible}
     */
    public Counterfactual reach(Plan plan, List<Range> ranges, Kpi kpi, double target) throws InterruptedException {
        if (!Double.isFinite(target)) {
            throw new IllegalArgumentException(
                    "%s was to come to %s; give a finite number in %s.".formatted(kpi.id(), target, kpi.unit()));
        }
        Plan timed = retiming.retime(base, plan);
        Kpis today = Evaluator.kpis(base, timed);
        double unchanged = kpi.of(today);
        boolean better = kpi.isBetter(target, unchanged);
        var tasks = new ArrayList<Callable<Counterfactual.Takes>>();
        for (Range range : ranges) {
            tasks.add(() -> {
                // divided, because a tenth has no exact double
                double perUnit = Counterfactual.stepsPerUnit(range.dimension());
                var crossing = new Crossing(
                        steps -> {
                            Kpis then = at(range, steps / perUnit, plan, timed, today);
                            return better && then.missedOrders() > today.missedOrders() ? Double.NaN : kpi.of(then);
                        },
                        target,
                        unchanged);
                Crossing.Found found = crossing.nearest(
                        (int) Math.ceil(range.low() * perUnit), (int) Math.floor(range.high() * perUnit));
                return new Counterfactual.Takes(
                        range,
                        found.reached() ? OptionalDouble.of(found.point().steps() / perUnit) : OptionalDouble.empty(),
                        found.point().value());
            });
        }
        return new Counterfactual(kpi, unchanged, target, InParallel.of(threads, tasks));
    }

    /** @param timed the plan's times with nothing changed, {@code today} its figures */
    private Kpis at(Range range, double at, Plan plan, Plan timed, Kpis today) {
        if (at == 0) {
            return today;
        }
        PlanningProblem changed = compile.apply(range.at(at));
        return Evaluator.kpis(changed, range.dimension().isMoneyOnly() ? timed : retiming.retime(changed, plan));
    }

    private static List<Warning> warnings(List<Bar> bars, double unchanged) {
        var warnings = new ArrayList<Warning>();
        for (Bar bar : bars) {
            String dimension = bar.range().dimension().id();
            if (!Double.isFinite(bar.atLow()) || !Double.isFinite(bar.atHigh())) {
                warnings.add(new Warning(Warning.Code.NOT_A_NUMBER, dimension));
            }
            if (bar.range().low() == bar.range().high()) {
                warnings.add(new Warning(Warning.Code.EMPTY_RANGE, dimension));
            }
        }
        if (!bars.isEmpty() && bars.stream().allMatch(b -> b.atLow() == unchanged && b.atHigh() == unchanged)) {
            warnings.add(new Warning(Warning.Code.CONSTANT_OUTPUT, ""));
        }
        return warnings;
    }
}
