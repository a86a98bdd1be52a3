package io.sandtable.simulation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.RandomProblems;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every plan of every company, over a fixed list of seeds. */
class RandomPlansTest {
    private static final Planner PLANNER = new Planner(InstantSource.system());
    private static final Map<Long, Plan> PLANS = new HashMap<>();

    static Stream<Long> seeds() {
        return IntStream.rangeClosed(1, 200).mapToObj(i -> (long) i);
    }

    private static Levers levers(PlanningProblem problem, long seed) {
        Levers levers = Levers.today();
        if (seed % 2 == 0) {
            levers = levers.withOutsourcing().withSourcing(Levers.Sourcing.BEST);
        }
        if (seed % 3 == 0) {
            levers = levers.withOvertime(
                    IntStream.range(0, problem.machines().size()).boxed().collect(Collectors.toSet()));
        }
        if (seed % 5 == 0) {
            levers = levers.withInvestments(
                    IntStream.range(0, problem.investments().size()).boxed().toList());
        }
        return seed % 7 == 0 ? levers.withSourcing(Levers.Sourcing.SPREAD).withBufferDays(5) : levers;
    }

    /** Planned once for all tests: they only look. */
    private static Plan plan(PlanningProblem problem, long seed) {
        return PLANS.computeIfAbsent(seed, s -> planned(problem, s));
    }

    private static Plan planned(PlanningProblem problem, long seed) {
        return PLANNER.plan(
                problem,
                levers(problem, seed),
                Weights.DELIVERY,
                "test",
                new PlannerSettings(seed, seed % 4 == 0 ? 60 : 0, 1000, 1, java.time.Duration.ofMinutes(5)),
                () -> false,
                p -> {});
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyOrder_isDeliveredInFull(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, 25);

        Plan plan = plan(problem, seed);

        Map<Integer, Double> delivered = new HashMap<>();
        plan.deliveries().forEach(d -> delivered.merge(d.demand(), d.quantity(), Double::sum));
        for (var demand : problem.demands()) {
            assertThat(delivered).containsEntry(demand.index(), demand.quantity());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void figures_needNoOtherTakesThanThoseWrittenForThem(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, 25);

        Plan whole = Redispatch.of(problem, plan(problem, seed));
        Plan forFigures = Redispatch.forFigures(problem, plan(problem, seed));

        assertThat(Evaluator.kpis(problem, forFigures)).isEqualTo(Evaluator.kpis(problem, whole));
        assertThat(forFigures.lots()).isEqualTo(whole.lots());
        assertThat(forFigures.purchases()).isEqualTo(whole.purchases());
        assertThat(forFigures.deliveries()).isEqualTo(whole.deliveries());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void machinesAndTools_doOneThingAtATime(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, 25);

        Plan plan = plan(problem, seed);

        Map<String, List<Operation>> busy = new HashMap<>();
        for (Lot lot : plan.lots()) {
            for (Operation operation : lot.operations()) {
                if (operation.machine() >= 0
                        && operation.machine() < problem.machines().size()
                        && !problem.machines().get(operation.machine()).unlimited()) {
                    busy.computeIfAbsent("machine " + operation.machine(), m -> new ArrayList<>())
                            .add(operation);
                }
                if (operation.tool() >= 0) {
                    busy.computeIfAbsent("tool " + operation.tool(), t -> new ArrayList<>())
                            .add(operation);
                }
            }
        }
        busy.forEach((resource, operations) -> {
            operations.sort(Comparator.comparingInt(Operation::start));
            for (int i = 1; i < operations.size(); i++) {
                assertThat(operations.get(i).start())
                        .as(resource)
                        .isGreaterThanOrEqualTo(operations.get(i - 1).end());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theChecker_findsNothing(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, 25);

        Plan plan = plan(problem, seed);

        assertThat(Checker.check(problem, plan)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noStock_isTakenTwice(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, 25);

        Plan plan = plan(problem, seed);

        for (var stock : problem.stocks()) {
            double taken = plan.takes().stream()
                    .filter(t -> t.source() == Source.STOCK && t.index() == stock.index())
                    .mapToDouble(Plan.Take::quantity)
                    .sum();
            assertThat(taken).isLessThanOrEqualTo(stock.quantity() + 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPlanTimedAgainOnItsOwnProblem_staysAsItIs(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, 25);

        Plan plan = plan(problem, seed);

        assertThat(Redispatch.of(problem, plan)).isEqualTo(plan);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void steps_neverMakeAPlanWorse(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, 25);
        Levers levers = levers(problem, seed);

        Plan constructed = PLANNER.construct(problem, levers, Weights.DELIVERY, "test");
        Plan improved = PLANNER.plan(
                problem,
                levers,
                Weights.DELIVERY,
                "test",
                new PlannerSettings(seed, 60, 1000, 1, java.time.Duration.ofMinutes(5)),
                () -> false,
                p -> {});

        var shop = new Shop(problem, levers);
        Scoring scoring = Scoring.of(shop, Weights.DELIVERY);
        assertThat(Planner.lateness(shop, scoring, improved))
                .isLessThanOrEqualTo(Planner.lateness(shop, scoring, constructed));
    }
}
