package io.sandtable.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.scenario.InputShift.Input;
import org.junit.jupiter.api.Test;

class InputShiftTest {
    private static ProblemBuilder shop(double ordered, double price, double offered, int leadDays) {
        return ProblemBuilder.aProblem()
                .item("铝", i -> {})
                .offer("甲", "铝", o -> o.price(offered).leadDays(leadDays))
                .offer("乙", "铝", o -> o.price(30).leadDays(9))
                .machine("一")
                .make("壳", s -> s.takes("铝", 1).on("一", 1))
                .demand("单1", "壳", ordered, 5, d -> d.price(price))
                .demand("单2", "壳", 7, 6);
    }

    @Test
    void shifts_areThoseOfWhatTheChangeReaches() {
        PlanningProblem before = shop(10, 100, 20, 4).build();

        assertThat(InputShift.between(before, shop(10, 100, 20, 4).build())).isEmpty();
        assertThat(InputShift.between(before, shop(14, 90, 22, 6).build()))
                .satisfiesExactly(
                        ordered -> {
                            assertThat(ordered.input()).isEqualTo(Input.ORDERED);
                            assertThat(ordered.count()).isEqualTo(1);
                            assertThat(ordered.from()).isEqualTo(10);
                            assertThat(ordered.to()).isEqualTo(14);
                        },
                        price -> assertThat(price).isEqualTo(new InputShift(Input.SELLING_PRICE, 1, 100, 90, "")),
                        offer -> assertThat(offer).isEqualTo(new InputShift(Input.PURCHASE_PRICE, 1, 20, 22, "")),
                        lead -> assertThat(lead).isEqualTo(new InputShift(Input.LEAD_TIME, 1, 4, 6, "")));
    }

    /** An order that is gone counts with nothing after, a new one with nothing before. */
    @Test
    void ordersThatComeAndGo_areOrderedToo() {
        PlanningProblem before = shop(10, 100, 20, 4).build();
        PlanningProblem after = shop(10, 100, 20, 4).demand("单3", "壳", 5, 6).build();

        assertThat(InputShift.between(before, after))
                .singleElement()
                .satisfies(shift -> assertThat(shift.to() - shift.from()).isEqualTo(5));
        assertThat(InputShift.between(after, before))
                .singleElement()
                .satisfies(shift -> assertThat(shift.to() - shift.from()).isEqualTo(-5));
    }
}
