package io.sandtable.simulation.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.risk.Copula;
import io.sandtable.simulation.risk.Distribution.Normal;
import io.sandtable.simulation.risk.Distribution.Uniform;
import io.sandtable.simulation.risk.Input;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.scenario.SmallCompany;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.PlanResponse;
import io.sandtable.simulation.sensitivity.PlanSweep;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.simulation.sensitivity.global.Factor;
import io.sandtable.simulation.sensitivity.global.Morris;
import io.sandtable.simulation.sensitivity.global.SobolIndices;
import io.sandtable.simulation.sensitivity.global.SweepProgress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DriverSweepTest {
    private static final Scenario SCENARIO = SmallCompany.complete().scenario();
    private static final PlanningProblem PROBLEM = SCENARIO.compile();
    private static final Plan PLAN = construct(PROBLEM);

    private static Plan construct(PlanningProblem problem) {
        return new Planner(InstantSource.fixed(Instant.EPOCH))
                .construct(problem, Levers.today(), Weights.DELIVERY, "test");
    }

    private static PlanResponse fixed() {
        return PlanResponse.fixed(changes -> SCENARIO.with(changes).compile(), PROBLEM, PLAN);
    }

    private static Input uniform(Dimension dimension, double half) {
        return new Input(dimension, Set.of(), new Uniform(-half, half), Range.Basis.EXPERT, 0);
    }

    private static DriverSweep sweep(DriverRun run) {
        return new DriverSweep(fixed(), run, 2, SweepProgress.SILENT);
    }

    private static SobolIndices.Figure margin(SobolIndices found) {
        return found.figures().get(Kpi.GROSS_MARGIN.ordinal());
    }

    /** Revenue is the price alone; the margin moves with both by what one per cent of each is worth, and hardly together. */
    @Test
    void shares_areThoseOfTheSlopesWhereAFigureIsLinear() throws InterruptedException {
        DriverRun run = DriverRun.independent(
                7,
                128,
                Mode.PLAN_FIXED,
                List.of(uniform(Dimension.SALES_PRICE, 10), uniform(Dimension.PURCHASE_PRICE, 10)));

        SobolIndices found = sweep(run).all();
        Tornado slopes = new PlanSweep(fixed(), 2)
                .tornado(
                        List.of(Range.standIn(Dimension.SALES_PRICE), Range.standIn(Dimension.PURCHASE_PRICE)),
                        Kpi.GROSS_MARGIN);

        double sales = Math.pow(slopes.bars().get(0).width(), 2);
        double purchase = Math.pow(slopes.bars().get(1).width(), 2);
        assertThat(margin(found).indices().get(0).first().estimate())
                .isCloseTo(sales / (sales + purchase), within(0.005));
        assertThat(margin(found).indices().get(1).total().estimate())
                .isCloseTo(purchase / (sales + purchase), within(0.005));
        assertThat(found.figures()
                        .get(Kpi.REVENUE.ordinal())
                        .indices()
                        .get(0)
                        .total()
                        .estimate())
                .isCloseTo(1, within(1e-3));
    }

    @Test
    void dimensionThatTouchesNothing_isInsideTheNoise() throws InterruptedException {
        // no plan substitutes anything here
        DriverRun run = DriverRun.independent(
                7,
                128,
                Mode.PLAN_FIXED,
                List.of(
                        uniform(Dimension.SALES_PRICE, 10),
                        uniform(Dimension.SUBSTITUTE_COST, 10),
                        uniform(Dimension.PROCESS_CYCLE, 10)));
        DriverSweep sweep = sweep(run);

        SobolIndices.Figure margin = margin(sweep.all());
        List<Morris.Effect> effects = sweep.screening(4).effects().get(Kpi.GROSS_MARGIN.ordinal());

        assertThat(margin.isNoise(margin.indices().get(1))).isTrue();
        assertThat(margin.indices().get(1).total().estimate()).isCloseTo(0, within(1e-6));
        assertThat(margin.isNoise(margin.indices().get(0))).isFalse();
        assertThat(effects.get(1).muStar()).isZero();
        assertThat(effects.get(0).muStar()).isPositive();
    }

    @Test
    void inputsThatHangTogether_areOneFactor() throws InterruptedException {
        List<Input> inputs = List.of(
                new Input(Dimension.PURCHASE_PRICE, Set.of(), new Normal(0, 5), Range.Basis.HISTORY, 60),
                uniform(Dimension.SALES_PRICE, 10),
                new Input(Dimension.FINANCE_FX, Set.of(), new Normal(0, 3), Range.Basis.HISTORY, 60));
        var together = new Copula(List.of(List.of(1.0, 0.0, 0.8), List.of(0.0, 1.0, 0.0), List.of(0.8, 0.0, 1.0)));
        var run = new DriverRun(7, 64, Mode.PLAN_FIXED, inputs, together);

        assertThat(run.factors())
                .containsExactly(
                        new Factor("price.purchase+finance.fx", List.of(0, 2)), new Factor("price.sales", List.of(1)));
        assertThat(margin(sweep(run).all()).indices()).hasSize(2);
    }

    @Test
    void sweep_isTheSameBitForBitFromItsRecord() throws InterruptedException {
        DriverRun run = DriverRun.independent(
                99,
                32,
                Mode.PLAN_FIXED,
                List.of(uniform(Dimension.PROCESS_YIELD, 2), uniform(Dimension.DEMAND_TIMING, 5)));

        SobolIndices once = sweep(run).all();
        SobolIndices again = new DriverSweep(fixed(), run, 1, SweepProgress.SILENT).all();

        assertThat(again.toString()).isEqualTo(once.toString());
    }

    /** A dimension that moves another's facts has the other's bar, so that no bar hangs on a dimension's name. */
    @Test
    void shufflingWhichDimensionMovesWhichFact_permutesTheTornado() throws InterruptedException {
        // money among money, times among times: which of both a dimension is decides whether times are found again
        List<Dimension> money =
                List.of(Dimension.SALES_PRICE, Dimension.PURCHASE_PRICE, Dimension.LABOUR_RATE, Dimension.ENERGY_PRICE);
        List<Dimension> times = List.of(
                Dimension.PROCESS_CYCLE,
                Dimension.BOM_USAGE,
                Dimension.DEMAND_VOLUME,
                Dimension.ENERGY_INTENSITY,
                Dimension.SUPPLY_LEAD_TIME);
        var moves = new HashMap<Dimension, Dimension>();
        for (List<Dimension> group : List.of(money, times)) {
            for (int i = 0; i < group.size(); i++) {
                moves.put(group.get(i), group.get((i + 1) % group.size()));
            }
        }
        List<Range> ranges = moves.keySet().stream().map(Range::standIn).toList();

        Map<Dimension, List<Double>> plain = ends(fixed(), ranges);
        Map<Dimension, List<Double>> shuffled = ends(
                PlanResponse.fixed(
                        changes -> SCENARIO.with(changes.stream()
                                        .map(c -> new Change(
                                                moves.getOrDefault(c.dimension(), c.dimension()),
                                                c.scope(),
                                                c.form(),
                                                c.value(),
                                                null,
                                                null))
                                        .toList())
                                .compile(),
                        PROBLEM,
                        PLAN),
                ranges);

        assertThat(plain.values().stream().distinct()).hasSizeGreaterThanOrEqualTo(6);
        moves.forEach((dimension, moved) -> assertThat(shuffled.get(dimension)).isEqualTo(plain.get(moved)));
    }

    private static Map<Dimension, List<Double>> ends(PlanResponse response, List<Range> ranges)
            throws InterruptedException {
        return new PlanSweep(response, 2)
                .tornado(ranges, Kpi.GROSS_MARGIN).bars().stream()
                        .collect(Collectors.toMap(
                                bar -> bar.range().dimension(), bar -> List.of(bar.atLow(), bar.atHigh())));
    }

    @Test
    void planningAgain_decidesOtherwiseAlongTheAxis() throws InterruptedException {
        // the far supplier costs less abroad, until money abroad costs more
        var decided = new ArrayList<Map<Integer, Double>>();
        PlanResponse again = PlanResponse.replanned(
                changes -> SCENARIO.with(changes).compile(),
                PROBLEM,
                (problem, plan) -> {
                    Plan made = construct(problem);
                    synchronized (decided) {
                        decided.add(bought(made));
                    }
                    return made;
                },
                PLAN);

        Tornado tornado = new PlanSweep(again, 2)
                .tornado(
                        List.of(new Range(Dimension.DEMAND_VOLUME, Set.of(), -60, 200, Range.Basis.EXPERT)),
                        Kpi.GROSS_MARGIN);

        assertThat(tornado.mode()).isEqualTo(Mode.REPLAN);
        assertThat(Set.copyOf(decided)).hasSize(3);
    }

    private static Map<Integer, Double> bought(Plan plan) {
        return plan.purchases().stream()
                .collect(Collectors.groupingBy(Purchase::offer, Collectors.summingDouble(Purchase::quantity)));
    }

    @Test
    void inputThatMakesEveryPlanImpossible_isSaidAndHasNoIndices() throws InterruptedException {
        PlanResponse impossible = PlanResponse.fixed(
                changes -> {
                    throw new IllegalStateException("The plan could not be timed");
                },
                PROBLEM,
                PLAN);
        DriverRun run = DriverRun.independent(1, 64, Mode.PLAN_FIXED, List.of(uniform(Dimension.SALES_PRICE, 10)));

        SobolIndices found = new DriverSweep(impossible, run, 1, SweepProgress.SILENT).all();

        assertThat(margin(found).indices()).isEmpty();
        assertThat(margin(found).warnings())
                .extracting(SobolIndices.Warning::code)
                .containsExactly(SobolIndices.Warning.Code.MOSTLY_NOT_A_NUMBER);
    }

    @Test
    void modesThatDiffer_areRefused() {
        DriverRun run = DriverRun.independent(1, 64, Mode.REPLAN, List.of(uniform(Dimension.SALES_PRICE, 10)));

        assertThatThrownBy(() -> sweep(run)).hasMessageContaining("same mode");
    }
}
