package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;
import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.scenario.ProblemBuilder;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Machines work day and night; one piece takes one day. */
class DeferralTest {
    private static final String ALWAYS = "MON-SUN 00:00-24:00";

    private static Shop shop(ProblemBuilder problem) {
        return new Shop(problem.build(), Levers.today());
    }

    private static Placement[] byDueDate(Shop shop) {
        var decoder = new Decoder(new Board(shop));
        var plan = new Placement[shop.problem().demands().size()];
        for (int d = 0; d < plan.length; d++) {
            plan[d] = decoder.place(d);
        }
        return plan;
    }

    private static Set<Integer> waiting(ProblemBuilder problem) {
        Shop shop = shop(problem);
        return new Deferral(shop, Weights.DELIVERY, byDueDate(shop)).choose(1);
    }

    /** Orders of 7, 8, 4, 6 and 6 days due after 9, 17, 18, 19 and 21: at least two are late (Pinedo, Scheduling, section 3.3). */
    @Test
    void oneMachine_asFewOrdersWaitAsPossible() {
        ProblemBuilder five = aProblem()
                .machine("冲床", ALWAYS)
                .make("壳", step -> step.on("冲床", DAY))
                .demand("SO-1", "壳", 7, 8)
                .demand("SO-2", "壳", 8, 16)
                .demand("SO-3", "壳", 4, 17)
                .demand("SO-4", "壳", 6, 18)
                .demand("SO-5", "壳", 6, 20);
        Shop shop = shop(five);

        Placement[] plan = new Constructor(shop, Scoring.of(shop, Weights.DELIVERY)).construct();

        assertThat(waiting(five)).hasSize(2);
        assertThat(plan)
                .filteredOn(p -> p.ready() > shop.demand(p.demand()).due())
                .hasSize(2);
    }

    /** Both parts are due by day 2 if the shells are to leave on day 5, and the casting machine has two days and not four. */
    @Test
    void workThatFollows_countsForTheDayByWhichAPartIsDue() {
        assertThat(waiting(aProblem()
                        .machine("铸机", ALWAYS)
                        .machine("冲床一", ALWAYS)
                        .machine("冲床二", ALWAYS)
                        .make("壳一", step -> step.takes("坯一", 1).on("冲床一", 3 * DAY))
                        .make("壳二", step -> step.takes("坯二", 1).on("冲床二", 3 * DAY))
                        .make("坯一", step -> step.on("铸机", 2 * DAY))
                        .make("坯二", step -> step.on("铸机", 2 * DAY))
                        .demand("SO-1", "壳一", 1, 4)
                        .demand("SO-2", "壳二", 1, 4)))
                .hasSize(1);
    }

    @Test
    void anUrgentOrder_doesNotWaitForAnOtherwiseEqualOne() {
        assertThat(waiting(aProblem()
                        .machine("冲床", ALWAYS)
                        .make("壳", step -> step.on("冲床", DAY))
                        .demand("SO-1", "壳", 3, 4, d -> d.priority(1))
                        .demand("SO-2", "壳", 3, 4, d -> d.priority(3))))
                .containsExactly(1);
    }

    @Test
    void whatFits_waitsForNothing() {
        assertThat(waiting(aProblem()
                        .machine("冲床", ALWAYS)
                        .make("壳", step -> step.on("冲床", DAY))
                        .demand("SO-1", "壳", 3, 4)
                        .demand("SO-2", "壳", 2, 4)))
                .isEmpty();
    }
}
