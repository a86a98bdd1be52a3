package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.simulation.scenario.Intervention.Kind;
import io.sandtable.simulation.scenario.InterventionCompiler;
import io.sandtable.simulation.scenario.InterventionRefused;
import io.sandtable.simulation.scenario.InterventionRefused.Code;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person decides about single steps, and the plans worked out by hand. A lot of 100 takes 1,000 minutes on either press. */
class InterventionsTest {
    private static final Levers LEVERS = Levers.today().withOutsourcing().withSourcing(Levers.Sourcing.BEST);
    private static final String PRESSING = "壳体-0-1";

    /** The first press costs less an hour than the second, and the subcontractor less than both. */
    private static ProblemBuilder twoPresses() {
        return aProblem()
                .machine("压机一", m -> m.roundTheClock().rate(20))
                .machine("压机二", m -> m.roundTheClock().rate(40))
                .make("壳体", step -> step.on("压机一", 10).on("压机二", 10));
    }

    private static Plan plan(PlanningProblem problem) {
        Plan plan = new Planner(InstantSource.system()).construct(problem, LEVERS, Weights.DELIVERY, "test");
        assertThat(Checker.check(problem, plan).stream().filter(f -> f.kind() != Finding.Kind.RULE))
                .isEmpty();
        return plan;
    }

    private static PlanningProblem deciding(PlanningProblem problem, Intervention... interventions) {
        var compiler = new InterventionCompiler(problem);
        for (Intervention intervention : interventions) {
            compiler.add(intervention);
        }
        return compiler.problem();
    }

    private static Intervention pin(
            PlanningProblem problem, String order, int lot, String place, int minute, double quantity) {
        return new Intervention(
                "HND-" + order + "-" + lot,
                Kind.PIN,
                order,
                PRESSING,
                lot,
                place,
                null,
                problem.time(minute),
                quantity,
                "模具只有那天在",
                "王敏");
    }

    private static Intervention decide(Kind kind, String order, @Nullable String place) {
        return new Intervention("HND-1", kind, order, PRESSING, 0, place, null, null, 0, "试过才知道", "王敏");
    }

