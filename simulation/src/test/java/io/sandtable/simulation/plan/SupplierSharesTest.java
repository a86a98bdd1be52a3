package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who gets which part of the purchases, planned by hand: ten orders of 100 kg, one a week. */
class SupplierSharesTest {
    private static ProblemBuilder tenOrders(double near, double far, int farDays) {
        ProblemBuilder problem = aProblem()
                .item("铝锭", i -> i.kilograms())
                .machine("压机", m -> m.roundTheClock())
                .offer("近铝", "铝锭", o -> o.price(20).leadDays(3).share(near))
                .offer("远铝", "铝锭", o -> o.price(22).leadDays(farDays).share(far))
                .make("壳体", step -> step.takes("铝锭", 1).on("压机", 1));
        for (int i = 0; i < 10; i++) {
            problem.demand("SO-" + i, "壳体", 100, 14 + 7 * i);
        }
        return problem;
    }

    private static Map<String, Double> bought(PlanningProblem problem) {
        Plan plan = new Planner(InstantSource.system()).construct(problem, Levers.today(), Weights.DELIVERY, "test");
        assertThat(Checker.check(problem, plan)).isEmpty();
        return plan.purchases().stream()
                .collect(Collectors.groupingBy(
                        p -> problem.offers().get(p.offer()).supplier(), Collectors.summingDouble(Purchase::quantity)));
    }

    @Test
    void suppliersWithShares_getThem() {
        assertThat(bought(tenOrders(70, 30, 5).build())).isEqualTo(Map.of("近铝", 700.0, "远铝", 300.0));
    }

    @Test
    void withoutShares_theFirstSupplierGetsAll() {
        assertThat(bought(tenOrders(0, 0, 5).build())).isEqualTo(Map.of("近铝", 1000.0));
    }

    @Test
    void sharesMakeNothingLate() {
        // the far one needs 40 days: of ten orders, 14 to 77 days from now, the last six can wait that long
        Map<String, Double> bought = bought(tenOrders(20, 80, 40).build());

        assertThat(bought).isEqualTo(Map.of("近铝", 400.0, "远铝", 600.0));
    }
}
