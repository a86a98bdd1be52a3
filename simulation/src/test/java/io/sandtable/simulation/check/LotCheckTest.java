package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.QUANTITY;
import static io.sandtable.simulation.check.Finding.Kind.SEQUENCE;
import static io.sandtable.simulation.scenario.PlanBuilder.aPlan;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.scenario.LotSpec;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LotCheckTest {
    private final PlanningProblem problem = aProblem()
            .machine("甲")
            .machine("乙")
            .item("盖", item -> item.lotMultiple(5))
            .make("盖", step -> step.on("甲", 1).thenWait(60), step -> step.on("乙", 1))
            .demand("SO-1", "盖", 10, 5)
            .build();

    @Test
    void theNextStepWaits_andThenBegins() {
        assertThat(lot(10, l -> l.run("甲", 480).run("乙", 550))).isEmpty();
        assertThat(lot(10, l -> l.run("甲", 480).run("乙", 549)))
                .containsExactly(new Finding(SEQUENCE, "SO-1/1/2", 549, 1, true));
    }

    @Test
    void noMoreCanEnterAStep_thanLeftTheOneBefore() {
        assertThat(lot(10, l -> l.run("甲", "", 11, 11, 480).run("乙", "", 10, 10, 551)))
                .isEmpty();
        assertThat(lot(10, l -> l.run("甲", "", 9, 9, 480).run("乙", "", 10, 10, 549)))
                .containsExactly(new Finding(QUANTITY, "SO-1/1/2", 549, 1, true));
    }

    @Test
    void aLot_isWhatLeavesItsLastStep() {
        assertThat(lot(10, l -> l.run("甲", "", 15, 15, 480).run("乙", "", 15, 15, 555)))
                .containsExactly(new Finding(QUANTITY, "SO-1/1", 570, 5, true));
    }

    @Test
    void aLot_keepsItsMultiple() {
        assertThat(lot(12, l -> l.run("甲", 480).run("乙", 552)))
                .containsExactly(new Finding(QUANTITY, "SO-1/1", 564, 2, true));
    }

    @Test
    void piecesAreNotBroken() {
        PlanningProblem pieces = aProblem()
                .machine("甲")
                .make("盖", step -> step.on("甲", 1))
                .demand("SO-1", "盖", 10, 5)
                .build();

        assertThat(Checker.check(
                        pieces,
                        aPlan(pieces)
                                .lot("SO-1", "盖", 9.5, l -> l.run("甲", 480))
                                .build()))
                .containsExactly(new Finding(QUANTITY, "SO-1/1", 490, 0.5, true));
    }

    @Test
    void nothingOrLessThanNothing_isNoQuantity() {
        assertThat(lot(10, l -> l.run("甲", "", -10, 10, 480).run("乙", 551)))
                .extracting(Finding::kind)
                .contains(QUANTITY);
        assertThat(lot(10, l -> l.run("甲", "", Double.NaN, 10, 480).run("乙", 551)))
                .extracting(Finding::kind)
                .contains(QUANTITY);
    }

    private List<Finding> lot(double quantity, Consumer<LotSpec> operations) {
        return Checker.check(
                problem, aPlan(problem).lot("SO-1", "盖", quantity, operations).build());
    }
}
