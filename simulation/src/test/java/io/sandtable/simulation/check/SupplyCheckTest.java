package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.CONFIDENTIAL;
import static io.sandtable.simulation.check.Finding.Kind.LEAD_TIME;
import static io.sandtable.simulation.check.Finding.Kind.ORDER_SIZE;
import static io.sandtable.simulation.check.Finding.Kind.QUANTITY;
import static io.sandtable.simulation.check.Finding.Kind.SUPPLIER_CAPACITY;
import static io.sandtable.simulation.check.Finding.Kind.SUPPLIER_CLOSED;
import static io.sandtable.simulation.check.Finding.Kind.YIELD;
import static io.sandtable.simulation.check.Shells.DAY;
import static io.sandtable.simulation.scenario.PlanBuilder.aPlan;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.scenario.PlanBuilder;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Suppliers and subcontractors. */
class SupplyCheckTest {
    private final PlanningProblem problem = aProblem()
            .offer(
                    "铝厂",
                    "铝锭",
                    offer -> offer.leadDays(5)
                            .minimum(50)
                            .multiple(25)
                            .rejectPercent(4)
                            .capacityPerWeek(100)
                            .closed(20, 29))
            .make("盖", step -> step.outsourcedTo("协力", 8, 3, 90, 100))
            .make("芯", step -> step.confidential().outsourcedTo("协力", 8, 3))
            .demand("SO-1", "盖", 90, 5)
            .demand("SO-2", "芯", 10, 5)
            .build();

    @Test
    void theMinimumInWholePacks_isEnough() {
        assertThat(buying(50, 48, 0, 5 * DAY)).isEmpty();
        assertThat(buying(25, 24, 0, 5 * DAY)).containsExactly(new Finding(ORDER_SIZE, "铝厂", 0, 25, true));
        assertThat(buying(60, 57, 0, 5 * DAY)).containsExactly(new Finding(ORDER_SIZE, "铝厂", 0, 10, true));
    }

    @Test
    void rejects_cannotBeUsed() {
        assertThat(buying(50, 49, 0, 5 * DAY)).containsExactly(new Finding(QUANTITY, "铝厂", 0, 1, true));
    }

    @Test
    void goodsArriveAfterTheLeadTime_notAMinuteEarlier() {
        assertThat(buying(50, 48, DAY, 6 * DAY)).isEmpty();
        assertThat(buying(50, 48, DAY, 6 * DAY - 1)).containsExactly(new Finding(LEAD_TIME, "铝厂", DAY, 1, true));
    }

    @Test
    void nothingCouldHaveBeenOrderedYesterday() {
        assertThat(buying(50, 48, -DAY, 4 * DAY)).containsExactly(new Finding(LEAD_TIME, "铝厂", -DAY, DAY, true));
    }

    @Test
    void aClosedSupplier_neitherTakesOrdersNorDelivers() {
        assertThat(buying(50, 48, 20 * DAY - 1, 30 * DAY)).isEmpty();
        assertThat(buying(50, 48, 20 * DAY, 30 * DAY))
                .containsExactly(new Finding(SUPPLIER_CLOSED, "铝厂", 20 * DAY, 0, true));
        assertThat(buying(50, 48, 0, 30 * DAY - 1))
                .containsExactly(new Finding(SUPPLIER_CLOSED, "铝厂", 30 * DAY - 1, 0, true));
    }

    @Test
    void aWeek_takesNoMoreThanItsCapacity() {
        assertThat(check(plan -> plan.purchase("铝厂", "铝锭", 100, 0, 7 * DAY).purchase("铝厂", "铝锭", 100, 0, 14 * DAY)))
                .isEmpty();
        assertThat(check(plan -> plan.purchase("铝厂", "铝锭", 100, 0, 7 * DAY).purchase("铝厂", "铝锭", 50, 0, 14 * DAY - 1)))
                .containsExactly(new Finding(SUPPLIER_CAPACITY, "铝厂", 7 * DAY, 50, true));
    }

    @Test
    void aSubcontractor_needsHisTimeAndLosesHisShare() {
        assertThat(subcontracting(100, 90, 3 * DAY)).isEmpty();
        assertThat(subcontracting(100, 90, 3 * DAY - 1)).containsExactly(new Finding(LEAD_TIME, "协力", 0, 1, true));
        assertThat(subcontracting(99, 90, 3 * DAY)).extracting(Finding::kind).containsExactly(YIELD);
    }

    @Test
    void aSubcontractor_doesNoMoreThanHeCanInAWeek() {
        assertThat(subcontracting(101, 90, 3 * DAY)).containsExactly(new Finding(SUPPLIER_CAPACITY, "协力", 0, 1, true));
    }

    @Test
    void aConfidentialStep_staysInTheHouse() {
        assertThat(check(plan -> plan.lot("SO-2", "芯", 10, lot -> lot.outsource(480))))
                .containsExactly(new Finding(CONFIDENTIAL, "SO-2/1/1", 480, 0, true));
    }

    private List<Finding> buying(double quantity, double usable, int ordered, int arrives) {
        return check(plan -> plan.purchase("铝厂", "铝锭", quantity, usable, ordered, arrives));
    }

    private List<Finding> subcontracting(double in, double out, int minutes) {
        return check(plan -> plan.lot(
                "SO-1",
                "盖",
                out,
                lot -> lot.operation(
                        new io.sandtable.simulation.plan.Plan.Operation(0, -1, -1, 0, in, out, 0, 0, 0, minutes))));
    }

    private List<Finding> check(UnaryOperator<PlanBuilder> plan) {
        return Checker.check(problem, plan.apply(aPlan(problem)).build());
    }
}
