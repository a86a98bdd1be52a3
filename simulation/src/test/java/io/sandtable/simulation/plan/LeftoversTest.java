package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.why.Reason;
import io.sandtable.simulation.why.Why;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lot sizes, what lots leave over and what comes out of them beside: two or three orders each, planned by hand. Day 0 is a Monday. */
class LeftoversTest {
    private static final int H = 60;
    private static final Planner PLANNER = new Planner(InstantSource.system());

    private static Plan construct(PlanningProblem problem) {
        return checked(problem, PLANNER.construct(problem, Levers.today(), Weights.DELIVERY, "test"));
    }

    private static Plan checked(PlanningProblem problem, Plan plan) {
        assertThat(Evaluator.evaluate(problem, plan).check(problem)).isEmpty();
        assertThat(Redispatch.of(problem, plan)).isEqualTo(plan);
        return plan;
    }

    private static List<Double> sizes(Plan plan) {
        return plan.lots().stream().map(Lot::quantity).toList();
    }

    private static List<Take> leftOver(Plan plan) {
        return plan.takes().stream().filter(t -> t.source() == Source.LOT).toList();
    }

    private static long yuan(PlanningProblem problem, Plan plan, Cause.Event event, Account account) {
        return Math.round(Evaluator.evaluate(problem, plan).ledger().postings().stream()
                .filter(p -> p.cause().event() == event && p.account() == account)
                .map(Posting::amount)
                .reduce(Money.of(Money.CNY, 0), Money::plus)
                .major()
                .doubleValue());
    }

    /** One press, round the clock, a minute for each piece: a pallet of 600 takes ten hours. */
    private static ProblemBuilder press(double minimum, double multiple, double maximum) {
        return aProblem()
                .item("壳体", i -> i.lots(minimum, multiple, maximum))
                .machine("压机", m -> m.roundTheClock())
                .make("壳体", step -> step.on("压机", 1));
    }

    @Test
    void whatALotLeavesOver_isUsedByTheNextOrder() {
        var problem = press(0, 600, Double.POSITIVE_INFINITY)
                .demand("SO-1", "壳体", 400, 2)
                .demand("SO-2", "壳体", 150, 4)
                .demand("SO-3", "壳体", 100, 6)
                .build();

        Plan plan = construct(problem);

        // 600 − 400 = 200; 200 − 150 = 50 are too few for 100: 50 more make another pallet
        assertThat(sizes(plan)).containsExactly(600.0, 600.0);
        assertThat(leftOver(plan))
                .extracting(Take::demand, Take::index, Take::quantity)
                .containsExactly(tuple(1, 0, 150.0), tuple(2, 0, 50.0));
    }

    @Test
    void withoutMultiples_everyOrderHasALotOfItsOwn() {
        var problem = press(0, 0, Double.POSITIVE_INFINITY)
                .demand("SO-1", "壳体", 400, 2)
                .demand("SO-2", "壳体", 150, 4)
                .build();

        Plan plan = construct(problem);

        assertThat(sizes(plan)).containsExactly(400.0, 150.0);
        assertThat(leftOver(plan)).isEmpty();
    }

    @Test
    void leftovers_areThereWhenTheirLotIsDone_andTheReasonSaysWhatItWaitedFor() {
        // both are due today: the pallet takes 40 hours, so both are a day late for the same reason
        var problem = press(0, 2400, Double.POSITIVE_INFINITY)
                .demand("SO-1", "壳体", 2000, 0)
                .demand("SO-2", "壳体", 300, 0)
                .build();

        Plan plan = construct(problem);

        assertThat(sizes(plan)).containsExactly(2400.0);
        assertThat(plan.deliveries())
                .extracting(Plan.Delivery::demand, Plan.Delivery::minute)
                .containsExactlyInAnyOrder(tuple(0, 40 * H), tuple(1, 40 * H));
        assertThat(Why.explain(problem, plan))
                .allSatisfy(e -> assertThat(e.reasons())
                        .extracting(Reason::kind)
                        .containsAnyOf(Reason.Kind.CAPACITY, Reason.Kind.PROCESS_LEAD_TIME));
    }

