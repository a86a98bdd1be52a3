package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.INVESTMENT;
import static io.sandtable.simulation.check.Finding.Kind.TOOL_LIFE;
import static io.sandtable.simulation.check.Finding.Kind.TOOL_OVERLAP;
import static io.sandtable.simulation.check.Finding.Kind.YIELD;
import static io.sandtable.simulation.scenario.PlanBuilder.aPlan;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.scenario.PlanBuilder;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolCheckTest {
    private final PlanningProblem problem = presses().build();

    /** Two presses and one mould: half used, 90 % good now, 80 % at the end of its 1000 strokes. */
    private static ProblemBuilder presses() {
        return aProblem()
                .machine("甲")
                .machine("乙")
                .tool("模具", tool -> tool.life(1000, 500).wear("0=100;1=80"))
                .make("盖", step -> step.on("甲", 1).on("乙", 1).with("模具"))
                .toolForSale("模具", tool -> tool.leadDays(1))
                .demand("SO-1", "盖", 90, 5)
                .demand("SO-2", "盖", 88, 5);
    }

    @Test
    void wearCountsTheStrokesOfEarlierWork() {
        // 500 strokes: 90 % of 100; 600 strokes: 88 % of 100
        assertThat(found(100, 90, 480, 100, 88, 580)).isEmpty();
        assertThat(found(100, 90, 480, 99, 88, 580))
                .singleElement()
                .matches(f -> f.kind() == YIELD && f.on().equals("SO-2/2/1") && Math.abs(f.amount() - 0.88) < 1e-9);
    }

    @Test
    void wearFollowsTheClock_notTheOrderOfTheLots() {
        // the second lot goes first and meets the better mould; the first one has 88 % left
        assertThat(found(100, 90, 580, 100, 88, 480))
                .singleElement()
                .matches(f -> f.kind() == YIELD && f.on().equals("SO-1/1/1"));
    }

    @Test
    void oneMouldOnTwoPresses_isFound() {
        var plan = aPlan(problem)
                .lot("SO-1", "盖", 90, lot -> lot.run("甲", "模具", 100, 90, 480))
                .lot("SO-2", "盖", 88, lot -> lot.run("乙", "模具", 100, 88, 579));

        assertThat(check(plan)).containsExactly(new Finding(TOOL_OVERLAP, "模具", 579, 1, true));
    }

    @Test
    void theLastStroke_isStillWithinItsLife() {
        assertThat(lifeOf(600)).isEmpty();
        assertThat(lifeOf(599)).containsExactly(new Finding(TOOL_LIFE, "模具", 480, 1, true));
    }

    private static List<Finding> lifeOf(int life) {
        PlanningProblem problem = aProblem()
                .machine("甲")
                .tool("模具", tool -> tool.life(life, 500))
                .make("盖", step -> step.on("甲", 1).with("模具"))
                .demand("SO-1", "盖", 100, 5)
                .build();
        return Checker.check(
                problem,
                aPlan(problem)
                        .lot("SO-1", "盖", 100, lot -> lot.run("甲", "模具", 480))
                        .build());
    }

    @Test
    void aBoughtMould_isNewAndThereAfterItsLeadTime() {
        var there = aPlan(problem).investing(0).lot("SO-1", "盖", 90, lot -> lot.run(0, 1, 90, 90, 1440 + 480));
        var tooEarly = aPlan(problem).investing(0).lot("SO-1", "盖", 90, lot -> lot.run(0, 1, 90, 90, 480));
        var notBought = aPlan(problem).lot("SO-1", "盖", 90, lot -> lot.run(0, 1, 90, 90, 1440 + 480));

        assertThat(check(there)).isEmpty();
        assertThat(check(tooEarly)).containsExactly(new Finding(INVESTMENT, "模具", 480, 960, true));
        assertThat(check(notBought)).extracting(Finding::kind).containsExactly(INVESTMENT);
    }

    @Test
    void aMachineWithoutTool_losesItsOwnScrap() {
        PlanningProblem lossy = aProblem()
                .machine("甲")
                .make("盖", step -> step.on("甲", 1, 0, 95))
                .demand("SO-1", "盖", 95, 5)
                .build();

        assertThat(Checker.check(
                        lossy,
                        aPlan(lossy)
                                .lot("SO-1", "盖", 95, l -> l.run("甲", "", 100, 95, 480))
                                .build()))
                .isEmpty();
        assertThat(Checker.check(
                        lossy,
                        aPlan(lossy)
                                .lot("SO-1", "盖", 95, l -> l.run("甲", "", 99, 95, 480))
                                .build()))
                .extracting(Finding::kind)
                .containsExactly(YIELD);
    }

    private List<Finding> found(double in1, double out1, int start1, double in2, double out2, int start2) {
        return check(aPlan(problem)
                .lot("SO-1", "盖", out1, lot -> lot.run("甲", "模具", in1, out1, start1))
                .lot("SO-2", "盖", out2, lot -> lot.run("甲", "模具", in2, out2, start2)));
    }

    private List<Finding> check(PlanBuilder plan) {
        return Checker.check(problem, plan.build());
    }
}
