package io.sandtable.simulation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.simulation.scenario.Intervention.Kind;
import io.sandtable.simulation.scenario.InterventionCompiler;
import io.sandtable.simulation.scenario.Places;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.RandomProblems;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold when a plan is carried on, over a fixed list of invented companies. */
@Tag("trial")
class RandomReplansTest {
    private static final Planner PLANNER = new Planner(InstantSource.system());
    private static final Levers LEVERS = Levers.today().withOutsourcing().withSourcing(Levers.Sourcing.BEST);

    static Stream<Long> seeds() {
        return IntStream.rangeClosed(1, 200).mapToObj(i -> (long) i);
    }

    private static Plan replan(PlanningProblem problem, Plan earlier, Planner.Reach reach, long seed) {
        return PLANNER.replan(
                problem,
                LEVERS,
                earlier,
                reach,
                Weights.DELIVERY,
                new PlannerSettings(seed, 30, 1000, 1, Duration.ofMinutes(5)),
                () -> false,
                p -> {});
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void carriedOn_aPlanIsNeverWorseThanItWas(long seed) {
        PlanningProblem problem = RandomProblems.withSeed(seed, 25);
        Plan earlier = PLANNER.construct(problem, LEVERS, Weights.DELIVERY, "test");

        Plan plan = replan(problem, earlier, Planner.Reach.WHOLE, seed);

        var shop = new Shop(problem, LEVERS);
        Scoring scoring = Scoring.of(shop, Weights.DELIVERY);
        assertThat(Planner.lateness(shop, scoring, plan)).isLessThanOrEqualTo(Planner.lateness(shop, scoring, earlier));
        assertThat(Checker.check(problem, plan)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anOperationPinnedWhereItIs_staysThere_andNoOrderIsLost(long seed) {
        PlanningProblem free = RandomProblems.withSeed(seed, 25);
        Plan earlier = PLANNER.construct(free, LEVERS, Weights.DELIVERY, "test");
        PlanningProblem problem = pinning(free, earlier, new SplittableRandom(seed));

        Plan plan = replan(problem, earlier, seed % 2 == 0 ? Planner.Reach.RIPPLE : Planner.Reach.WHOLE, seed);

        assertThat(Checker.check(problem, plan)).isEmpty();
        Map<Integer, Double> delivered = new HashMap<>();
        plan.deliveries().forEach(d -> delivered.merge(d.demand(), d.quantity(), Double::sum));
        for (var demand : problem.demands()) {
            assertThat(delivered).containsEntry(demand.index(), demand.quantity());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anOperationPinnedWhereItWas_isThereInANewPlanToo(long seed) {
        PlanningProblem free = RandomProblems.withSeed(seed, 25);
        Plan earlier = PLANNER.construct(free, LEVERS, Weights.DELIVERY, "test");
        PlanningProblem problem = pinning(free, earlier, new SplittableRandom(seed));

        Plan plan = PLANNER.construct(problem, LEVERS, Weights.DELIVERY, "test");

        assertThat(Checker.check(problem, plan)).isEmpty();
    }

    private static PlanningProblem pinning(PlanningProblem problem, Plan plan, SplittableRandom random) {
        List<Lot> lots = plan.lots().stream()
                .filter(lot -> lot.parent() < 0 && lot.start() >= 0)
                .toList();
        Lot lot = lots.get(random.nextInt(lots.size()));
        Operation operation =
                lot.operations().get(random.nextInt(lot.operations().size()));
        Step step = problem.routings().get(lot.routing()).steps().get(operation.step());
        int number = 1
                + (int) plan.lots().stream()
                        .filter(other -> other.demand() == lot.demand() && other.index() < lot.index())
                        .filter(other -> problem.routings().get(other.routing()).steps().stream()
                                .anyMatch(s -> s.process().equals(step.process())))
                        .count();
        var compiler = new InterventionCompiler(problem);
        compiler.add(new Intervention(
                "HND-1",
                Kind.PIN,
                problem.demands().get(lot.demand()).id(),
                step.process(),
                number,
                operation.machine() >= 0
                        ? Places.of(problem).machine(operation.machine())
                        : step.subcontracts().get(operation.subcontract()).supplier(),
                operation.tool() < 0 ? null : Places.of(problem).tool(operation.tool()),
                problem.time(operation.start()),
                lot.quantity(),
                "就这样做",
                "王敏"));
        return compiler.problem();
    }
}
