package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Machines that are approved and agreements that hold for some days only, planned by hand: a lot of 100 takes 1,000 minutes. */
class ValidityTest {
    private static final Levers LEVERS = Levers.today().withOutsourcing().withSourcing(Levers.Sourcing.BEST);

    private static ProblemBuilder presses() {
        return aProblem()
                .machine("旧压机", m -> m.roundTheClock().rate(20))
                .machine("新压机", m -> m.roundTheClock().rate(60));
    }

    private static Plan plan(PlanningProblem problem) {
        Plan plan = new Planner(InstantSource.system()).construct(problem, LEVERS, Weights.DELIVERY, "test");
        assertThat(Checker.check(problem, plan)).isEmpty();
        return plan;
    }

    private static List<Operation> operations(Plan plan) {
        return plan.lots().stream().flatMap(lot -> lot.operations().stream()).toList();
    }

    @Test
    void aMachineApprovedLater_isNotUsedBefore() {
        PlanningProblem problem = presses()
                .make("壳体", step -> step.on("新压机", 10).validFor(5, 30).on("旧压机", 10))
                .demand("SO-1", "壳体", 100, 3)
                .demand("SO-2", "壳体", 100, 20)
                .build();

        // the old one is cheaper; it is approved from day 5 to day 30 only
        assertThat(operations(plan(problem))).extracting(Operation::machine).containsExactly(1, 0);
    }

    @Test
    void anApprovalThatRunsOut_isNotUsedAfterIt() {
        PlanningProblem problem = presses()
                .make("壳体", step -> step.on("新压机", 10).validFor(0, 9).on("旧压机", 10))
                .demand("SO-1", "壳体", 100, 9)
                .demand("SO-2", "壳体", 1400, 12)
                .build();

        // 14,000 minutes are nine days and 1,040 minutes: more than the old one has left in its ten days beside SO-1's
        // 1,000
        assertThat(operations(plan(problem))).extracting(Operation::machine).containsExactly(0, 1);
    }

    @Test
    void aSubcontractorWhoseAgreementBeginsLater_getsNothingBefore() {
        PlanningProblem problem = aProblem()
                .machine("压机", m -> m.roundTheClock())
                .make("壳体", step -> step.validFor(10, 40).outsourcedTo("外协厂", 1, 2))
                .demand("SO-1", "壳体", 100, 3)
                .build();

        Operation operation = operations(plan(problem)).getFirst();

        assertThat(operation.start()).isEqualTo(10 * DAY);
        assertThat(operation.end()).isEqualTo(12 * DAY);
    }

    @Test
    void whereNobodyMayAnyMore_theOrderIsNotPlanned_andNotLost() {
        PlanningProblem problem = aProblem()
                .machine("压机", m -> m.roundTheClock())
                .make("壳体", step -> step.validFor(0, 1).outsourcedTo("外协厂", 1, 5))
                .demand("SO-1", "壳体", 100, 3)
                .build();

        assertThat(plan(problem).deliveries()).isEmpty();
    }

    @Test
    void theChecker_findsWorkOutsideOfIt() {
        ProblemBuilder always = presses().make("壳体", step -> step.on("旧压机", 10)).demand("SO-1", "壳体", 100, 3);
        ProblemBuilder later = presses()
                .make("壳体", step -> step.validFor(20, 30).on("旧压机", 10))
                .demand("SO-1", "壳体", 100, 3);

        assertThat(Checker.check(later.build(), plan(always.build()))).anyMatch(f -> f.kind() == Finding.Kind.CALENDAR);
    }

    @Test
    void aMachineApprovedAtTwoSpeeds_worksAtTheOneOfItsDay() {
        PlanningProblem problem = aProblem()
                .machine("压机", m -> m.roundTheClock())
                .make(
                        "壳体",
                        step -> step.validFor(0, 5).on("压机", 10).validFor(6, 30).on("压机", 8))
                .demand("SO-1", "壳体", 1500, 30)
                .build();

        // 15,000 minutes do not fit into six days; 12,000 do later
        Operation operation = operations(plan(problem)).getFirst();

        assertThat(operation.workMinutes()).isEqualTo(12_000);
        assertThat(operation.start()).isGreaterThanOrEqualTo(6 * DAY);
    }
}
