package io.sandtable.simulation.sensitivity;

import io.sandtable.simulation.evaluate.Judged;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.sensitivity.HeatMap.Cell;
import io.sandtable.simulation.sensitivity.Spider.Line;
import io.sandtable.simulation.sensitivity.Tornado.Bar;
import io.sandtable.simulation.sensitivity.Tornado.Warning;
import io.sandtable.simulation.sensitivity.global.InParallel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Moves one or two inputs of a plan, the rest unchanged. No result depends on the number of threads; interrupting the calling thread cancels.
 */
public final class PlanSweep {
    private static final Comparator<Bar> WIDEST_FIRST = Comparator.comparingDouble(Bar::width)
            .reversed()
            .thenComparing(b -> b.range().dimension())
            .thenComparing(
                    b -> String.join(",", b.range().scope().stream().sorted().toList()));

    private final PlanResponse response;
    private final int threads;

    /** @param threads that work at once */
    public PlanSweep(PlanResponse response, int threads) {
        this.response = response;
        this.threads = threads;
    }

    /** The tornado of a figure: each input at both ends of its range. */
    public Tornado tornado(List<Range> ranges, Kpi kpi) throws InterruptedException {
        double unchanged = kpi.of(response.kpis(List.of()));
        List<Double> values = InParallel.of(
                threads,
                ranges.stream()
                        .flatMap(range -> Stream.of(range.low(), range.high())
                                .<Callable<Double>>map(end -> () -> kpi.of(response.kpis(moves(range, end)))))
                        .toList());
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < ranges.size(); i++) {
            bars.add(new Bar(ranges.get(i), values.get(2 * i), values.get(2 * i + 1)));
        }
        List<Warning> warnings = warnings(bars, unchanged);
        bars.sort(WIDEST_FIRST);
        return new Tornado(kpi, response.mode(), unchanged, bars, warnings);
    }

    /**
     * The spider of a figure: each input all the way through its range.
     *
     * @param steps of equal length from the low end to the high one, 2 or more
     */
    public Spider spider(List<Range> ranges, Kpi kpi, int steps) throws InterruptedException {
        double unchanged = kpi.of(response.kpis(List.of()));
        List<Double> values = InParallel.of(
                threads,
                ranges.stream()
                        .flatMap(range -> range.grid(steps).stream()
                                .<Callable<Double>>map(at -> () -> kpi.of(response.kpis(moves(range, at)))))
                        .toList());
        int points = steps + 1;
        return new Spider(
                kpi,
                response.mode(),
                unchanged,
                IntStream.range(0, ranges.size())
                        .mapToObj(i -> new Line(ranges.get(i), values.subList(i * points, (i + 1) * points)))
                        .toList());
    }

    /**
     * A figure over two inputs, with the rules that break.
     *
     * @param across and {@code up} two different inputs
     * @param steps of equal length each way, 2 or more
     */
    public HeatMap heatMap(Range across, Range up, Kpi kpi, int steps) throws InterruptedException {
        if (across.dimension() == up.dimension() && across.scope().equals(up.scope())) {
            throw new IllegalArgumentException("Both sides of the map are %s; name two different inputs."
                    .formatted(across.dimension().id()));
        }
        Judged today = response.judged(List.of());
        List<List<Cell>> rows = new ArrayList<>();
        var tasks = new ArrayList<Callable<Cell>>();
        for (double y : up.grid(steps)) {
            for (double x : across.grid(steps)) {
                tasks.add(() -> {
                    List<Change> both = Stream.concat(moves(across, x).stream(), moves(up, y).stream())
                            .toList();
                    Judged there = response.judged(both);
                    return new Cell(x, y, kpi.of(there.kpis()), broken(there));
                });
            }
        }
        List<Cell> cells = InParallel.of(threads, tasks);
        for (int row = 0; row <= steps; row++) {
            rows.add(cells.subList(row * (steps + 1), (row + 1) * (steps + 1)));
        }
        return new HeatMap(kpi, response.mode(), across, up, kpi.of(today.kpis()), broken(today), rows);
    }

    private static List<String> broken(Judged judged) {
        return judged.violations().stream()
                .filter(Violation::must)
                .map(Violation::ruleId)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What it would take for a figure to come to another value: of each dimension the smallest change within its range. A figure is not made better by
     * serving fewer: with a change that leaves more orders late or short than now it does not count.
     *
     * @param ranges such as {@link Counterfactual#sensible}
     */
    public Counterfactual reach(List<Range> ranges, Kpi kpi, double target) throws InterruptedException {
        if (!Double.isFinite(target)) {
            throw new IllegalArgumentException(
                    "%s was to come to %s; give a finite number in %s.".formatted(kpi.id(), target, kpi.unit()));
        }
        Kpis today = response.kpis(List.of());
        double unchanged = kpi.of(today);
        boolean better = kpi.isBetter(target, unchanged);
        var tasks = new ArrayList<Callable<Counterfactual.Takes>>();
        for (Range range : ranges) {
            tasks.add(() -> {
                // divided, because a tenth has no exact double
                double perUnit = Counterfactual.stepsPerUnit(range.dimension());
                var crossing = new Crossing(
                        steps -> {
                            Kpis then = response.kpis(moves(range, steps / perUnit));
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

    /** The change of a range's input to a value; none where it stays as it is. */
    static List<Change> moves(Range range, double at) {
        return at == 0 ? List.of() : List.of(range.at(at));
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
