package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.MATERIAL;
import static io.sandtable.simulation.check.Finding.Kind.PEGGING;
import static io.sandtable.simulation.check.Shells.DAY;
import static io.sandtable.simulation.scenario.PlanBuilder.aPlan;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.PlanBuilder;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PeggingCheckTest {
    /** So much of everything that the balance never dips; only the pegging can be wrong. */
    private final PlanningProblem problem = aProblem()
            .machine("甲")
            .make("盖", step -> step.takes("铝", 2).on("甲", 1))
            .make("盒", step -> step.takes("盖", 1).on("甲", 1))
            .offer("铝厂", "铝")
            .stock("铝", 1000)
            .stock("铝", 15, DAY)
            .stock("盖", 1000)
            .receipt("铝", 20, 1)
            .demand("SO-1", "盒", 10, 5)
            .demand("SO-2", "铝", 20, 5)
            .build();

    @Test
    void aPart_isThereWhenItsParentBegins() {
        assertThat(check(plan -> boxAfterCap(plan, 490))).isEmpty();
        assertThat(check(plan -> plan.lot("SO-1", "盒", 10, lot -> lot.run("甲", 490))
                        .lot("SO-1", "盖", 10, lot -> lot.forLot(0).run("甲", 500))))
                .containsExactly(new Finding(PEGGING, "SO-1/2", 510, 10, true));
    }

    @Test
    void aPart_isOfUseToItsParent() {
        assertThat(check(plan -> plan.lot("SO-1", "盒", 10, lot -> lot.run("甲", 500))
                        .lot("SO-1", "盒", 10, lot -> lot.forLot(0).run("甲", 480))))
                .extracting(Finding::kind)
                .contains(PEGGING);
    }

    @Test
    void aLotForACustomer_isWhatSheOrdered() {
        assertThat(check(plan -> plan.lot("SO-2", "盒", 10, lot -> lot.run("甲", 500))))
                .containsExactly(new Finding(PEGGING, "SO-2/1", 510, 10, true));
    }

    @Test
    void aLotForACustomer_isThereWhenSheGetsIt() {
        PlanningProblem plenty = aProblem()
                .machine("甲")
                .make("盖", step -> step.on("甲", 1))
                .stock("盖", 1000)
                .demand("SO-1", "盖", 10, 5)
                .build();
        var making = aPlan(plenty).lot("SO-1", "盖", 10, lot -> lot.run("甲", 480));

        assertThat(Checker.check(plenty, making.deliver("SO-1", 10, 490).build()))
                .isEmpty();
        assertThat(Checker.check(
                        plenty,
                        aPlan(plenty)
                                .lot("SO-1", "盖", 10, lot -> lot.run("甲", 480))
                                .deliver("SO-1", 10, 489)
                                .build()))
                .containsExactly(new Finding(PEGGING, "SO-1/1", 490, 10, true));
    }

    @Test
    void aLot_getsAllItNeeds() {
        assertThat(check(plan -> boxAfterCap(plan, 490).take("SO-1", 1, 0, "铝", Source.STOCK, 0, 20)))
                .isEmpty();
        assertThat(check(plan -> boxAfterCap(plan, 490).take("SO-1", 1, 0, "铝", Source.STOCK, 0, 19)))
                .containsExactly(new Finding(PEGGING, "铝", 480, 1, true));
    }

    @Test
    void aDelivery_getsAllItNeeds() {
        assertThat(check(plan -> plan.deliver("SO-2", 20, 500).take("SO-2", -1, -1, "铝", Source.STOCK, 0, 20)))
                .isEmpty();
        assertThat(check(plan -> plan.deliver("SO-2", 20, 500).take("SO-2", -1, -1, "铝", Source.STOCK, 0, 18)))
                .containsExactly(new Finding(PEGGING, "铝", 500, 2, true));
    }

    @Test
    void aStock_givesNoMoreThanItHas() {
        assertThat(check(plan -> boxAfterCap(plan, 490)
                        .take("SO-1", 1, 0, "铝", Source.STOCK, 1, 16)
                        .take("SO-1", 1, 0, "铝", Source.STOCK, 0, 4)))
                .containsExactly(new Finding(PEGGING, "LOT-1", 480, 1, true));
    }

    @Test
    void aStockThatHasExpired_givesNothing() {
        assertThat(check(plan -> plan.deliver("SO-2", 20, DAY)
                        .take("SO-2", -1, -1, "铝", Source.STOCK, 1, 15)
                        .take("SO-2", -1, -1, "铝", Source.STOCK, 0, 5)))
                .containsExactly(new Finding(PEGGING, "铝", DAY, 15, true));
    }

    @Test
    void aReceipt_givesWhatItHasOnceItIsThere() {
        assertThat(check(plan -> plan.deliver("SO-2", 20, DAY).take("SO-2", -1, -1, "铝", Source.RECEIPT, 0, 20)))
                .isEmpty();
        assertThat(check(plan -> plan.deliver("SO-2", 20, DAY - 1).take("SO-2", -1, -1, "铝", Source.RECEIPT, 0, 20)))
                .containsExactly(new Finding(PEGGING, "铝", DAY - 1, 20, true));
    }

    @Test
    void whatIsBought_isTakenAfterItArrives() {
        assertThat(check(plan -> buying(plan, 5 * DAY, 20))).isEmpty();
        assertThat(check(plan -> buying(plan, 5 * DAY - 1, 20)))
                .containsExactly(new Finding(PEGGING, "铝", 5 * DAY - 1, 20, true));
        assertThat(check(plan -> buying(plan, 5 * DAY, 19)))
                .containsExactly(new Finding(PEGGING, "铝", 5 * DAY, 1, true));
    }

    @Test
    void aPlanThatSaysNothingOfSources_isOnlyHeldToTheBalance() {
        assertThat(check(plan -> plan.deliver("SO-2", 20, 500))).isEmpty();
        assertThat(check(plan -> plan.lot("SO-1", "盒", 2000, lot -> lot.run("甲", 480))))
                .extracting(Finding::kind)
                .containsExactly(MATERIAL);
    }

    private static PlanBuilder boxAfterCap(PlanBuilder plan, int start) {
        return plan.lot("SO-1", "盒", 10, lot -> lot.run("甲", start))
                .lot("SO-1", "盖", 10, lot -> lot.forLot(0).run("甲", 480));
    }

    private static PlanBuilder buying(PlanBuilder plan, int shipped, double quantity) {
        return plan.purchase("铝厂", "铝", quantity, 0, 5 * DAY)
                .deliver("SO-2", 20, shipped)
                .take("SO-2", -1, -1, "铝", Source.PURCHASE, 0, 20);
    }

    private List<Finding> check(UnaryOperator<PlanBuilder> plan) {
        return Checker.check(problem, plan.apply(aPlan(problem)).build());
    }
}
