package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.plan.Levers.Sourcing;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.OfferSpec;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whom a plan buys from where one supplier's goods bear duty: ten orders of 100 kg, one a week from day 14 on, for 21 CNY/kg at home or 20 from abroad. */
class DutiesTest {
    private static Map<String, Double> bought(Consumer<OfferSpec> duty) {
        ProblemBuilder builder = aProblem()
                .item("铝锭", i -> i.kilograms())
                .machine("压机", m -> m.roundTheClock())
                .offer("近铝", "铝锭", o -> o.price(21).leadDays(3))
                .offer("远铝", "铝锭", o -> duty.accept(o.price(20).leadDays(3)))
                .make("壳体", step -> step.takes("铝锭", 1).on("压机", 1));
        for (int i = 0; i < 10; i++) {
            builder.demand("SO-" + i, "壳体", 100, 14 + 7 * i);
        }
        PlanningProblem problem = builder.build();
        Plan plan = new Planner(InstantSource.system())
                .construct(problem, Levers.today().withSourcing(Sourcing.BEST), Weights.DELIVERY, "test");
        assertThat(Checker.check(problem, plan)).isEmpty();
        return plan.purchases().stream()
                .collect(Collectors.groupingBy(
                        p -> problem.offers().get(p.offer()).supplier(), Collectors.summingDouble(Purchase::quantity)));
    }

    @Test
    void withoutDuty_theCheaperOneGetsAll() {
        assertThat(bought(offer -> {})).isEqualTo(Map.of("远铝", 1000.0));
    }

    @Test
    void duty_isPartOfThePrice() {
        assertThat(bought(offer -> offer.foreign(4))).isEqualTo(Map.of("远铝", 1000.0));
        assertThat(bought(offer -> offer.foreign(6))).isEqualTo(Map.of("近铝", 1000.0));
    }

    @Test
    void dutyFromADayOn_movesWhatComesLater() {
        // of the orders due on days 14, 21 … 77, five need their material before day 46
        assertThat(bought(offer -> offer.foreign(0).dutyFrom(46, 10))).isEqualTo(Map.of("远铝", 500.0, "近铝", 500.0));
    }
}