    private static Operation pressing(Plan plan, int demand) {
        return plan.lots().stream()
                .filter(lot -> lot.demand() == demand)
                .map(Lot::operations)
                .map(List::getFirst)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPinnedLot_beginsThenAndThere_andTheOthersGoAroundIt() {
        PlanningProblem free = twoPresses()
                .demand("SO-1", "壳体", 100, 1)
                .demand("SO-2", "壳体", 100, 1)
                .build();
        // both are due at the end of day 1, at minute 2,880: 1,000 minutes fit twice on the cheap press
        assertThat(List.of(
                        pressing(plan(free), 0).machine(),
                        pressing(plan(free), 1).machine()))
                .containsOnly(0);

        // 500 to 1,500 is neither room for a lot before it nor for another between it and 2,000
        PlanningProblem pinned = deciding(free, pin(free, "SO-2", 1, "压机一", 500, 100));
        Plan plan = plan(pinned);

        assertThat(pressing(plan, 1).start()).isEqualTo(500);
        assertThat(pressing(plan, 1).end()).isEqualTo(1500);
        assertThat(pressing(plan, 1).machine()).isEqualTo(0);
        assertThat(pressing(plan, 0).start()).isEqualTo(1880);
        assertThat(Evaluator.evaluate(pinned, plan).violations()).isEmpty();
        assertThat(Checker.check(pinned, plan)).isEmpty();
    }

    @Test
    void aPinBeforeThoseWhoAreDueEarlier_makesThemLate() {
        PlanningProblem free = aProblem()
                .machine("压机一", m -> m.roundTheClock())
                .make("壳体", step -> step.on("压机一", 10))
                .demand("SO-1", "壳体", 100, 0)
                .demand("SO-2", "壳体", 100, 9)
                .build();

        Plan plan = plan(deciding(free, pin(free, "SO-2", 1, "压机一", 300, 100)));

        // 0 to 300 is too short for SO-1; it has to wait until 1,300
        assertThat(pressing(plan, 1).start()).isEqualTo(300);
        assertThat(pressing(plan, 0).start()).isEqualTo(1300);
    }

    @Test
    void aStepMovedToAnotherMachine_isDoneThere() {
        PlanningProblem free = twoPresses()
                .demand("SO-1", "壳体", 100, 5)
                .demand("SO-2", "壳体", 100, 5)
                .build();

        Plan plan = plan(deciding(free, decide(Kind.PLACE, "SO-1", "压机二")));

        assertThat(pressing(plan, 0).machine()).isEqualTo(1);
        assertThat(pressing(plan, 1).machine()).isEqualTo(0);
    }

    @Test
    void aMachineToAvoid_isAvoidedByThatOrderAlone() {
        PlanningProblem free = twoPresses()
                .demand("SO-1", "壳体", 100, 5)
                .demand("SO-2", "壳体", 100, 5)
                .build();

        Plan plan = plan(deciding(free, decide(Kind.AVOID, "SO-2", "压机一")));

        assertThat(pressing(plan, 0).machine()).isEqualTo(0);
        assertThat(pressing(plan, 1).machine()).isEqualTo(1);
    }

    @Test
    void aStepToStayInTheHouse_isDoneThereThoughAnotherIsCheaper() {
        PlanningProblem free = aProblem()
                .machine("压机一", m -> m.roundTheClock().rate(600))
                .make("壳体", step -> step.on("压机一", 10).outsourcedTo("外协厂", 1, 2))
                .demand("SO-1", "壳体", 100, 5)
                .demand("SO-2", "壳体", 100, 5)
                .build();
        assertThat(pressing(plan(free), 0).subcontract()).isEqualTo(0);

        Plan plan = plan(deciding(free, decide(Kind.IN_HOUSE, "SO-1", null)));

        assertThat(pressing(plan, 0).machine()).isEqualTo(0);
        assertThat(pressing(plan, 1).subcontract()).isEqualTo(0);
    }

    @Test
    void aPinnedLot_keepsItsQuantityThoughThereIsStock() {
        PlanningProblem free = twoPresses()
                .stock("壳体", 60)
                .demand("SO-1", "壳体", 100, 5)
                .demand("SO-2", "壳体", 100, 9)
                .build();
        // due first, SO-1 gets the stock and makes 40
        assertThat(plan(free).lots().getFirst().quantity()).isEqualTo(40);

        Plan plan = plan(deciding(free, pin(free, "SO-1", 1, "压机一", DAY, 100)));

        assertThat(plan.lots()).extracting(Lot::quantity).containsExactly(100.0, 40.0);
        assertThat(pressing(plan, 0).start()).isEqualTo(DAY);
    }

    @Test
    void aPinThatItsMaterialCannotMeet_beginsWhenItCan_andIsMarked() {
        PlanningProblem free = aProblem()
                .item("铝锭", i -> i.kilograms())
                .machine("压机一", m -> m.roundTheClock())
                .offer("近铝", "铝锭", o -> o.leadDays(3))
                .make("壳体", step -> step.takes("铝锭", 1).on("压机一", 10))
                .demand("SO-1", "壳体", 100, 9)
                .build();
        PlanningProblem pinned = deciding(free, pin(free, "SO-1", 1, "压机一", 2 * DAY, 100));

        Plan plan = plan(pinned);

        // ordered today, the aluminium is there three days from now
        assertThat(pressing(plan, 0).start()).isEqualTo(3 * DAY);
        assertThat(Evaluator.evaluate(pinned, plan).violations())
                .singleElement()
                .satisfies(v -> {
                    assertThat(v.ruleText()).isEqualTo("模具只有那天在");
                    assertThat(v.where()).isEqualTo("SO-1");
                    assertThat(v.actual()).isEqualTo(DAY);
                    assertThat(v.unit()).isEqualTo("min");
                });
        assertThat(Checker.check(pinned, plan)).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Finding.Kind.RULE);
            assertThat(f.amount()).isEqualTo(DAY);
        });
    }

    @Test
    void anEarlierPlan_isCarriedOnAroundThePin() {
        PlanningProblem free = twoPresses()
                .demand("SO-1", "壳体", 100, 2)
                .demand("SO-2", "壳体", 100, 2)
                .demand("SO-3", "壳体", 100, 30)
                .build();
        Plan before = plan(free);
        PlanningProblem pinned = deciding(free, pin(free, "SO-1", 1, "压机二", 700, 100));

        Plan after = new Planner(InstantSource.system())
                .replan(
                        pinned,
                        LEVERS,
                        before,
                        Planner.Reach.RIPPLE,
                        Weights.DELIVERY,
                        new PlannerSettings(1, 50, 50, 1, java.time.Duration.ofMinutes(1)),
                        () -> false,
                        p -> {});

        assertThat(pressing(after, 0).machine()).isEqualTo(1);
        assertThat(pressing(after, 0).start()).isEqualTo(700);
        assertThat(pressing(after, 2)).isEqualTo(pressing(before, 2));
    }

    @Test
    void anUntouchedPlan_isAdoptedAsItIs() {
        PlanningProblem problem = twoPresses()
                .demand("SO-1", "壳体", 100, 2)
                .demand("SO-2", "壳体", 100, 2)
                .build();

        Adoption.Start start = new Adoption(new Shop(problem, LEVERS), plan(problem)).start();

        assertThat(start.affected().isEmpty()).isTrue();
    }

    @Test
    void aLimitedSuppliersWeeks_areAdoptedWhoeverTakesThem() {
        // the one that is listed first is due last: it must leave the first weeks to the other
        PlanningProblem problem = twoPresses()
                .offer("供应商", "铝板", o -> o.leadDays(0).capacityPerWeek(100))
                .make("盖", s -> s.process("冲盖").takes("铝板", 1).on("压机一", 1))
                .demand("SO-1", "盖", 100, 20)
                .demand("SO-2", "盖", 200, 10)
                .build();
        Plan before = plan(problem);

        Adoption.Start start = new Adoption(new Shop(problem, LEVERS), before).start();

        assertThat(before.deliveries())
                .hasSize(2)
                .allMatch(d -> d.minute() <= problem.demands().get(d.demand()).due());
        assertThat(start.affected().isEmpty()).isTrue();
    }

    @Test
    void whatNoPlanCouldKeep_isRefusedByName_andWhatCameBeforeStays() {
        PlanningProblem free = twoPresses()
                .demand("SO-1", "壳体", 100, 5)
                .demand("SO-2", "壳体", 100, 5)
                .build();
        var compiler = new InterventionCompiler(free);
        compiler.add(pin(free, "SO-1", 1, "压机一", 500, 100));

        refused(compiler, pin(free, "SO-9", 1, "压机一", 500, 100), Code.NO_SUCH_ORDER, "SO-9");
        refused(compiler, pin(free, "SO-2", 1, "车床", 500, 100), Code.NO_SUCH_PLACE, "压机一, 压机二");
        refused(compiler, pin(free, "SO-2", 1, "压机一", -1, 100), Code.IN_THE_PAST, "2026-11-23");
        refused(compiler, pin(free, "SO-2", 1, "压机一", 4000 * DAY, 100), Code.TOO_LATE, "2037");
        // SO-1 is there from 500 to 1,500
        refused(compiler, pin(free, "SO-2", 1, "压机一", 1499, 100), Code.OVERLAPS, "HND-SO-1-1");
        refused(compiler, pin(free, "SO-1", 1, "压机一", 600, 100), Code.CONTRADICTS, "HND-SO-1-1");
        refused(compiler, decide(Kind.PLACE, "SO-1", "压机二"), Code.CONTRADICTS, "HND-SO-1-1");
        refused(compiler, decide(Kind.PLACE, "SO-2", null), Code.INCOMPLETE, "place");
        refused(
                compiler,
                new Intervention("H", Kind.AVOID, "SO-2", "焊接", 0, "压机一", null, null, 0, "为什么", null),
                Code.NO_SUCH_STEP,
                PRESSING);
        refused(
                compiler,
                new Intervention("H", Kind.AVOID, "SO-2", PRESSING, 0, "压机一", "模具", null, 0, "为什么", null),
                Code.NO_SUCH_TOOL,
                "模具");
        refused(
                compiler,
                new Intervention("H", Kind.AVOID, "SO-2", PRESSING, 0, "压机一", null, null, 0, " ", null),
                Code.NO_REASON,
                "");

        compiler.add(pin(free, "SO-2", 1, "压机一", 1500, 100));
        Plan plan = plan(compiler.problem());

        assertThat(pressing(plan, 0).start()).isEqualTo(500);
        assertThat(pressing(plan, 1).start()).isEqualTo(1500);
    }

    private static void refused(InterventionCompiler compiler, Intervention intervention, Code code, String... named) {
        assertThatExceptionOfType(InterventionRefused.class)
                .isThrownBy(() -> compiler.add(intervention))
                .satisfies(r -> {
                    assertThat(r.code()).isEqualTo(code);
                    assertThat(String.join(" ", r.arguments())).contains(named);
                });
    }

    @Test
    void aStepThatMayBeDoneNowhere_isRefused() {
        PlanningProblem free = aProblem()
                .machine("压机一")
                .make("壳体", step -> step.on("压机一", 10))
                .demand("SO-1", "壳体", 100, 5)
                .build();

        refused(new InterventionCompiler(free), decide(Kind.AVOID, "SO-1", "压机一"), Code.NOWHERE_LEFT, PRESSING);
    }

    private static Plan searched(PlanningProblem problem) {
        Plan plan = new Planner(InstantSource.system())
                .plan(
                        problem,
                        LEVERS,
                        Weights.DELIVERY,
                        "test",
                        new PlannerSettings(1, 50, 50, 1, java.time.Duration.ofMinutes(1)),
                        () -> false,
                        p -> {});
        assertThat(Checker.check(problem, plan).stream().filter(f -> f.kind() != Finding.Kind.RULE))
                .isEmpty();
        return plan;
    }

    @Test
    void aPinThatCannotBeKept_givesItsTimeToOthers_alsoInTheSearch() {
        PlanningProblem free = aProblem()
                .item("铝锭", i -> i.kilograms())
                .machine("压机一", m -> m.roundTheClock())
                .offer("近铝", "铝锭", o -> o.leadDays(3))
                .make("壳体", step -> step.on("压机一", 10))
                .make("端盖", step -> step.takes("铝锭", 1).on("压机一", 10))
                .demand("SO-1", "壳体", 200, 1)
                .demand("SO-2", "端盖", 100, 9)
                .build();
        var late =
                new Intervention("HND-1", Kind.PIN, "SO-2", "端盖-1-1", 1, "压机一", null, free.time(DAY), 100, "来人看", "王敏");

        Plan plan = searched(deciding(free, late));

        // SO-1 takes 2,000 minutes and is due at minute 2,880: the pin from 1,440 on would be in its way, and its
        // material is there at 4,320
        assertThat(pressing(plan, 0).end()).isLessThanOrEqualTo(2 * DAY);
        assertThat(pressing(plan, 1).start()).isEqualTo(3 * DAY);
    }

    @Test
    void aPinOfMoreThanIsOrdered_makesNoMoreThanThat() {
        PlanningProblem free = twoPresses()
                .demand("SO-1", "壳体", 100, 2)
                .demand("SO-2", "壳体", 100, 0)
                .build();

        Plan plan = searched(deciding(free, pin(free, "SO-1", 1, "压机一", 1000, 300)));

        assertThat(plan.deliveries()).hasSize(2);
        assertThat(pressing(plan, 0).start()).isEqualTo(1000);
        assertThat(plan.lots().getFirst().quantity()).isEqualTo(100);
    }

    @Test
    void aPinOnARoutingThatCannotBe_losesNoOrder() {
        PlanningProblem free = aProblem()
                .item("没人卖的料", i -> {})
                .machine("压机一", m -> m.roundTheClock())
                .make("壳体", step -> step.on("压机一", 10))
                .make("壳体", step -> step.takes("没人卖的料", 1).on("压机一", 10))
                .demand("SO-1", "壳体", 100, 5)
                .build();
        var pin =
                new Intervention("HND-1", Kind.PIN, "SO-1", "壳体-1-1", 1, "压机一", null, free.time(DAY), 100, "试试", "王敏");

        Plan plan = plan(deciding(free, pin));

        assertThat(plan.deliveries()).hasSize(1);
        assertThat(Evaluator.evaluate(deciding(free, pin), plan).violations()).hasSize(1);
    }

    @Test
    void aPinnedLotOfWhatCouldBeBought_isMade() {
        PlanningProblem free = aProblem()
                .machine("压机一", m -> m.roundTheClock())
                .offer("同行", "壳体", o -> o.price(999).leadDays(1))
                .make("壳体", step -> step.on("压机一", 10))
                .demand("SO-1", "壳体", 100, 2)
                .demand("SO-2", "壳体", 100, 0)
                .build();

        Plan plan = plan(deciding(free, pin(free, "SO-1", 1, "压机一", 5 * DAY, 100)));

        assertThat(pressing(plan, 0).start()).isEqualTo(5 * DAY);
    }

    @Test
    void aStepSentOutByHand_goesOutThoughTheStrategyKeepsAllInside() {
        PlanningProblem free = aProblem()
                .machine("压机一", m -> m.roundTheClock().rate(1))
                .make("壳体", step -> step.on("压机一", 10).outsourcedTo("外协厂", 100, 2))
                .demand("SO-1", "壳体", 100, 5)
                .demand("SO-2", "壳体", 100, 5)
                .build();
        PlanningProblem problem = deciding(free, decide(Kind.PLACE, "SO-1", "外协厂"));

        Plan plan = new Planner(InstantSource.system()).construct(problem, Levers.today(), Weights.DELIVERY, "test");

        assertThat(pressing(plan, 0).subcontract()).isEqualTo(0);
        assertThat(pressing(plan, 1).machine()).isEqualTo(0);
    }

    @Test
    void decisionsThatTogetherLeaveNothing_orAreThereAlready_areRefused() {
        PlanningProblem free = twoPresses().demand("SO-1", "壳体", 100, 5).build();
        var compiler = new InterventionCompiler(free);
        compiler.add(decide(Kind.AVOID, "SO-1", "压机一"));

        refused(compiler, decide(Kind.AVOID, "SO-1", "压机一"), Code.CONTRADICTS, "HND-1");
        refused(
                compiler,
                new Intervention("HND-2", Kind.AVOID, "SO-1", PRESSING, 0, "压机二", null, null, 0, "也不行", null),
                Code.CONTRADICTS,
                "HND-1");
    }

    @Test
    void impossibleNumbers_areRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Intervention(
                        "H", Kind.PIN, "SO-1", PRESSING, Integer.MAX_VALUE, "压机一", null, null, 1, "为什么", null))
                .withMessageContaining("lot 2147483647");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Intervention(
                        "H", Kind.PIN, "SO-1", PRESSING, 1, "压机一", null, null, Double.NaN, "为什么", null))
                .withMessageContaining("NaN");
    }
}