    @Test
    void leftoversOfAComponent_areUsedByAnotherProduct() {
        var problem = aProblem()
                .item("坯件", i -> i.lots(0, 1000, Double.POSITIVE_INFINITY))
                .machine("压机", m -> m.roundTheClock())
                .machine("装配", m -> m.roundTheClock())
                .make("坯件", step -> step.on("压机", 1))
                .make("前壳", step -> step.takes("坯件", 2).on("装配", 1))
                .make("后壳", step -> step.takes("坯件", 1).on("装配", 1))
                .demand("SO-1", "前壳", 300, 3)
                .demand("SO-2", "后壳", 400, 5)
                .build();

        Plan plan = construct(problem);

        // 2 × 300 of 1000 leave 400: just what the second product needs
        assertThat(plan.lots().stream()
                        .filter(l -> problem.items().get(l.item()).name().equals("坯件")))
                .extracting(Lot::quantity)
                .containsExactly(1000.0);
        assertThat(leftOver(plan)).extracting(Take::demand, Take::quantity).containsExactly(tuple(1, 400.0));
    }

    @Test
    void theMinimumLot_isMadeForLess_andTheMaximumLotIsNeverExceeded() {
        var problem = press(200, 0, 500)
                .demand("SO-1", "壳体", 120, 3)
                .demand("SO-2", "壳体", 1100, 9)
                .build();

        Plan plan = construct(problem);

        assertThat(plan.lots().stream().filter(l -> l.demand() == 0))
                .extracting(Lot::quantity)
                .containsExactly(200.0);
        // 1100 − 80 left over = 1020: three lots of 340
        assertThat(plan.lots().stream().filter(l -> l.demand() == 1))
                .extracting(Lot::quantity)
                .containsExactly(340.0, 340.0, 340.0);
    }

    @Test
    void componentsToo_areMadeInSeveralLots_whereOneMayNotBeSoLarge() {
        var problem = aProblem()
                .item("坯件", i -> i.lots(0, 100, 300))
                .machine("压机", m -> m.roundTheClock())
                .machine("装配", m -> m.roundTheClock())
                .make("坯件", step -> step.on("压机", 1))
                .make("壳体", step -> step.takes("坯件", 1).on("装配", 1))
                .demand("SO-1", "壳体", 650, 3)
                .build();

        Plan plan = construct(problem);

        assertThat(plan.lots().stream()
                        .filter(l -> problem.items().get(l.item()).name().equals("坯件")))
                .extracting(Lot::quantity)
                .containsExactly(300.0, 200.0, 200.0);
    }

    @Test
    void coproducts_meetOrders_andAreWorthTheirStandardCost() {
        // each sheet gives a shell and two brackets; the brackets would otherwise be bought for a week
        var problem = aProblem()
                .item("支架", i -> i.standardCost(3))
                .machine("压机", m -> m.roundTheClock())
                .offer("板材厂", "板材", o -> o.price(20).leadDays(1))
                .make("壳体", step -> step.takes("板材", 1).on("压机", 1).coproduct("支架", 2))
                .demand("SO-1", "壳体", 300, 3)
                .demand("SO-2", "支架", 500, 4)
                .build();

        Plan plan = construct(problem);

        assertThat(sizes(plan)).containsExactly(300.0);
        assertThat(leftOver(plan)).extracting(Take::demand, Take::quantity).containsExactly(tuple(1, 500.0));
        assertThat(plan.lastDelivery(1)).isNotNull();
        assertThat(yuan(problem, plan, Cause.Event.COPRODUCT, Account.INVENTORY))
                .isEqualTo(2 * 300 * 3);
        // sheet and five hours of the press, less 600 brackets at 3 CNY
        assertThat(yuan(problem, plan, Cause.Event.LOT_DONE, Account.INVENTORY)).isEqualTo(300 * 20 + 5 * 60 - 1800);
        assertThat(yuan(problem, plan, Cause.Event.COST_OF_SALE, Account.INVENTORY))
                .isEqualTo(-(300 * 20 + 5 * 60 - 1800 + 500 * 3));
    }

