package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.CALENDAR;
import static io.sandtable.simulation.check.Finding.Kind.RULE;
import static io.sandtable.simulation.check.Shells.DAY;
import static io.sandtable.simulation.scenario.PlanBuilder.aPlan;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanBuilder;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.scenario.Restriction;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RuleCheckTest {
    /** Twelve working hours a day; sixty minutes a piece. */
    private static ProblemBuilder house() {
        return aProblem()
                .machine("车床")
                .tool("刀", tool -> {})
                .make("轴", step -> step.process("车").on("车床", 60).with("刀").outsourcedTo("协力", 9, 2))
                .offer("铝厂", "铝")
                .demand("SO-1", "轴", 9, 5)
                .demand("SO-2", "轴", 3, 5);
    }

    @Test
    void aReservedShare_staysFreeOverTheWholeRange() {
        PlanningProblem problem = under(p -> new Restriction.ReserveCapacity(Set.of(0), 0, DAY, 25));

        assertThat(found(problem, plan -> plan.lot("SO-1", "轴", 9, lot -> lot.run("车床", "刀", 480))))
                .isEmpty();
        assertThat(found(
                        problem,
                        plan -> plan.lot("SO-1", "轴", 9, lot -> lot.run("车床", "刀", 480))
                                .lot("SO-2", "轴", 3, lot -> lot.run("车床", "刀", 480 + 540))))
                .containsExactly(new Finding(RULE, "规则", 0, 180, true));
    }

    @Test
    void workThatHasRoomOutsideOfTheReservedRange_isDoneThere() {
        PlanningProblem problem = under(p -> new Restriction.ReserveCapacity(Set.of(0), 0, DAY, 100));

        // rests from Monday noon to Tuesday morning
        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.operation(turning(720, DAY + 660)))))
                .isEmpty();
        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.operation(turning(720, DAY + 659)))))
                .containsExactly(new Finding(RULE, "规则", 0, 1, true));
    }

    @Test
    void workRestsForRules_butForNothingElse() {
        PlanningProblem problem = under(p -> new Restriction.MachineDown(0, 900, 1000));

        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.operation(turning(780, 1060)))))
                .isEmpty();
        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.operation(turning(780, 1061)))))
                .containsExactly(new Finding(CALENDAR, "车床", 780, 1, true));
    }

    @Test
    void aMachineThatIsDown_doesNothing() {
        PlanningProblem problem = under(p -> new Restriction.MachineDown(0, 660, 720));

        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.run("车床", "刀", 480))))
                .isEmpty();
        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.run("车床", "刀", 481))))
                .containsExactly(new Finding(RULE, "规则", 660, 1, true));
    }

    @Test
    void aToolThatIsDown_isNotMounted() {
        PlanningProblem problem = under(p -> new Restriction.ToolDown(0, 660, 720));

        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.run("车床", "刀", 720))))
                .isEmpty();
        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.run("车床", "刀", 719))))
                .containsExactly(new Finding(RULE, "规则", 719, 1, true));
    }

    @Test
    void aClosedSupplier_getsNoOrders() {
        PlanningProblem problem = under(p -> new Restriction.SupplierClosed("铝厂", DAY, 5 * DAY));

        assertThat(found(problem, plan -> plan.purchase("铝厂", "铝", 7, DAY - 1, 6 * DAY)))
                .isEmpty();
        assertThat(found(problem, plan -> plan.purchase("铝厂", "铝", 7, DAY, 6 * DAY)))
                .containsExactly(new Finding(RULE, "规则", DAY, 7, true));
    }

    @Test
    void aClosedSubcontractor_worksOnNothing() {
        PlanningProblem problem = under(p -> new Restriction.SupplierClosed("协力", 2 * DAY, 3 * DAY));

        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.outsource(0))))
                .isEmpty();
        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.outsource(1))))
                .containsExactly(new Finding(RULE, "规则", 2 * DAY, 3, true));
        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.outsource(3 * DAY))))
                .isEmpty();
    }

    @Test
    void aBannedOffer_isNotOrdered() {
        PlanningProblem problem = under(p -> new Restriction.BannedOffers(Set.of(0), 0, DAY));

        assertThat(found(problem, plan -> plan.purchase("铝厂", "铝", 7, DAY, 6 * DAY)))
                .isEmpty();
        assertThat(found(problem, plan -> plan.purchase("铝厂", "铝", 7, DAY - 1, 6 * DAY)))
                .containsExactly(new Finding(RULE, "规则", DAY - 1, 7, true));
    }

    @Test
    void aProcessThatMustNotLeave_staysInTheHouse() {
        PlanningProblem problem = under(p -> new Restriction.NoOutsourcing(Set.of("车"), 0, Integer.MAX_VALUE));

        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.run("车床", "刀", 480))))
                .isEmpty();
        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.outsource(480))))
                .containsExactly(new Finding(RULE, "规则", 480, 3, true));
    }

    @Test
    void aProcessThatMustNotLeaveForAWhile_mayBeOutBeforeAndAfter() {
        PlanningProblem problem = under(p -> new Restriction.NoOutsourcing(Set.of("车"), 2 * DAY, 3 * DAY));

        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.outsource(3 * DAY))))
                .isEmpty();
        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.outsource(2 * DAY))))
                .containsExactly(new Finding(RULE, "规则", 2 * DAY, 3, true));
    }

    @Test
    void anOrderThatMustBeDelivered_isThereInFullByThen() {
        PlanningProblem problem = under(p -> new Restriction.DeliverBy(Set.of(1), DAY));
        UnaryOperator<PlanBuilder> made = plan -> plan.lot("SO-2", "轴", 3, lot -> lot.run("车床", "刀", 480));

        assertThat(found(problem, plan -> made.apply(plan).deliver("SO-2", 3, DAY)))
                .isEmpty();
        assertThat(found(problem, plan -> made.apply(plan).deliver("SO-2", 3, DAY + 1)))
                .containsExactly(new Finding(RULE, "规则", DAY, 3, true));
        assertThat(found(problem, plan -> plan)).containsExactly(new Finding(RULE, "规则", DAY, 3, true));
    }

    @Test
    void theServiceLevel_countsOrdersThatAreCompleteWhenDue() {
        Function<Double, PlanningProblem> asking =
                percent -> house().must("规则", p -> new Restriction.ServiceLevel(Set.of(0, 1), percent))
                        .build();
        UnaryOperator<PlanBuilder> half =
                plan -> plan.lot("SO-2", "轴", 3, lot -> lot.run("车床", "刀", 480)).deliver("SO-2", 3, 6 * DAY);

        assertThat(found(asking.apply(50.0), half)).isEmpty();
        assertThat(found(asking.apply(51.0), half)).containsExactly(new Finding(RULE, "规则", 6 * DAY, 1, true));
    }

    @Test
    void aLiftedRule_isReportedButNotHeldAgainstThePlan() {
        PlanningProblem problem = under(p -> new Restriction.MachineDown(0, 0, DAY));

        assertThat(found(problem, plan -> plan.lifting("规则").lot("SO-2", "轴", 3, lot -> lot.run("车床", "刀", 480))))
                .containsExactly(new Finding(RULE, "规则", 480, 180, false));
    }

    @Test
    void aPreference_isReportedButNotHeldAgainstThePlan() {
        PlanningProblem problem = house().prefer(
                        "规则", p -> new Restriction.NoOutsourcing(Set.of("车"), 0, Integer.MAX_VALUE))
                .build();

        assertThat(found(problem, plan -> plan.lot("SO-2", "轴", 3, lot -> lot.outsource(480))))
                .containsExactly(new Finding(RULE, "规则", 480, 3, false));
    }

    private static Plan.Operation turning(int start, int end) {
        return new Plan.Operation(0, 0, 0, -1, 3, 3, 0, 180, start, end);
    }

    private static PlanningProblem under(Function<ProblemBuilder, Restriction> restriction) {
        return house().must("规则", restriction).build();
    }

    private static List<Finding> found(PlanningProblem problem, UnaryOperator<PlanBuilder> plan) {
        return Checker.check(problem, plan.apply(aPlan(problem)).build());
    }
}
