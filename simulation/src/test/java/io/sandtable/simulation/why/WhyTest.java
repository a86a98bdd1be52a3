package io.sandtable.simulation.why;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.evaluate.OneProductShop;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.scenario.Restriction.MachineDown;
import io.sandtable.simulation.why.Reason.Kind;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Day 0 is a Monday; machines work around the clock unless a test says otherwise. */
class WhyTest {
    private static final int FOUR_DAYS = 4 * DAY;

    @Test
    void orderOnTime_needsNoExplanation() {
        assertThat(Why.explain(new OneProductShop().problem(), OneProductShop.plan()))
                .isEmpty();
    }

    @Test
    void machineTakenByAnotherOrder_isCapacityWithItsWindow() {
        PlanningProblem problem = press().make("壳", s -> s.process("冲压").on("压机", 1))
                .demand("单1", "壳", FOUR_DAYS, 3, d -> d.priority(1))
                .demand("单2", "壳", 60, 3, d -> d.priority(3))
                .build();

        Explanation why = onlyLate(problem, plan(problem));

        assertThat(why.demand()).isEqualTo(1);
        assertThat(why.isShort()).isFalse();
        assertThat(why.reasons()).containsExactly(new Reason(Kind.CAPACITY, "压机", 0, FOUR_DAYS, List.of("单1")));
    }

    @Test
    void stepDoneJustInTime_doesNotHideWhatTheNextOneWaitsFor() {
        PlanningProblem problem = press().machine("磨床", m -> m.roundTheClock())
                .make("盖", s -> s.process("磨盖").on("磨床", 1))
                .make(
                        "壳",
                        s -> s.process("冲压").on("压机", 1),
                        s -> s.process("磨壳").on("磨床", 1))
                .demand("单1", "盖", FOUR_DAYS, 3, d -> d.priority(1))
                .demand("单2", "壳", 60, 3, d -> d.priority(3))
                .build();
        Plan plan = plan(problem);

        List<Operation> steps = plan.lots().stream()
                .filter(lot -> lot.demand() == 1)
                .flatMap(lot -> lot.operations().stream())
                .toList();
        assertThat(steps.getFirst().end()).isEqualTo(steps.getLast().start());
        // pressed at once, it would lie there until the other one is ground
        assertThat(onlyLate(problem, plan).reasons())
                .containsExactly(new Reason(Kind.CAPACITY, "磨床", 60, FOUR_DAYS, List.of("单1")));
    }

    @Test
    void materialThatComesJustInTime_doesNotHideWhatItIsWantedFor() {
        PlanningProblem problem = press().offer("供应商", "铝板", o -> o.leadDays(1))
                .make("盖", s -> s.process("冲盖").on("压机", 1))
                .make("壳", s -> s.process("冲壳").takes("铝板", 1).on("压机", 1))
                .demand("单1", "盖", FOUR_DAYS, 3, d -> d.priority(1))
                .demand("单2", "壳", 60, 3, d -> d.priority(3))
                .build();
        Plan plan = plan(problem);

        assertThat(plan.purchases())
                .singleElement()
                .extracting(Purchase::ordered)
                .isEqualTo(3 * DAY);
        assertThat(onlyLate(problem, plan).reasons())
                .containsExactly(
                        new Reason(Kind.SUPPLIER_LEAD_TIME, "供应商", 0, DAY),
                        new Reason(Kind.CAPACITY, "压机", DAY, FOUR_DAYS, List.of("单1")));
    }

    @Test
    void materialThatCannotBeThereSooner_isTheSuppliersLeadTime() {
        PlanningProblem problem = press().offer("供应商", "铝板", o -> o.leadDays(10))
                .make("壳", s -> s.process("冲压").takes("铝板", 1).on("压机", 1))
                .demand("单1", "壳", 60, 7)
                .build();

        assertThat(onlyLate(problem, plan(problem)).binding())
                .isEqualTo(new Reason(Kind.SUPPLIER_LEAD_TIME, "供应商", 0, 10 * DAY));
    }

