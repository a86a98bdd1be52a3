package io.sandtable.simulation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.ProblemBuilder;
import io.sandtable.simulation.strategy.CandidateTest.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeOffsTest {
    private static final PlanningProblem SHOP = ProblemBuilder.aProblem()
            .machine("甲")
            .make("壳", step -> step.on("甲", 2).outsourcedTo("外协厂", 5, 3))
            .demand("单1", "壳", 10, 5)
            .build();

    private static Candidate earning(long margin, int late) {
        return new Figures(10_000_000, margin, 0, 500_000, late, 0, 3_000_000).plan();
    }

    /** Four more orders late earn 400,000.00 more: an order more on time costs 100,000.00. */
    @Test
    void priceOfLateness_isWhatTheEndsShow() {
        Candidate serves = earning(2_000_000, 2);
        Candidate earns = earning(2_400_000, 6);
        Candidate neither = earning(1_900_000, 4);

        List<Strategy> between = TradeOffs.between(List.of(neither, earns, serves), SHOP, neither);

        assertThat(between).extracting(Strategy::id).containsExactly("delivery-before-cost", "cost-before-delivery");
        assertThat(between.getFirst().weights().yuanPerLateOrder()).isCloseTo(200_000, within(1e-6));
        assertThat(between.getLast().weights().yuanPerLateOrder()).isCloseTo(50_000, within(1e-6));
        assertThat(between).allMatch(strategy -> strategy.levers().outsourcing());
    }

    @Test
    void bestDeliveryThatEarnsMostToo_leavesNothingBetween() {
        Candidate best = earning(2_400_000, 2);

        assertThat(TradeOffs.between(List.of(best, earning(2_000_000, 6)), SHOP, best))
                .isEmpty();
    }

    /** They are about choices that cost no capital and break no rule. */
    @Test
    void plansThatInvest_areNoEnds() {
        Candidate today = earning(2_000_000, 6);
        Plan bought = new Plan(
                List.of(0),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                today.plan().search());

        assertThat(TradeOffs.between(List.of(today, earning(2_100_000, 2).with(bought)), SHOP, today))
                .isEmpty();
    }
}
