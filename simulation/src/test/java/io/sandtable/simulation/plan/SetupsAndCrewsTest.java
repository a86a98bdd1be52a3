package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.model.Changeovers;
import io.sandtable.model.Money;
import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.evaluate.Account;
import io.sandtable.simulation.evaluate.Cause;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.Posting;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.MachineSpec;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.scenario.Setups;
import io.sandtable.simulation.why.Reason;
import io.sandtable.simulation.why.Why;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Set-ups that depend on the sequence and people who are few, two or three orders each, planned by hand. Day 0 is a Monday. */
class SetupsAndCrewsTest {
    private static final int H = 60;
    private static final String[] COLOURS = {"红", "绿", "白"};

    private static Plan construct(PlanningProblem problem) {
        Plan plan = new Planner(InstantSource.system()).construct(problem, Levers.today(), Weights.DELIVERY, "test");
        assertThat(Checker.check(problem, plan)).isEmpty();
        return plan;
    }

    /** All operations by their start. */
    private static List<Operation> operations(Plan plan) {
        var all = new ArrayList<Operation>();
        plan.lots().forEach(lot -> all.addAll(lot.operations()));
        all.sort(Comparator.comparingInt(Operation::start));
        return all;
    }

    private static Money posted(PlanningProblem problem, Plan plan, Cause.Event event) {
        return Evaluator.evaluate(problem, plan).ledger().postings().stream()
                .filter(p -> p.cause().event() == event && p.account() == Account.WORK_IN_PROCESS)
                .map(Posting::amount)
                .reduce(Money.of(Money.CNY, 0), Money::plus);
    }

    /** A painting line that is green today; white takes six hours whatever was before, anything else two. */
    private static ProblemBuilder paintShop() {
        return aProblem()
                .machine("涂装线", m -> m.roundTheClock().changedOver("绿", "*>白=360;*>*=120", COLOURS))
                .make("红壳", step -> step.on("涂装线", 1, "红"))
                .make("绿壳", step -> step.on("涂装线", 1, "绿"))
                .make("白壳", step -> step.on("涂装线", 1, "白"))
                .make("素壳", step -> step.on("涂装线", 1));
    }

    @Test
    void theFirstWork_isChangedOverToFromWhatTheMachineIsToday() {
        var red = construct(paintShop().demand("SO-1", "红壳", 22 * H, 0).build());
        var green = construct(paintShop().demand("SO-1", "绿壳", 22 * H, 0).build());

        assertThat(operations(red)).extracting(Operation::start).containsExactly(2 * H);
        assertThat(operations(red)).extracting(Operation::changeoverMinutes).containsExactly(2 * H);
        assertThat(operations(green)).extracting(Operation::start).containsExactly(2 * H);
        assertThat(operations(green)).extracting(Operation::changeoverMinutes).containsExactly(0);
    }

    @Test
    void whatIsPlacedBetweenTwoOthers_leavesRoomToChangeOverTwice() {
        // red until day 1, 0:00; then red again from day 1, 8:00: white fits between only with 6 + 2 hours besides its
        // own
        var problem = paintShop()
                .demand("SO-1", "红壳", 22 * H, 0)
                .demand("SO-2", "白壳", H, 4)
                .build();
        var plan = construct(problem);

        assertThat(operations(plan)).extracting(Operation::changeoverMinutes).containsExactly(2 * H, 6 * H);
        assertThat(operations(plan).getLast().start()).isEqualTo(5 * DAY - H);
    }

    @Test
    void workForWhichAnySetupWillDo_leavesTheMachineAsItIs() {
        var problem = paintShop()
                .demand("SO-1", "红壳", 10 * H, 0, d -> {})
                .demand("SO-2", "素壳", 12 * H, 0, d -> {})
                .demand("SO-3", "红壳", 24 * H, 1, d -> {})
                .build();
        var plan = construct(problem);

        assertThat(plan.deliveries())
                .allMatch(d -> d.minute() <= problem.demands().get(d.demand()).due());
        assertThat(operations(plan).stream()
                        .mapToInt(Operation::changeoverMinutes)
                        .sum())
                .isEqualTo(2 * H);
    }

