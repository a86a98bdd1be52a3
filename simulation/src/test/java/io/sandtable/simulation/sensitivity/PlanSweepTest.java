package io.sandtable.simulation.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.simulation.evaluate.OneProductShop;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.sensitivity.Tornado.Bar;
import io.sandtable.simulation.sensitivity.Tornado.Warning;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlanSweepTest {
    private static final PlanResponse.Resolving KEEP_TIMES = (problem, plan) -> plan;
    private static final List<Range> FOUR = List.of(
            Range.standIn(Dimension.FINANCE_RECEIVABLE),
            Range.standIn(Dimension.POLICY_CARBON),
            Range.standIn(Dimension.SALES_PRICE),
            Range.standIn(Dimension.POLICY_DUTY));

    /** Selling price, duty, carbon price and receivable days of the small shop, changed as the compiler would. */
    private static PlanningProblem compile(List<Change> changes) {
        var shop = new OneProductShop();
        for (Change change : changes) {
            switch (change.dimension()) {
                case SALES_PRICE -> shop.price = change.apply(shop.price);
                case POLICY_DUTY -> shop.duty = Math.max(0, change.apply(shop.duty));
                case POLICY_CARBON -> shop.carbonPrice = Math.max(0, change.apply(shop.carbonPrice));
                case PROCESS_YIELD -> shop.machineYield = (int) change.apply(shop.machineYield);
                case FINANCE_RECEIVABLE -> shop.customerTermDays = (int) change.apply(shop.customerTermDays);
                default -> throw new IllegalArgumentException(change.toString());
            }
        }
        return shop.problem();
    }

    private static PlanResponse response(PlanResponse.Resolving timing, Plan plan) {
        return PlanResponse.fixed(PlanSweepTest::compile, new OneProductShop().problem(), timing, plan);
    }

    private static PlanSweep sweep(int threads) {
        return new PlanSweep(response(KEEP_TIMES, OneProductShop.plan()), threads);
    }

    @Test
    void bars_standWidestFirstWithTheFiguresWorkedOutByHand() throws InterruptedException {
        Tornado tornado = sweep(2).tornado(FOUR, Kpi.GROSS_MARGIN);

        assertThat(tornado.kpi().id()).isEqualTo("grossMargin");
        assertThat(tornado.mode()).isEqualTo(Mode.PLAN_FIXED);
        assertThat(tornado.base()).isEqualTo(2130);
        // ±10 % of 4,900.00; 2 % duty on 2,000.00, none below zero; 55 kg at 20 CNY/t; when customers pay is not margin
        assertThat(tornado.bars())
                .containsExactly(
                        new Bar(FOUR.get(2), 1640, 2620),
                        new Bar(FOUR.get(3), 2130, 2090),
                        new Bar(FOUR.get(1), 2130, 2128.90),
                        new Bar(FOUR.get(0), 2130, 2130));
        assertThat(tornado.bars().getLast().width()).isZero();
        assertThat(tornado.warnings()).isEmpty();
    }

    @Test
    void result_isTheSameForEveryNumberOfThreads() throws InterruptedException {
        Tornado one = sweep(1).tornado(FOUR, Kpi.GROSS_MARGIN);

        assertThat(sweep(2).tornado(FOUR, Kpi.GROSS_MARGIN)).isEqualTo(one);
        assertThat(sweep(4).tornado(FOUR, Kpi.GROSS_MARGIN)).isEqualTo(one);
    }

    @Test
    void times_areFoundAgainForTheBaseAndForEveryEndThatMovesMoreThanMoney() throws InterruptedException {
        var asked = new AtomicInteger();
        var sweep = new PlanSweep(
                response(
                        (problem, plan) -> {
                            asked.incrementAndGet();
                            return plan;
                        },
                        OneProductShop.plan()),
                2);

        sweep.tornado(FOUR, Kpi.GROSS_MARGIN);
        assertThat(asked).hasValue(1);

        sweep.tornado(List.of(FOUR.get(2), Range.standIn(Dimension.PROCESS_YIELD)), Kpi.GROSS_MARGIN);
        assertThat(asked).hasValue(1 + 2);
    }

    @Test
    void figureThatNothingMoves_isSaidToBeConstant() throws InterruptedException {
        Tornado tornado = sweep(2).tornado(FOUR, Kpi.YIELD);

        assertThat(tornado.warnings()).containsExactly(new Warning(Warning.Code.CONSTANT_OUTPUT, ""));
    }

    @Test
    void figureThatIsNoNumber_standsFirstWithAWarning() throws InterruptedException {
        Plan plan = OneProductShop.plan();
        Plan.Lot lot = plan.lots().getFirst();
        var op = lot.operations().getFirst();
        var broken = new Plan.Operation(
                0, 0, 0, -1, op.quantityIn(), Double.POSITIVE_INFINITY, 60, 660, op.start(), op.end());
        PlanResponse.Resolving breaksOnYield = (problem, p) -> problem.routings()
                                .getFirst()
                                .steps()
                                .getFirst()
                                .machines()
                                .getFirst()
                                .yieldPercent()
                        > 98
                ? OneProductShop.plan(List.of(broken), plan.deliveries())
                : p;
        var sweep = new PlanSweep(response(breaksOnYield, plan), 1);

        Tornado tornado = sweep.tornado(List.of(FOUR.getFirst(), Range.standIn(Dimension.PROCESS_YIELD)), Kpi.YIELD);

        assertThat(tornado.bars().getFirst().range().dimension()).isEqualTo(Dimension.PROCESS_YIELD);
        assertThat(tornado.warnings()).contains(new Warning(Warning.Code.NOT_A_NUMBER, "process.yield"));
    }

    @Test
    void emptyRange_isSaidToTellNothing() throws InterruptedException {
        var empty = new Range(Dimension.SALES_PRICE, Set.of(), 0, 0, Range.Basis.EXPERT);

        Tornado tornado = sweep(1).tornado(List.of(empty, FOUR.get(3)), Kpi.GROSS_MARGIN);

        assertThat(tornado.warnings()).containsExactly(new Warning(Warning.Code.EMPTY_RANGE, "price.sales"));
    }

    @Test
    void rangeTurnedRound_isRefused() {
        assertThatThrownBy(() -> new Range(Dimension.SALES_PRICE, Set.of(), 5, -5, Range.Basis.EXPERT))
                .hasMessageContaining("price.sales")
                .hasMessageContaining("Swap them");
    }

    @Test
    void faultInARun_reachesTheCaller() {
        List<Range> unknown = List.of(Range.standIn(Dimension.TOOL_WEAR));

        assertThatThrownBy(() -> sweep(2).tornado(unknown, Kpi.GROSS_MARGIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TOOL_WEAR");
    }

    /** Margin 2,130.00 of 4,900.00 sales: 1 % of the price is 49.00; 1 % duty is 20.00; nothing is brought back by what is no margin. */
    @Test
    void whatItTakesToReachAFigure_isTheSmallestChangeOfEachInput() throws InterruptedException {
        List<Range> sensible = FOUR.stream()
                .map(Range::dimension)
                .map(Counterfactual::sensible)
                .toList();

        Counterfactual more = sweep(2).reach(sensible, Kpi.GROSS_MARGIN, 2_200);
        Counterfactual less = sweep(2).reach(sensible, Kpi.GROSS_MARGIN, 2_060);

        assertThat(more.now()).isEqualTo(2_130);
        assertThat(more.takes())
                .extracting(t -> t.range().dimension(), Counterfactual.Takes::change, Counterfactual.Takes::value)
                .containsExactly(
                        tuple(Dimension.SALES_PRICE, OptionalDouble.of(1.5), 2_203.5),
                        tuple(Dimension.POLICY_DUTY, OptionalDouble.empty(), 2_130.0),
                        tuple(Dimension.POLICY_CARBON, OptionalDouble.empty(), 2_130.0),
                        tuple(Dimension.FINANCE_RECEIVABLE, OptionalDouble.empty(), 2_130.0));
        assertThat(less.takes())
                .extracting(t -> t.range().dimension(), Counterfactual.Takes::change)
                .startsWith(
                        tuple(Dimension.SALES_PRICE, OptionalDouble.of(-1.5)),
                        tuple(Dimension.POLICY_DUTY, OptionalDouble.of(3.5)));
        assertThat(sweep(1).reach(sensible, Kpi.GROSS_MARGIN, 2_200)).isEqualTo(more);
    }

    @Test
    void figureThatGetsBetterBecauseAnOrderIsNotServed_isNoAnswer() throws InterruptedException {
        List<Range> yield = List.of(Counterfactual.sensible(Dimension.PROCESS_YIELD));
        Plan plan = OneProductShop.plan();
        var op = plan.lots().getFirst().operations().getFirst();
        // so short that it takes hardly any electricity
        var quick = List.of(
                new Plan.Operation(0, 0, 0, -1, op.quantityIn(), op.quantityOut(), 0, 60, op.start(), op.start() + 60));

        Counterfactual served =
                whereYieldMoves(OneProductShop.plan(quick, plan.deliveries())).reach(yield, Kpi.CARBON, 10);
        Counterfactual notServed =
                whereYieldMoves(OneProductShop.plan(quick, List.of())).reach(yield, Kpi.CARBON, 10);

        assertThat(served.now()).isGreaterThan(10);
        assertThat(served.takes().getFirst().change()).isPresent();
        assertThat(notServed.takes().getFirst().change()).isEmpty();
        assertThat(notServed.takes().getFirst().value()).isEqualTo(notServed.now());
    }

    private static PlanSweep whereYieldMoves(Plan then) {
        PlanResponse.Resolving retiming = (problem, plan) -> problem.routings()
                                .getFirst()
                                .steps()
                                .getFirst()
                                .machines()
                                .getFirst()
                                .yieldPercent()
                        != 98
                ? then
                : plan;
        return new PlanSweep(response(retiming, OneProductShop.plan()), 1);
    }

    @Test
    void figureThatIsThereAlready_takesNothing() throws InterruptedException {
        Counterfactual there =
                sweep(1).reach(List.of(Counterfactual.sensible(Dimension.SALES_PRICE)), Kpi.GROSS_MARGIN, 2_130);

        assertThat(there.isThere()).isTrue();
        assertThat(there.takes()).extracting(Counterfactual.Takes::change).containsExactly(OptionalDouble.of(0));
    }

    @Test
    void targetThatIsNoNumber_isRefused() {
        assertThatThrownBy(() -> sweep(1).reach(FOUR, Kpi.CASH_LOW, Double.NaN))
                .hasMessageContaining("cashLow")
                .hasMessageContaining("give a finite number in CNY");
    }

    @Test
    void spider_goesThroughEachRangeInEqualSteps() throws InterruptedException {
        Spider spider = sweep(2).spider(List.of(FOUR.get(2), FOUR.get(3)), Kpi.GROSS_MARGIN, 4);

        assertThat(spider.base()).isEqualTo(2_130);
        assertThat(spider.lines())
                .extracting(Spider.Line::values)
                .containsExactly(
                        List.of(1_640.0, 1_885.0, 2_130.0, 2_375.0, 2_620.0),
                        List.of(2_130.0, 2_130.0, 2_130.0, 2_110.0, 2_090.0));
        assertThatThrownBy(() -> sweep(1).spider(FOUR, Kpi.GROSS_MARGIN, 1)).hasMessageContaining("at least 2");
    }

    @Test
    void heatMap_movesBothInputsAtOnceAndSaysWhichRulesBreak() throws InterruptedException {
        HeatMap map = sweep(2).heatMap(FOUR.get(2), FOUR.get(3), Kpi.GROSS_MARGIN, 2);

        assertThat(map.base()).isEqualTo(2_130);
        assertThat(map.brokenToday()).isEmpty();
        assertThat(map.rows().getLast())
                .extracting(HeatMap.Cell::across, HeatMap.Cell::up, HeatMap.Cell::value)
                .containsExactly(tuple(-10.0, 2.0, 1_600.0), tuple(0.0, 2.0, 2_090.0), tuple(10.0, 2.0, 2_580.0));
        assertThat(map.rows().get(1).get(1).value()).isEqualTo(map.base());
        assertThatThrownBy(() -> sweep(1).heatMap(FOUR.get(2), FOUR.get(2), Kpi.GROSS_MARGIN, 2))
                .hasMessageContaining("two different inputs");
    }

    /** 1 % of the price is 49.00; the other plan's price is agreed at 52.00, so that it is 196.00 ahead until the first sells 4 % dearer. */
    @Test
    void breakEven_isWhereBothPlansComeToTheSame() throws InterruptedException {
        PlanResponse one = response(KEEP_TIMES, OneProductShop.plan());
        PlanResponse agreed = agreedAt(52);
        Range price = Counterfactual.sensible(Dimension.SALES_PRICE);

        List<BreakEven> found = BreakEven.between(
                one, agreed, List.of(price, Range.standIn(Dimension.POLICY_DUTY)), Kpi.GROSS_MARGIN, 2);

        assertThat(found).hasSize(1);
        BreakEven first = found.getFirst();
        assertThat(first.range()).isEqualTo(price);
        // of a margin in fen the last 0.0001 % can't be told
        assertThat(first.at()).isCloseTo(4, within(2e-4));
        assertThat(first.before()).isCloseTo(-0.01, within(1e-9));
        assertThat(first.after()).isZero();
        assertThat(ahead(one, agreed, price, first.at())).isEqualTo(first.after());
        assertThat(ahead(one, agreed, price, first.at() - BreakEven.EXACT)).isCloseTo(first.before(), within(1e-9));
    }

    @Test
    void breakEvenOfPlansThatNothingPartsIsToday_andOfPlansThatNeverMeetThereIsNone() throws InterruptedException {
        PlanResponse one = response(KEEP_TIMES, OneProductShop.plan());
        List<Range> price = List.of(Range.standIn(Dimension.SALES_PRICE));

        assertThat(BreakEven.between(one, one, price, Kpi.GROSS_MARGIN, 1))
                .extracting(BreakEven::at)
                .containsExactly(0.0);
        assertThat(BreakEven.between(one, agreedAt(80), price, Kpi.GROSS_MARGIN, 1))
                .isEmpty();
    }

    private static PlanResponse agreedAt(double price) {
        var shop = new OneProductShop();
        shop.price = price;
        return PlanResponse.fixed(changes -> shop.problem(), shop.problem(), KEEP_TIMES, OneProductShop.plan());
    }

    private static double ahead(PlanResponse one, PlanResponse other, Range range, double at) {
        return Kpi.GROSS_MARGIN.of(one.kpis(PlanSweep.moves(range, at)))
                - Kpi.GROSS_MARGIN.of(other.kpis(PlanSweep.moves(range, at)));
    }
}
