package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.DELIVERY;
import static io.sandtable.simulation.scenario.PlanBuilder.aPlan;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.scenario.DemandSpec;
import io.sandtable.simulation.scenario.PlanBuilder;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DeliveryCheckTest {
    private final PlanningProblem problem = aProblem()
            .stock("盖", 1000)
            .demand("整", "盖", 10, 5)
            .demand("分", "盖", 10, 5, DemandSpec::partial)
            .build();

    @Test
    void anOrderMayComeInFullOrNotAtAll() {
        assertThat(check(plan -> plan)).isEmpty();
        assertThat(check(plan -> plan.deliver("整", 10, 480))).isEmpty();
    }

    @Test
    void anOrderThatComesWhole_doesNotComeInParts() {
        assertThat(check(plan -> plan.deliver("整", 9, 480))).containsExactly(new Finding(DELIVERY, "整", 480, 1, true));
        assertThat(check(plan -> plan.deliver("整", 5, 480).deliver("整", 5, 500)))
                .containsExactly(new Finding(DELIVERY, "整", 500, 0, true));
    }

    @Test
    void anOrderThatMayComeInParts_does() {
        assertThat(check(plan -> plan.deliver("分", 4, 480).deliver("分", 5, 500)))
                .isEmpty();
    }

    @Test
    void nobodyGetsMoreThanOrdered() {
        assertThat(check(plan -> plan.deliver("分", 4, 480).deliver("分", 7, 500)))
                .containsExactly(new Finding(DELIVERY, "分", 500, 1, true));
        assertThat(check(plan -> plan.deliver("整", 10.5, 480)))
                .containsExactly(new Finding(DELIVERY, "整", 480, 0.5, true));
    }

    @Test
    void aShipmentOfNothing_orBeforeToday_isNone() {
        assertThat(check(plan -> plan.deliver("分", 0, 480)))
                .extracting(Finding::kind)
                .containsExactly(DELIVERY);
        assertThat(check(plan -> plan.deliver("整", 10, -1)))
                .extracting(Finding::kind)
                .containsExactly(DELIVERY);
    }

    private List<Finding> check(UnaryOperator<PlanBuilder> plan) {
        return Checker.check(problem, plan.apply(aPlan(problem)).build());
    }
}
