package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.MATERIAL;
import static io.sandtable.simulation.check.Shells.DAY;
import static io.sandtable.simulation.scenario.PlanBuilder.aPlan;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaterialCheckTest {
    private static ProblemBuilder capping() {
        return aProblem()
                .machine("甲")
                .make("盖", step -> step.takes("铝", 2).on("甲", 1))
                .offer("铝厂", "铝")
                .demand("SO-1", "盖", 10, 5)
                .demand("SO-2", "铝", 20, 5);
    }

    @Test
    void exactlyWhatIsThere_canBeUsed() {
        assertThat(makingAt(480, capping().stock("铝", 20).build())).isEmpty();
        assertThat(makingAt(480, capping().stock("铝", 19.5).build()))
                .containsExactly(new Finding(MATERIAL, "铝", 480, 0.5, true));
    }

    @Test
    void stockIsUsableUntilItExpires() {
        assertThat(makingAt(480, capping().stock("铝", 20, 481).build())).isEmpty();
        assertThat(makingAt(480, capping().stock("铝", 20, 480).build()))
                .containsExactly(new Finding(MATERIAL, "铝", 480, 20, true));
    }

    @Test
    void whatExpiresFirst_isUsedFirst() {
        PlanningProblem problem = capping().stock("铝", 20).stock("铝", 20, 500).build();

        assertThat(Checker.check(
                        problem,
                        aPlan(problem)
                                .lot("SO-1", "盖", 10, lot -> lot.run("甲", 480))
                                .deliver("SO-2", 20, 5000)
                                .build()))
                .isEmpty();
    }

    @Test
    void aReceipt_countsFromItsArrival() {
        PlanningProblem problem = capping().receipt("铝", 20, 1).build();

        assertThat(makingAt(DAY + 480, problem)).isEmpty();
        assertThat(makingAt(480, problem)).containsExactly(new Finding(MATERIAL, "铝", 480, 20, true));
    }

    @Test
    void aPurchase_countsFromItsArrival() {
        PlanningProblem problem =
                aProblem().offer("铝厂", "铝").demand("SO-2", "铝", 20, 5).build();
        var plan = aPlan(problem).purchase("铝厂", "铝", 20, 0, 5 * DAY);

        assertThat(Checker.check(problem, plan.deliver("SO-2", 20, 5 * DAY).build()))
                .isEmpty();
        assertThat(Checker.check(
                        problem,
                        aPlan(problem)
                                .purchase("铝厂", "铝", 20, 0, 5 * DAY)
                                .deliver("SO-2", 20, 5 * DAY - 1)
                                .build()))
                .containsExactly(new Finding(MATERIAL, "铝", 5 * DAY - 1, 20, true));
    }

    @Test
    void goodsCannotLeaveBeforeTheyExist() {
        PlanningProblem problem = capping().stock("铝", 20).build();

        assertThat(makingAndDelivering(problem, 490)).isEmpty();
        assertThat(makingAndDelivering(problem, 489)).contains(new Finding(MATERIAL, "盖", 489, 10, true));
    }

    @Test
    void materialIsThereWhenTheStepBegins_notWhenItEnds() {
        PlanningProblem problem = aProblem()
                .machine("甲", "MON-SUN 00:00-24:00")
                .make("盖", step -> step.takes("铝", 2).on("甲", 100))
                .receipt("铝", 20, 1)
                .demand("SO-1", "盖", 10, 5)
                .build();

        assertThat(makingAt(DAY, problem)).isEmpty();
        assertThat(makingAt(DAY - 1, problem)).containsExactly(new Finding(MATERIAL, "铝", DAY - 1, 20, true));
    }

    private static List<Finding> makingAt(int start, PlanningProblem problem) {
        return Checker.check(
                problem,
                aPlan(problem).lot("SO-1", "盖", 10, lot -> lot.run("甲", start)).build());
    }

    private static List<Finding> makingAndDelivering(PlanningProblem problem, int minute) {
        return Checker.check(
                problem,
                aPlan(problem)
                        .lot("SO-1", "盖", 10, lot -> lot.run("甲", 480))
                        .deliver("SO-1", 10, minute)
                        .build());
    }
}
