package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.check.PlanEdits;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lots that go on in parts, planned by hand. Day 0 is a Monday. */
class TransferLotsTest {
    private static final int H = 60;
    /** So that all is done as early as can be. */
    private static final int OVERDUE = -1;

    private static final Planner PLANNER = new Planner(InstantSource.system());

    private static PlanningProblem twoSteps(double transfer, double press, int setup, double mill, int dueDay) {
        return aProblem()
                .machine("压机", m -> m.roundTheClock())
                .machine("铣床", m -> m.roundTheClock())
                .make(
                        "壳体",
                        step -> step.inTransferLots(transfer).on("压机", press, setup, 100),
                        step -> step.on("铣床", mill))
                .demand("SO-1", "壳体", 600, dueDay)
                .build();
    }

    private static List<Operation> operations(PlanningProblem problem) {
        Plan plan = PLANNER.construct(problem, Levers.today(), Weights.DELIVERY, "test");
        assertThat(Checker.check(problem, plan)).isEmpty();
        assertThat(Redispatch.of(problem, plan)).isEqualTo(plan);
        return plan.lots().getFirst().operations();
    }

    @Test
    void wholeLots_waitForAllOfTheStepBefore() {
        assertThat(operations(twoSteps(0, 1, 30, 2, OVERDUE)))
                .extracting(Operation::start, Operation::end)
                .containsExactly(tuple(0, 630), tuple(630, 630 + 1200));
    }

    @Test
    void slowerNextStep_beginsWithTheFirstTransferLot() {
        // half an hour of set-up and 100 pieces of a minute; then two minutes a piece without a break
        assertThat(operations(twoSteps(100, 1, 30, 2, OVERDUE)))
                .extracting(Operation::start, Operation::end)
                .containsExactly(tuple(0, 630), tuple(130, 130 + 1200));
    }

    @Test
    void fasterNextStep_beginsSoLateThatItNeverWaits() {
        // the press is done at 1200; the last 100 pieces then take 50 minutes: 1250, and 300 minutes of work before
        assertThat(operations(twoSteps(100, 2, 0, 0.5, OVERDUE)))
                .extracting(Operation::start, Operation::end)
                .containsExactly(tuple(0, 1200), tuple(950, 1250));
    }

    @Test
    void whatTakesTheSameTimeForAll_beginsWhenAllIsThere() {
        // dried for an hour, however much it is: by the oven's hour of the last piece
        var problem = aProblem()
                .machine("压机", m -> m.roundTheClock())
                .machine("烘箱", m -> m.roundTheClock())
                .make("壳体", step -> step.inTransferLots(10).on("压机", 1), step -> step.on("烘箱", 0, H, 100))
                .demand("SO-1", "壳体", 600, OVERDUE)
                .build();

        assertThat(operations(problem))
                .extracting(Operation::start, Operation::end)
                .containsExactly(tuple(0, 600), tuple(600, 660));
    }

    @Test
    void waitBetweenTheSteps_isWaitedByEachTransferLot() {
        var problem = aProblem()
                .machine("压机", m -> m.roundTheClock())
                .machine("铣床", m -> m.roundTheClock())
                .make("壳体", step -> step.inTransferLots(100).thenWait(2 * H).on("压机", 1), step -> step.on("铣床", 2))
                .demand("SO-1", "壳体", 600, OVERDUE)
                .build();

        assertThat(operations(problem))
                .extracting(Operation::start, Operation::end)
                .containsExactly(tuple(0, 600), tuple(220, 220 + 1200));
    }

    @Test
    void inGoodTime_bothStepsAreMovedAsLateAsTheDateAllows() {
        List<Operation> operations = operations(twoSteps(100, 1, 30, 2, 5));

        int due = 6 * 24 * H;
        assertThat(operations.getLast().end()).isEqualTo(due);
        assertThat(operations.getFirst().start()).isEqualTo(due - 1200 - 130);
    }

    @Test
    void nightsBetween_areNotWorkedThrough() {
        // 8:00 to 16:00: 100 pieces by 9:40, the mill ends its first day after 190 pieces
        var problem = aProblem()
                .machine("压机", "MON-FRI 08:00-16:00")
                .machine("铣床", "MON-FRI 08:00-16:00")
                .make("壳体", step -> step.inTransferLots(100).on("压机", 1), step -> step.on("铣床", 2))
                .demand("SO-1", "壳体", 600, OVERDUE)
                .build();

        List<Operation> operations = operations(problem);

        assertThat(operations.getLast().start()).isEqualTo(8 * H + 100);
        // 1200 minutes: 380 on Monday, 480 on Tuesday, 340 on Wednesday
        assertThat(operations.getLast().end()).isEqualTo(2 * 24 * H + 8 * H + 340);
    }

    @Test
    void checker_seesANextStepThatBeginsTooEarlyOrRunsDry() {
        PlanningProblem slow = twoSteps(100, 1, 30, 2, OVERDUE);
        PlanningProblem fast = twoSteps(100, 2, 0, 0.5, OVERDUE);

        for (PlanningProblem problem : List.of(slow, fast)) {
            Plan plan = PLANNER.construct(problem, Levers.today(), Weights.DELIVERY, "test");
            Plan spoilt = PlanEdits.withOperation(plan, 0, 1, o -> PlanEdits.moved(o, o.start() - 5, o.end() - 5));

            assertThat(Checker.check(problem, spoilt)).extracting(Finding::kind).contains(Finding.Kind.SEQUENCE);
        }
    }

    @Test
    void searchKeepsTheRules() {
        var builder = aProblem()
                .machine("压机", "MON-FRI 08:00-16:00")
                .machine("铣床", "MON-FRI 07:00-15:30")
                .make(
                        "前壳",
                        step -> step.inTransferLots(20).on("压机", 1, 15, 97),
                        step -> step.inTransferLots(30).thenWait(45).on("铣床", 2),
                        step -> step.on("压机", 0.5))
                .make("后壳", step -> step.inTransferLots(25).on("铣床", 0.7), step -> step.on("压机", 1.2, 20, 100));
        for (int i = 0; i < 16; i++) {
            builder.demand("SO-" + i, i % 2 == 0 ? "前壳" : "后壳", 60 + 25 * (i % 5), 1 + i / 2);
        }
        PlanningProblem problem = builder.build();
        var settings = new PlannerSettings(5, 1200, 1200, 1, Duration.ofMinutes(5));

        Plan plan = PLANNER.plan(problem, Levers.today(), Weights.DELIVERY, "test", settings, () -> false, p -> {});

        assertThat(Checker.check(problem, plan)).isEmpty();
        assertThat(plan.deliveries()).hasSize(16);
    }
}
