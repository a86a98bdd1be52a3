package io.sandtable.simulation.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.rules.Condition;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Redispatch;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.risk.Distribution.Normal;
import io.sandtable.simulation.risk.Distribution.Uniform;
import io.sandtable.simulation.risk.MonteCarlo.Named;
import io.sandtable.simulation.risk.RiskResult.FigureRisk;
import io.sandtable.simulation.risk.RiskResult.PlanRisk;
import io.sandtable.simulation.risk.RiskWarning.Code;
import io.sandtable.simulation.scenario.ConfirmedCondition;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.scenario.SmallCompany;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.PlanResponse;
import io.sandtable.simulation.sensitivity.Range;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MonteCarloTest {
    private static final Scenario SCENARIO = SmallCompany.complete().scenario();
    private static final Plan PLAN = construct(SCENARIO.compile(), Levers.today());
    private static final Plan OUTSOURCED =
            construct(SCENARIO.compile(), Levers.today().withOutsourcing());
    private static final List<Input> MONEY = List.of(
            new Input(Dimension.SALES_PRICE, Set.of(), new Normal(0, 5), Range.Basis.HISTORY, 40),
            new Input(Dimension.PURCHASE_PRICE, Set.of(), new Uniform(-10, 10), Range.Basis.CONTRACT, 0));
    private static final List<Input> TIMES = List.of(
            Input.of(Range.standIn(Dimension.PROCESS_CYCLE)),
            new Input(Dimension.SUPPLY_LEAD_TIME, Set.of(), new Uniform(0, 400), Range.Basis.EXPERT, 0),
            new Input(Dimension.DEMAND_TIMING, Set.of(), new Uniform(-20, 5), Range.Basis.EXPERT, 0));

    private static Plan construct(PlanningProblem problem, Levers levers) {
        return new Planner(InstantSource.fixed(Instant.EPOCH)).construct(problem, levers, Weights.DELIVERY, "test");
    }

    private static MonteCarlo onThreads(int threads) {
        return new MonteCarlo(SCENARIO, (problem, plan) -> construct(problem, Levers.asIn(plan, problem)), threads);
    }

    private static RiskResult run(RiskRun run, Plan... plans) throws InterruptedException {
        return run(onThreads(2), run, plans);
    }

    private static RiskResult run(MonteCarlo monteCarlo, RiskRun run, Plan... plans) throws InterruptedException {
        var named = new ArrayList<Named>();
        for (Plan plan : plans) {
            named.add(new Named("plan" + named.size(), plan));
        }
        return monteCarlo.run(run, named, RiskListener.SILENT);
    }

    /** Revenue is 350 pieces at 300.00; it moves with the price alone, so its deviation is 5 %. */
    @Test
    void figures_haveTheDistributionOfTheirInputs() throws InterruptedException {
        PlanRisk risk = run(RiskRun.independent(1, 1_500, Mode.PLAN_FIXED, MONEY), PLAN)
                .plans()
                .getFirst();

        FigureRisk revenue = risk.figure(Kpi.REVENUE);
        Summary summary = revenue.summary();
        assertThat(summary.runs()).isEqualTo(1_500);
        assertThat(summary.deviation()).isCloseTo(revenue.today() * 0.05, within(revenue.today() * 0.003));
        assertThat(summary.p10().value())
                .isCloseTo(revenue.today() * (1 - 0.05 * 1.2816), within(revenue.today() * 0.006));
        assertThat(summary.cvar95().value())
                .isCloseTo(revenue.today() * (1 - 0.05 * 2.0627), within(revenue.today() * 0.008));
        assertThat(summary.mean().low()).isLessThan(revenue.today());
        assertThat(summary.mean().high()).isGreaterThan(revenue.today());
        assertThat(risk.cash()).isNotEmpty().allSatisfy(band -> {
            assertThat(band.p10()).isLessThanOrEqualTo(band.p50());
            assertThat(band.p50()).isLessThanOrEqualTo(band.p90());
        });
    }

    @Test
    void result_isTheSameForEveryNumberOfThreadsAndWhenRunAgainFromItsRecord() throws InterruptedException {
        List<Input> all = new ArrayList<>(MONEY);
        all.addAll(TIMES);
        var run = RiskRun.independent(77, 230, Mode.PLAN_FIXED, all);

        RiskResult one = run(onThreads(1), run, PLAN, OUTSOURCED);

        assertThat(run(onThreads(2), run, PLAN, OUTSOURCED)).isEqualTo(one);
        assertThat(RiskHash.of(run(onThreads(2), one.run(), PLAN, OUTSOURCED))).isEqualTo(RiskHash.of(one));
        assertThat(run(onThreads(4), one.run(), PLAN, OUTSOURCED)).isEqualTo(one);
        assertThat(RiskHash.canonicalText(one)).startsWith("sandtable-risk\t1\nrun\t77\t230\tplan-fixed\t");
        assertThat(run(new RiskRun(78, 230, Mode.PLAN_FIXED, all, run.copula()), PLAN, OUTSOURCED))
                .isNotEqualTo(one);
    }

    @Test
    void moreRuns_beginWithTheSameOnes() {
        Points.Source points =
                RiskRun.independent(5, 10, Mode.PLAN_FIXED, MONEY).points();
        Points.Source more =
                RiskRun.independent(5, 10_000, Mode.PLAN_FIXED, MONEY).points();

        assertThat(more.at(9)).isEqualTo(points.at(9));
        assertThat(more.at(9)).isNotEqualTo(more.at(10));
    }

    @Test
    void plans_seeTheSamePoints() throws InterruptedException {
        RiskResult result = run(RiskRun.independent(3, 300, Mode.PLAN_FIXED, MONEY), PLAN, PLAN, OUTSOURCED);

        assertThat(result.duels())
                .filteredOn(duel -> duel.plan().equals("plan0") && duel.than().equals("plan1"))
                .hasSize(Kpi.values().length)
                .allSatisfy(duel -> {
                    assertThat(duel.better().hits()).isZero();
                    assertThat(duel.worse().hits()).isZero();
                    assertThat(duel.difference().value()).isZero();
                });
        assertThat(result.duels())
                .filteredOn(duel -> duel.plan().equals("plan0") && duel.than().equals("plan2"))
                .allSatisfy(duel -> assertThat(duel.better().runs()).isEqualTo(300));
    }

    @Test
    void pointByPoint_isWhatTheScenarioWithAllChangesGives() {
        List<Input> all = new ArrayList<>(MONEY);
        all.addAll(TIMES);
        var model = new PlanModel(SCENARIO, all, List.of(PLAN), Mode.PLAN_FIXED, PlanResponse.Resolving.TIMED_AGAIN);
        double[] point = {3, -4, 8, 120, -7};
        Scenario moved = SCENARIO;
        for (int i = 0; i < point.length; i++) {
            moved = moved.with(all.get(i).at(point[i]));
        }
        PlanningProblem problem = moved.compile();

        PlanOutcome outcome = model.at(point).getFirst().orElseThrow();

        assertThat(outcome.kpis())
                .isEqualTo(Evaluator.evaluate(problem, Redispatch.drawingOnSafetyStock(problem, PLAN))
                        .kpis());
    }

    @Test
    void ordersAndRules_haveTheirChance() throws InterruptedException {
        RiskResult result = run(RiskRun.independent(9, 400, Mode.PLAN_FIXED, TIMES), PLAN);

        PlanRisk risk = result.plans().getFirst();
        assertThat(risk.orders()).isNotEmpty();
        assertThat(risk.orders()).anySatisfy(order -> {
            assertThat(order.missed().share()).isStrictlyBetween(0.0, 1.0);
            assertThat(order.missed().low()).isLessThan(order.missed().share());
            assertThat(order.missed().high()).isGreaterThan(order.missed().share());
        });
        assertThat(risk.orders()).extracting(o -> o.missed().hits()).isSortedAccordingTo((a, b) -> b - a);
        assertThat(risk.failed()).isZero();
    }

    /** A planner that solves again takes other choices where prices are other ones, and answers with its mode. */
    @Test
    void replanning_asksThePlannerAtEveryPoint() throws InterruptedException {
        var asked = new AtomicInteger();
        var monteCarlo = new MonteCarlo(
                SCENARIO,
                (problem, plan) -> {
                    asked.incrementAndGet();
                    return construct(problem, Levers.today());
                },
                2);

        RiskResult result = run(monteCarlo, RiskRun.independent(9, 30, Mode.REPLAN, TIMES), PLAN);

        assertThat(asked).hasValue(31);
        assertThat(result.run().mode()).isEqualTo(Mode.REPLAN);
        assertThat(result.warnings()).contains(new RiskWarning(Code.TOO_FEW_RUNS, ""));
    }

    @Test
    void whatIsFoundSoFar_isToldAfterAHundredAndEachDoubling() throws InterruptedException {
        var told = new ArrayList<RiskResult>();

        RiskResult end = onThreads(2)
                .run(RiskRun.independent(9, 450, Mode.PLAN_FIXED, MONEY), List.of(new Named("a", PLAN)), told::add);

        assertThat(told).extracting(RiskResult::done).containsExactly(100, 200, 400);
        assertThat(told).noneMatch(RiskResult::isComplete);
        assertThat(end.isComplete()).isTrue();
        assertThat(end.plans().getFirst().figure(Kpi.REVENUE).convergence())
                .extracting(RiskResult.Step::runs)
                .containsExactly(100, 200, 400, 450);
        assertThat(told.getFirst())
                .isEqualTo(partial(onThreads(1), told.getFirst().done(), end.run()));
    }

    private static RiskResult partial(MonteCarlo monteCarlo, int done, RiskRun run) throws InterruptedException {
        var told = new ArrayList<RiskResult>();
        monteCarlo.run(run, List.of(new Named("a", PLAN)), told::add);
        return told.stream().filter(r -> r.done() == done).findFirst().orElseThrow();
    }

    @Test
    void interrupting_cancels() throws InterruptedException {
        var cancelled = new AtomicInteger();
        var runner = new Thread(() -> {
            try {
                run(RiskRun.independent(9, 1_000_000, Mode.PLAN_FIXED, TIMES), PLAN);
            } catch (InterruptedException e) {
                cancelled.incrementAndGet();
            }
        });
        runner.start();
        Thread.sleep(300);

        runner.interrupt();
        runner.join(10_000);

        assertThat(cancelled).hasValue(1);
    }

    @Test
    void warnings_sayWhatCannotBeBelieved() throws InterruptedException {
        List<Input> standIn = List.of(Input.of(Range.standIn(Dimension.ENERGY_PRICE)));

        RiskResult few = run(RiskRun.independent(1, 20, Mode.PLAN_FIXED, standIn), PLAN);

        assertThat(few.warnings())
                .contains(
                        new RiskWarning(Code.TOO_FEW_RUNS, ""),
                        new RiskWarning(Code.STAND_IN, "energy.price"),
                        new RiskWarning(Code.CONSTANT_OUTPUT, "plan0/revenue"))
                .doesNotContain(new RiskWarning(Code.CONSTANT_OUTPUT, "plan0/grossMargin"));
    }

    @Test
    void runThatCannotBeTimed_isCountedAndLeftOut() throws InterruptedException {
        var monteCarlo = new MonteCarlo(
                SCENARIO,
                (problem, plan) -> {
                    if (problem.demands().getFirst().price() < 290) {
                        throw new IllegalStateException("not timed");
                    }
                    return plan;
                },
                2);

        RiskResult result = run(monteCarlo, RiskRun.independent(1, 300, Mode.REPLAN, MONEY), PLAN);

        PlanRisk risk = result.plans().getFirst();
        assertThat(risk.failed()).isBetween(30, 150);
        assertThat(risk.figure(Kpi.REVENUE).summary().runs()).isEqualTo(300 - risk.failed());
        assertThat(result.warnings()).contains(new RiskWarning(Code.RUN_FAILED, "plan0"));
    }

    /** A thousand million CNY at every day's end. */
    @Test
    void ruleThatEveryRunBreaks_isSaid() throws InterruptedException {
        var floor = new Condition.CashFloor(
                new Condition.Stance(Modality.MUST, 10),
                new Quantity(1_000_000_000, "CNY", Quantity.Form.SET),
                Window.ALWAYS);
        Scenario ruled = SCENARIO.confirming(List.of(new ConfirmedCondition("RUL-1", "", "CASH_FLOOR", floor, null)));
        var monteCarlo = new MonteCarlo(ruled, PlanResponse.Resolving.TIMED_AGAIN, 2);

        RiskResult result = run(monteCarlo, RiskRun.independent(1, 120, Mode.PLAN_FIXED, MONEY), PLAN);

        assertThat(result.warnings()).contains(new RiskWarning(Code.RULE_ALWAYS_BROKEN, "plan0/RUL-1"));
        assertThat(result.plans().getFirst().rules().getFirst().rule()).isEqualTo("RUL-1");
        assertThat(result.plans().getFirst().rules().getFirst().broken().share())
                .isEqualTo(1);
    }

    @Test
    void figureThatIsNoNumber_isCountedAndSaid() {
        var model = new PlanModel(SCENARIO, MONEY, List.of(PLAN), Mode.PLAN_FIXED, PlanResponse.Resolving.TIMED_AGAIN);
        PlanOutcome today = model.today().getFirst();
        var tally = new Tally(
                RiskRun.independent(1, 200, Mode.PLAN_FIXED, MONEY), model.base(), List.of("a"), List.of(today));
        for (int i = 0; i < 200; i++) {
            tally.add(List.of(Optional.of(i % 4 == 0 ? withoutYield(today) : today)));
        }

        RiskResult result = tally.result();

        assertThat(result.warnings()).contains(new RiskWarning(Code.NOT_A_NUMBER, "a/yieldPct"));
        assertThat(result.plans().getFirst().figure(Kpi.YIELD).summary().runs()).isEqualTo(150);
        assertThat(result.plans().getFirst().figure(Kpi.REVENUE).summary().runs())
                .isEqualTo(200);
    }

    private static PlanOutcome withoutYield(PlanOutcome outcome) {
        Kpis k = outcome.kpis();
        var without = new Kpis(
                k.revenue(),
                k.grossMargin(),
                k.grossMarginPct(),
                k.capex(),
                k.investment(),
                k.cashLow(),
                k.cashLowDate(),
                k.onTimePct(),
                k.lateOrders(),
                k.shortOrders(),
                Double.NaN,
                k.energyKwh(),
                k.carbonKg(),
                k.inventoryTurns(),
                k.risks(),
                k.depreciation(),
                k.penalties());
        return new PlanOutcome(
                without, outcome.broken(), outcome.must(), outcome.late(), outcome.missing(), outcome.weeklyCash());
    }

    /** The sum of two uniform numbers is a triangle: P10 at √0.2, P50 at 1, mean 1, the worst twentieth at 2/3 √0.1. */
    @Test
    void anyFunction_canBeSampled() throws InterruptedException {
        var points = Points.independent(4, List.of(new Uniform(0, 1), new Uniform(0, 1)));

        List<Double> one = Sampling.of(x -> x[0] + x[1], points.source(), 0, 20_000, 1);
        List<Double> four = Sampling.of(x -> x[0] + x[1], points.source(), 0, 20_000, 4);

        assertThat(four).isEqualTo(one);
        Summary summary = Summary.of(one.stream().mapToDouble(v -> v).toArray(), true);
        assertThat(summary.mean().value()).isCloseTo(1, within(0.01));
        assertThat(summary.p10().value()).isCloseTo(Math.sqrt(0.2), within(0.012));
        assertThat(summary.p50().value()).isCloseTo(1, within(0.012));
        assertThat(summary.cvar95().value()).isCloseTo(2.0 / 3 * Math.sqrt(0.1), within(0.012));
    }

    @Test
    void runsThatMakeNoSense_areRefused() {
        assertThatThrownBy(() -> RiskRun.independent(1, 0, Mode.PLAN_FIXED, MONEY))
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> RiskRun.independent(1, 10, Mode.PLAN_FIXED, List.of()))
                .hasMessageContaining("no uncertain input");
        assertThatThrownBy(
                        () -> RiskRun.independent(1, 10, Mode.PLAN_FIXED, List.of(MONEY.getFirst(), MONEY.getFirst())))
                .hasMessageContaining("price.sales stands twice");
        assertThatThrownBy(() -> new RiskRun(1, 10, Mode.PLAN_FIXED, MONEY, Copula.independent(2), "another"))
                .hasMessageContaining("Use the version of the record");
        assertThatThrownBy(() -> onThreads(0)).hasMessageContaining("at least 1");
    }
}
