package io.sandtable.simulation.why;

import static io.sandtable.simulation.evaluate.OneProductShop.DAY;
import static io.sandtable.simulation.evaluate.OneProductShop.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.evaluate.OneProductShop;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Delivery;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Restriction.ReserveCapacity;
import io.sandtable.simulation.why.Reason.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One order, one machine; its material is there at 10:00 on day 3 unless a test says otherwise. */
class WhyTest {
    private static final int ARRIVES = 3 * DAY + 10 * HOUR;

    @Test
    void orderOnTime_needsNoExplanation() {
        assertThat(Why.explain(new OneProductShop().problem(), OneProductShop.plan()))
                .isEmpty();
    }

    @Test
    void machineTakenByAnotherLot_isCapacityWithItsWindow() {
        var shop = new OneProductShop();
        shop.due = 5 * DAY;
        // another lot runs from day 2 to 08:00 on day 5, then ours
        Operation other = OneProductShop.run(2 * DAY, 5 * DAY + 8 * HOUR);
        Plan plan = plan(other, 5 * DAY + 8 * HOUR, DAY);

        List<Explanation> why = Why.explain(shop.problem(), plan);

        assertThat(why).singleElement().satisfies(e -> {
            assertThat(e.isShort()).isFalse();
            assertThat(e.reasons())
                    // the material was ordered late enough to come just in time: it held nothing up
                    .containsExactly(new Reason(Kind.CAPACITY, "EQP-M1", ARRIVES, 5 * DAY + 8 * HOUR));
        });
    }

    @Test
    void materialOrderedOnTheFirstDay_isTheSuppliersLeadTime() {
        var shop = new OneProductShop();
        shop.due = 3 * DAY;

        Explanation why = Why.explain(shop.problem(), plan(null, ARRIVES, 0)).getFirst();

        assertThat(why.binding()).isEqualTo(new Reason(Kind.SUPPLIER_LEAD_TIME, "SUP-RAW", 0, ARRIVES));
    }

    @Test
    void toolMountedElsewhere_isTheTool() {
        var shop = new OneProductShop();
        shop.due = 3 * DAY;
        // the other lot holds the tool but runs outside this machine
        Operation other = new Operation(0, -1, 0, 0, 98, 98, 0, 0, 2 * DAY, 4 * DAY);

        Explanation why = Why.explain(shop.problem(), plan(other, 4 * DAY, DAY)).getFirst();

        assertThat(why.reasons()).contains(new Reason(Kind.TOOL, "EQP-T1", ARRIVES, 4 * DAY));
    }

    @Test
    void machineThatDoesNotWork_isTheCalendar() {
        var shop = new OneProductShop();
        shop.due = 3 * DAY;
        shop.time = OneProductShop.everyDay(0, 10);

        Explanation why = Why.explain(shop.problem(), plan(null, 4 * DAY, DAY)).getFirst();

        assertThat(why.reasons()).contains(new Reason(Kind.CALENDAR, "EQP-M1", ARRIVES, 4 * DAY));
    }

    @Test
    void reservedCapacity_isTheRule() {
        var shop = new OneProductShop().rule(new ReserveCapacity(Set.of(0), 3 * DAY, 4 * DAY, 75));
        shop.due = 3 * DAY;

        Explanation why = Why.explain(shop.problem(), plan(null, 4 * DAY, DAY)).getFirst();

        assertThat(why.reasons()).contains(new Reason(Kind.RULE, "RUL-0", ARRIVES, 4 * DAY));
    }

    @Test
    void machineThatStoodFree_endsThePath() {
        var shop = new OneProductShop();
        shop.due = 3 * DAY;

        Explanation why = Why.explain(shop.problem(), plan(null, 6 * DAY, DAY)).getFirst();

        assertThat(why.reasons())
                .containsExactly(new Reason(Kind.PROCESS_LEAD_TIME, "PRO-CAST", 6 * DAY, 6 * DAY + 11 * HOUR));
    }

    @Test
    void subcontractedStep_isItsLeadTime() {
        var shop = new OneProductShop();
        shop.due = 3 * DAY;
        Plan plan = OneProductShop.plan(
                List.of(OneProductShop.outside(ARRIVES)), List.of(new Delivery(0, 98, ARRIVES + 3 * DAY)));

        Explanation why = Why.explain(shop.problem(), plan).getFirst();

        assertThat(why.reasons())
                .containsExactly(new Reason(Kind.PROCESS_LEAD_TIME, "PRO-CAST", ARRIVES, ARRIVES + 3 * DAY));
    }

    @Test
    void orderDueBeforeTheAsOfDay_isOverdueFirst() {
        var shop = new OneProductShop();
        shop.due = -2 * DAY;

        Explanation why = Why.explain(shop.problem(), OneProductShop.plan()).getFirst();

        assertThat(why.reasons().getFirst()).isEqualTo(new Reason(Kind.OVERDUE, "SO-1", -2 * DAY, 0));
    }

    @Test
    void orderNeverDelivered_isShortForWantOfTheBusiestMachine() {
        PlanningProblem problem = new OneProductShop().problem();

        Explanation why = Why.explain(problem, OneProductShop.nothing()).getFirst();

        assertThat(why.isShort()).isTrue();
        assertThat(why.reasons()).containsExactly(new Reason(Kind.CAPACITY, "EQP-M1", 0, problem.horizonMinutes()));
    }

    /** Our lot at a start, perhaps another lot of nobody's, and the material ordered at a minute. */
    private static Plan plan(@org.jspecify.annotations.Nullable Operation other, int start, int ordered) {
        var lots = new ArrayList<Lot>();
        lots.add(new Lot(0, 0, -1, 1, 0, 98, List.of(OneProductShop.run(start, start + 11 * HOUR))));
        if (other != null) {
            lots.add(new Lot(1, -1, -1, 1, 0, 98, List.of(other)));
        }
        return new Plan(
                List.of(),
                false,
                List.of(),
                lots,
                List.of(new Purchase(0, 400, 400, ordered, ARRIVES)),
                List.of(new Delivery(0, 98, start + 11 * HOUR)),
                new Plan.Search("test", 1, 0, 1, "constructed"));
    }
}
