package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.scenario.DemandSpec;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** An order that no routing alone can make, planned by hand: 60 of one material, 35 of the other, and nobody sells either. */
class MixedAlternatesTest {
    private static ProblemBuilder twoMaterials() {
        return aProblem()
                .machine("压机", m -> m.roundTheClock())
                .stock("铝板", 60)
                .stock("钢板", 35)
                .make("壳体", step -> step.takes("铝板", 1).on("压机", 1))
                .make("壳体", step -> step.takes("钢板", 1).on("压机", 1));
    }

    private static Plan plan(PlanningProblem problem) {
        Plan plan = new Planner(InstantSource.system()).construct(problem, Levers.today(), Weights.DELIVERY, "test");
        assertThat(Checker.check(problem, plan)).isEmpty();
        return plan;
    }

    @Test
    void partIsMadeByOne_theRestByTheOther() {
        Plan plan = plan(twoMaterials().demand("SO-1", "壳体", 90, 9).build());

        assertThat(plan.lots()).extracting(Lot::quantity).containsExactly(60.0, 30.0);
        assertThat(plan.lots()).extracting(Lot::routing).containsExactly(0, 1);
    }

    @Test
    void whereBothAreNotEnough_aPartialOrderGetsWhatBothCanMake() {
        Plan plan = plan(
                twoMaterials().demand("SO-1", "壳体", 100, 9, DemandSpec::partial).build());

        assertThat(plan.deliveries()).extracting(Delivery::quantity).containsExactly(95.0);
    }

    @Test
    void whereOneIsEnough_itMakesAll() {
        Plan plan = plan(twoMaterials().demand("SO-1", "壳体", 50, 9).build());

        assertThat(plan.lots()).extracting(Lot::quantity).containsExactly(50.0);
    }
}