    @Test
    void aSearch_putsWorkOfOneSetupTogether() {
        // in the sequence of their dates red, green, red, green they are changed over four times, 8 hours of the 48:
        // two orders are late
        var problem = paintShop()
                .demand("SO-1", "红壳", 10 * H, 1)
                .demand("SO-2", "绿壳", 10 * H, 1)
                .demand("SO-3", "红壳", 10 * H, 1)
                .demand("SO-4", "绿壳", 15 * H, 1)
                .build();
        var plan = new Planner(InstantSource.system())
                .plan(
                        problem,
                        Levers.today(),
                        Weights.DELIVERY,
                        "test",
                        PlannerSettings.DEFAULT.withSteps(2_000),
                        () -> false,
                        p -> {});

        assertThat(Checker.check(problem, plan)).isEmpty();
        assertThat(plan.deliveries()).allMatch(d -> d.minute() <= 2 * DAY);
        assertThat(operations(plan).stream()
                        .mapToInt(Operation::changeoverMinutes)
                        .sum())
                .isEqualTo(2 * H);
    }

    @Test
    void changingOver_isPaidForLikeSettingUp() {
        var problem = paintShop().demand("SO-1", "红壳", 22 * H, 0).build();
        var plan = construct(problem);

        // two hours at 60 CNY
        assertThat(posted(problem, plan, Cause.Event.SETUP_LABOUR)).isEqualTo(Money.of(Money.CNY, 120));
    }

    private static ProblemBuilder twoPresses(double people) {
        return aProblem()
                .machine("压机一", MachineSpec::roundTheClock)
                .machine("压机二", MachineSpec::roundTheClock)
                .crew("压铸班", people, crew -> {})
                .make("壳一", step -> step.by(1, "压铸班").on("压机一", 1))
                .make("壳二", step -> step.by(1, "压铸班").on("压机二", 1))
                .demand("SO-1", "壳一", 20 * H, 0)
                .demand("SO-2", "壳二", 20 * H, 0);
    }

    @Test
    void onePersonForTwoMachines_runsOneAfterTheOther_twoPeopleBoth() {
        var one = construct(twoPresses(1).build());
        var two = construct(twoPresses(2).build());

        assertThat(one.deliveries()).extracting(Plan.Delivery::minute).containsExactlyInAnyOrder(20 * H, 40 * H);
        assertThat(two.deliveries()).extracting(Plan.Delivery::minute).allMatch(minute -> minute <= DAY);
    }

    @Test
    void anOrderThatWaitsForPeople_saysSo() {
        var problem = twoPresses(1).build();
        var plan = construct(problem);

        var late = Why.explain(problem, plan);
        assertThat(late).hasSize(1);
        assertThat(late.getFirst().reasons()).extracting(Reason::kind).containsExactly(Reason.Kind.SKILL);
        assertThat(late.getFirst().reasons()).extracting(Reason::on).containsExactly("压铸班");
    }

    /** Two of the crew for one press and one for the other are three: there are two. */
    @Test
    void aCrewNeededTwice_isThereTwice() {
        var problem = aProblem()
                .machine("压机一", MachineSpec::roundTheClock)
                .machine("压机二", MachineSpec::roundTheClock)
                .crew("压铸班", 2, crew -> {})
                .make("壳一", step -> step.by(1, "压铸班").by(1, "压铸班").on("压机一", 1))
                .make("壳二", step -> step.by(1, "压铸班").on("压机二", 1))
                .demand("SO-1", "壳一", 20 * H, 0)
                .demand("SO-2", "壳二", 20 * H, 0)
                .build();

        assertThat(construct(problem).deliveries())
                .extracting(Plan.Delivery::minute)
                .containsExactlyInAnyOrder(20 * H, 40 * H);
    }