    @Test
    void anOrderForMoreThanComesOutBeside_isNotMetInFull() {
        var problem = aProblem()
                .machine("压机", m -> m.roundTheClock())
                .make("壳体", step -> step.on("压机", 1).coproduct("支架", 2))
                .demand("SO-1", "壳体", 300, 3)
                .demand("SO-2", "支架", 700, 4)
                .demand("SO-3", "支架", 700, 5, d -> d.partial(1))
                .build();

        Plan plan = construct(problem);

        assertThat(plan.lastDelivery(1)).isNull();
        assertThat(plan.deliveries().stream().filter(d -> d.demand() == 2).map(Plan.Delivery::quantity))
                .containsExactly(600.0);
    }

    @Test
    void partialDelivery_leavesToOthersWhatTheyWerePromised() {
        // lots of 60 at least: the second one of 30 leaves 30 for the other order, and none of it is shipped ahead
        var problem = aProblem()
                .item("壳体", i -> i.lots(60, 0, 60))
                .machine("压机", m -> m.roundTheClock())
                .make("壳体", step -> step.on("压机", 12))
                .demand("SO-1", "壳体", 90, 0, d -> d.partial(1))
                .demand("SO-2", "壳体", 30, 1)
                .build();

        Plan plan = construct(problem);

        assertThat(plan.lots().stream().mapToDouble(Lot::quantity).sum()).isEqualTo(120);
        assertThat(plan.deliveries().stream()
                        .mapToDouble(Plan.Delivery::quantity)
                        .sum())
                .isEqualTo(120);
    }

    @Test
    void leftoversThatLeaveInTwoDeliveries_areTakenOnce() {
        var problem = aProblem()
                .item("壳体", i -> i.lots(100, 0, Double.POSITIVE_INFINITY))
                .machine("压机", m -> m.roundTheClock())
                .make("壳体", step -> step.on("压机", 10))
                .demand("SO-1", "壳体", 60, 5)
                .demand("SO-2", "壳体", 130, 1, d -> d.partial(1))
                .build();

        Plan plan = construct(problem);

        // nothing is sold that was not made: all cost of sale comes out of lots
        assertThat(yuan(problem, plan, Cause.Event.UNCOVERED_DELIVERY, Account.COST_MATERIAL))
                .isZero();
    }

    @Test
    void whatAnItemNeedsOfItself_isNeverMadeForIt() {
        // regrind is fed back: it comes out of the trimming of what it goes into
        var problem = aProblem()
                .item("回料", i -> i.kilograms())
                .machine("注塑", m -> m.roundTheClock())
                .make("壳体", step -> step.takes("回料", 0.3).on("注塑", 1), step -> step.on("注塑", 1))
                .make("回料", step -> step.takes("回料", 3).on("注塑", 1))
                .stock("回料", 30)
                .demand("SO-1", "壳体", 90, 3)
                .demand("SO-2", "壳体", 90, 3)
                .build();

        Plan plan = construct(problem);

        assertThat(plan.deliveries()).hasSize(1);
    }

    @Test
    void movesTakeAlongWhoUsesWhatTheyLeaveOver() {
        ProblemBuilder builder = aProblem()
                .item("坯件", i -> i.lots(0, 300, 900))
                .machine("压机", m -> m.roundTheClock())
                .machine("装配", m -> m.roundTheClock())
                .make("坯件", step -> step.on("压机", 3))
                .make("前壳", step -> step.takes("坯件", 2).on("装配", 2))
                .make("后壳", step -> step.takes("坯件", 1).on("装配", 2));
        for (int i = 0; i < 24; i++) {
            builder.demand("SO-" + i, i % 2 == 0 ? "前壳" : "后壳", 40 + 35 * (i % 7), 1 + i / 3);
        }
        PlanningProblem problem = builder.build();
        var settings = new PlannerSettings(7, 1500, 1500, 1, Duration.ofMinutes(5));

        Plan plan = checked(
                problem,
                PLANNER.plan(problem, Levers.today(), Weights.DELIVERY, "test", settings, () -> false, p -> {}));

        assertThat(plan.deliveries()).hasSize(24);
        assertThat(leftOver(plan)).isNotEmpty();
        assertThat(plan.lots().stream()
                        .filter(l -> problem.items().get(l.item()).name().equals("坯件")))
                .allSatisfy(l -> assertThat(l.quantity() % 300).isZero());
    }
}
