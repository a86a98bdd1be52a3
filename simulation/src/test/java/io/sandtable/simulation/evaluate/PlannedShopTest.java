package io.sandtable.simulation.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.RandomProblems;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.PlanResponse;
import io.sandtable.simulation.sensitivity.PlanSweep;
import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Why;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the planner plans, seen through the ledger, the rules, the reasons and the sweep. */
class PlannedShopTest {
    private static final int ORDERS = 30;

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 5, 8, 11, 12, 15, 21, 26, 38})
    void plans_takeOnlyMaterialThatIsThereAndKeepEveryMustRule(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, ORDERS);

        Evaluation result = Evaluator.evaluate(problem, plan(problem));

        assertThat(result.kpis().revenue().minor()).isPositive();
        assertThat(result.ledger().postings())
                .extracting(p -> p.cause().event())
                .doesNotContain(Event.UNCOVERED, Event.UNCOVERED_DELIVERY);
        assertThat(result.violations()).noneMatch(Violation::must);
    }

    @ParameterizedTest
    @MethodSource("companiesWithLateOrders")
    void everyLateOrder_hasItsReasonWithinTheTimeUntilItLeaves(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, ORDERS);
        Plan plan = plan(problem);
        var deliveries = new Deliveries(problem, plan);

        List<Explanation> explanations = Why.explain(problem, plan);

        assertThat(explanations)
                .hasSize((int) problem.demands().stream()
                        .filter(d -> !deliveries.isOnTime(d))
                        .count())
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.binding().minutes()).isPositive())
                .filteredOn(e -> !e.isShort())
                .allSatisfy(e -> assertThat(e.binding().to())
                        .isLessThanOrEqualTo(
                                deliveries.lastMinute(problem.demands().get(e.demand()))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 11, 26})
    void sweepAroundAPlan_startsFromThePlansOwnMargin(long seed) throws InterruptedException {
        PlanningProblem problem = RandomProblems.withSeed(seed, ORDERS);
        Plan plan = plan(problem);
        var sweep = new PlanSweep(PlanResponse.fixed(changes -> problem, problem, plan), 2);

        Tornado tornado = sweep.tornado(List.of(), Kpi.GROSS_MARGIN);

        assertThat(tornado.base()).isEqualTo(Kpi.GROSS_MARGIN.of(Evaluator.kpis(problem, plan)));
    }

    static List<Long> companiesWithLateOrders() {
        List<Long> seeds = LongStream.rangeClosed(1, 60)
                .filter(seed -> {
                    PlanningProblem problem = RandomProblems.withSeed(seed, ORDERS);
                    var deliveries = new Deliveries(problem, plan(problem));
                    return problem.demands().stream().anyMatch(d -> !deliveries.isOnTime(d));
                })
                .boxed()
                .toList();
        assertThat(seeds).hasSizeGreaterThanOrEqualTo(6);
        return seeds;
    }

    private static Plan plan(PlanningProblem problem) {
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        return new Planner(clock).construct(problem, Levers.today(), Weights.DELIVERY, "keep-assets");
    }
}