    @Test
    void toolMountedElsewhere_isTheTool() {
        PlanningProblem problem = press().machine("车床", m -> m.roundTheClock())
                .tool("模具", t -> {})
                .make("盖", s -> s.process("车").on("车床", 1).with("模具"))
                .make("壳", s -> s.process("冲压").on("压机", 1).with("模具"))
                .demand("单1", "盖", FOUR_DAYS, 3, d -> d.priority(1))
                .demand("单2", "壳", 60, 3, d -> d.priority(3))
                .build();

        assertThat(onlyLate(problem, plan(problem)).reasons())
                .containsExactly(new Reason(Kind.TOOL, "模具", 0, FOUR_DAYS, List.of("单1")));
    }

    @Test
    void machineThatDoesNotWork_isTheCalendar() {
        // there on Saturday
        PlanningProblem problem = aProblem()
                .machine("压机", "MON-FRI 08:00-20:00")
                .offer("供应商", "铝板", o -> o.leadDays(5))
                .make("壳", s -> s.process("冲压").takes("铝板", 1).on("压机", 1))
                .demand("单1", "壳", 60, 4)
                .build();

        assertThat(onlyLate(problem, plan(problem)).reasons())
                .contains(new Reason(Kind.CALENDAR, "压机", 5 * DAY, 7 * DAY + 8 * 60));
    }

    @Test
    void machineThatARuleCloses_isTheRule() {
        PlanningProblem problem = press().make("壳", s -> s.process("冲压").on("压机", 1))
                .demand("单1", "壳", 60, 1)
                .must("检修", p -> new MachineDown(p.machineIndex("压机"), 0, FOUR_DAYS))
                .build();

        assertThat(onlyLate(problem, plan(problem)).reasons())
                .containsExactly(new Reason(Kind.RULE, "检修", 0, FOUR_DAYS));
    }

    @Test
    void whatWaitedForNothing_isItsLongestStep() {
        PlanningProblem problem = press().machine("磨床", m -> m.roundTheClock())
                .make(
                        "壳",
                        s -> s.process("冲压").on("压机", 1).thenWait(5 * DAY),
                        s -> s.process("磨").on("磨床", 0.5))
                .demand("单1", "壳", 60, 0)
                .build();

        assertThat(onlyLate(problem, plan(problem)).reasons())
                .containsExactly(new Reason(Kind.PROCESS_LEAD_TIME, "冲压", 0, 60));
    }

    @Test
    void subcontractedStep_isItsLeadTime() {
        PlanningProblem problem = aProblem()
                .make("壳", s -> s.process("氧化").outsourcedTo("外协厂", 5, 3))
                .demand("单1", "壳", 60, 1)
                .build();

        assertThat(onlyLate(problem, plan(problem)).reasons())
                .containsExactly(new Reason(Kind.PROCESS_LEAD_TIME, "氧化", 0, 3 * DAY));
    }

    @Test
    void orderDueBeforeTheAsOfDay_isOverdueFirst() {
        var shop = new OneProductShop();
        shop.due = -2 * OneProductShop.DAY;

        Explanation why = Why.explain(shop.problem(), OneProductShop.plan()).getFirst();

        assertThat(why.reasons().getFirst()).isEqualTo(new Reason(Kind.OVERDUE, "SO-1", -2 * OneProductShop.DAY, 0));
    }

    @Test
    void orderNeverDelivered_isShortForWantOfTheBusiestMachine() {
        PlanningProblem problem = new OneProductShop().problem();

        Explanation why = Why.explain(problem, OneProductShop.nothing()).getFirst();

        assertThat(why.isShort()).isTrue();
        assertThat(why.reasons()).containsExactly(new Reason(Kind.CAPACITY, "EQP-M1", 0, problem.horizonMinutes()));
    }

    private static ProblemBuilder press() {
        return aProblem().machine("压机", m -> m.roundTheClock());
    }

    private static Plan plan(PlanningProblem problem) {
        return new Planner(InstantSource.system())
                .construct(problem, Levers.today().withOutsourcing(), Weights.DELIVERY, "test");
    }

    private static Explanation onlyLate(PlanningProblem problem, Plan plan) {
        List<Explanation> late = Why.explain(problem, plan);
        assertThat(late).hasSize(1);
        return late.getFirst();
    }
}