    @Test
    void whatIsQuickerByWayOfAnotherSetup_isDoneThatWay_evenToStayAsItIs() {
        Setups setups = Setups.of(List.of("红", "蓝", "白"), Changeovers.parse("红>红=30;红>蓝=5;蓝>红=5;蓝>白=7;*>*=90"), "红");

        assertThat(setups.minutes(0, 0)).isEqualTo(10);
        assertThat(setups.minutes(0, 2)).isEqualTo(12);
        assertThat(setups.minutes(2, 1)).isEqualTo(90);
        assertThat(Setups.of(List.of("红", "蓝", "白"), Changeovers.parse("*>*=2147483647"), "")
                        .minutes(0, 2))
                .isPositive();
    }

    /** The operation is done in the mornings; overtime in the evening is neither worked nor paid. */
    @Test
    void anOperationsOwnHours_areKept_andOvertimeOutsideThemIsNotPaid() {
        var problem = aProblem()
                .machine("压机", m -> m.shifts("MON-FRI 08:00-17:00").overtime("MON-FRI 17:00-20:00"))
                .make("壳", step -> step.within("MON-FRI 08:00-12:00").on("压机", 1))
                .demand("SO-1", "壳", 6 * H, 1)
                .build();
        Levers overtime = Levers.today().withOvertime(java.util.Set.of(0));
        Plan plan = new Planner(InstantSource.system()).construct(problem, overtime, Weights.DELIVERY, "test");

        assertThat(Checker.check(problem, plan)).isEmpty();
        assertThat(operations(plan)).extracting(Operation::start).containsExactly(10 * H);
        assertThat(operations(plan)).extracting(Operation::end).containsExactly(DAY + 12 * H);
        assertThat(posted(problem, plan, Cause.Event.OVERTIME)).isEqualTo(Money.of(Money.CNY, 0));
    }

    @Test
    void workRests_whileItsPeopleAreAway() {
        var problem = aProblem()
                .machine("压机", MachineSpec::roundTheClock)
                .crew("技师", 1, crew -> crew.shifts("MON-FRI 08:00-16:00"))
                .make("壳", step -> step.by(1, "技师").on("压机", 1))
                .demand("SO-1", "壳", 10 * H, 4)
                .build();
        var plan = construct(problem);

        // eight hours on Friday, the two before on Thursday from 14:00
        assertThat(operations(plan)).extracting(Operation::start).containsExactly(3 * DAY + 14 * H);
        assertThat(operations(plan)).extracting(Operation::end).containsExactly(4 * DAY + 16 * H);
    }

    @Test
    void whoHasTheSkill_doesIt_andEitherWillDoWhereBothHaveIt() {
        var problem = aProblem()
                .machine("铣床一", MachineSpec::roundTheClock)
                .machine("铣床二", MachineSpec::roundTheClock)
                .crew("老王", 1, crew -> {})
                .crew("小李", 1, crew -> {})
                .make("甲", step -> step.by(1, "老王").on("铣床一", 1))
                .make("乙", step -> step.by(1, "老王", "小李").on("铣床二", 1))
                .demand("SO-1", "甲", 20 * H, 0)
                .demand("SO-2", "乙", 20 * H, 0)
                .build();
        var plan = construct(problem);

        assertThat(plan.deliveries()).allMatch(d -> d.minute() <= DAY);
        assertThat(operations(plan)).extracting(Operation::crews).contains(List.of(0), List.of(1));
    }

    @Test
    void crew_isPaidByTheHour() {
        var problem = twoPresses(2).build();
        var plan = construct(problem);

        // 40 machine hours at 60 CNY and as many hours of the crew at 30
        assertThat(posted(problem, plan, Cause.Event.RUN_LABOUR)).isEqualTo(Money.of(Money.CNY, 3_600));
    }

    @Test
    void morePeopleThanThereAre_makeAnOrderShort_andTheOthersArePlanned() {
        var problem = aProblem()
                .machine("压机", MachineSpec::roundTheClock)
                .crew("压铸班", 2, crew -> {})
                .make("大壳", step -> step.by(3, "压铸班").on("压机", 1))
                .make("壳", step -> step.by(2, "压铸班").on("压机", 1))
                .demand("SO-1", "大壳", H, 1)
                .demand("SO-2", "壳", H, 1)
                .build();
        var plan = construct(problem);

        assertThat(plan.deliveries()).extracting(Plan.Delivery::demand).containsExactly(1);
    }
}
