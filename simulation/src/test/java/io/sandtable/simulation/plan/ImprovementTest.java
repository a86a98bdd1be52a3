package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.ProblemBuilder.aProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.plan.Improvement.Outcome;
import io.sandtable.simulation.plan.PlacementCost.Level;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.RandomProblems;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optaplanner.core.config.solver.EnvironmentMode;

class ImprovementTest {
    private static final Levers LEVERS = Levers.today().withOutsourcing().withSourcing(Levers.Sourcing.BEST);

    private static PlannerSettings settings(long steps) {
        return new PlannerSettings(1, steps, 1_000_000, 1, Duration.ofMinutes(5));
    }

    /** The library rebuilds every score from scratch and compares; a difference of one would be thrown. */
    @ParameterizedTest
    @ValueSource(longs = {2, 9, 29})
    void everyDelta_equalsTheScoreCountedAnew(long seed) {
        var shop = new Shop(RandomProblems.withSeed(seed, 15), LEVERS);
        Scoring scoring = Scoring.of(shop, Weights.CASH);
        Placement[] start = new Constructor(shop, scoring).construct();

        Outcome found = new Improvement(shop, scoring, "test", settings(60), InstantSource.system())
                .search(start, seed, () -> false, p -> {}, EnvironmentMode.FULL_ASSERT);

        Scoring.Tally anew = scoring.of(found.placements());
        assertThat(found.score().hardScores()).containsExactly(0, -anew.at(Level.MUST));
        assertThat(found.score().softScores()).containsExactly(-anew.at(Level.DELIVERY), -anew.at(Level.PREFERENCE));
    }

    @Test
    void aSearch_findsLessLatenessThanItsStart() {
        // one machine, long orders due first: by due date everything behind them is late
        PlanningProblem problem = contended();
        var shop = new Shop(problem, LEVERS);
        Scoring scoring = Scoring.of(shop, Weights.DELIVERY);
        Placement[] byDueDate = placedInSequence(shop);

        Outcome found = new Improvement(shop, scoring, "test", settings(400), InstantSource.system())
                .search(byDueDate, 1, () -> false, p -> {});

        assertThat(scoring.of(found.placements()).at(Level.DELIVERY))
                .isLessThan(scoring.of(byDueDate).at(Level.DELIVERY) / 2);
    }

    @Test
    void theConstructor_letsTheOrderWaitThatIsInEverybodysWay() {
        var shop = new Shop(contended(), LEVERS);

        Placement[] plan = new Constructor(shop, Scoring.of(shop, Weights.DELIVERY)).construct();

        assertThat(List.of(plan))
                .filteredOn(p -> p.ready() > shop.demand(p.demand()).due())
                .hasSize(1);
    }

    /** A big order of four days due on the third, six small ones of half a day due one after the other from the first. */
    private static PlanningProblem contended() {
        var problem = aProblem()
                .machine("铣床", "MON-SUN 08:00-20:00")
                .make("壳", step -> step.on("铣床", 1))
                .demand("SO-大", "壳", 4 * 720, 2, demand -> demand.priority(3));
        for (int d = 0; d < 6; d++) {
            problem.demand("SO-" + d, "壳", 360, 3 + d / 2, demand -> demand.priority(3));
        }
        return problem.build();
    }

    private static Placement[] placedInSequence(Shop shop) {
        var decoder = new Decoder(new Board(shop));
        var plan = new Placement[shop.problem().demands().size()];
        for (int d = 0; d < plan.length; d++) {
            plan[d] = decoder.place(d);
        }
        return plan;
    }
}
