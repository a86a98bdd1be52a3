package io.sandtable.simulation.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Redispatch;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Recompilation;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.scenario.SmallCompany;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is kept between points must not be seen in any of them: everything is compared with compiling, timing and summing anew. */
class RevaluationTest {
    private static final long[] SEEDS = {1, 2, 3, 5, 8, 13, 21, 34};
    /** Comparing every list of a problem takes a while. */
    private static final long[] FEW_SEEDS = {1, 2};

    private static final Scenario SCENARIO = SmallCompany.complete()
            .scenario()
            .with(new Change(Dimension.DEMAND_VOLUME, Set.of("MAT-shell"), Change.Form.RELATIVE, 40, null, null));
    private static final Plan PLAN = new Planner(InstantSource.system())
            .construct(SCENARIO.compile(), Levers.today().withOutsourcing(), Weights.DELIVERY, "test");

    @Test
    void points_comeToTheSameAsAnew() {
        for (long seed : SEEDS) {
            var revaluation = new Revaluation(SCENARIO, PLAN);
            for (List<Change> point : points(seed)) {
                assertThat(revaluation.at(point)).as("%d %s", seed, point).isEqualTo(anew(point));
            }
        }
    }

    @Test
    void problems_areThoseThatAreCompiledAnew() {
        for (long seed : FEW_SEEDS) {
            var problems = new Recompilation(SCENARIO);
            for (List<Change> point : points(seed)) {
                assertThat(problems.with(point))
                        .as("%d %s", seed, point)
                        .usingRecursiveComparison()
                        .isEqualTo(with(point).compile());
            }
        }
    }

    @Test
    void everyDimension_isSeenAloneAfterAllHaveMoved() {
        var revaluation = new Revaluation(SCENARIO, PLAN);
        List<Change> all = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            all.add(Change.of(dimension, dimension.standIn()));
        }

        assertThat(revaluation.at(all)).isEqualTo(anew(all)).isNotEqualTo(revaluation.today());
        for (Dimension dimension : Dimension.values()) {
            List<Change> alone = List.of(Change.of(dimension, -dimension.standIn()));
            assertThat(revaluation.at(alone)).as(dimension.id()).isEqualTo(anew(alone));
        }
        assertThat(revaluation.at(List.of())).isEqualTo(anew(List.of()));
    }

    /** Some dimensions by some amount, then around each point others that differ in one, as sensitivity asks; now and then of one thing alone. */
    private static List<List<Change>> points(long seed) {
        var random = new SplittableRandom(seed);
        var points = new ArrayList<List<Change>>();
        for (int i = 0; i < 4; i++) {
            var point = new ArrayList<Change>();
            for (Dimension dimension : Dimension.values()) {
                if (random.nextInt(4) > 0) {
                    point.add(change(dimension, random));
                }
            }
            points.add(point);
            for (int k = 0; k < 6; k++) {
                var neighbour = new ArrayList<>(point);
                int moved = random.nextInt(point.size());
                neighbour.set(moved, change(point.get(moved).dimension(), random));
                points.add(neighbour);
            }
        }
        return points;
    }

    private static Change change(Dimension dimension, SplittableRandom random) {
        double value = dimension.standIn() * (4 * random.nextDouble() - 2);
        Change everywhere = Change.of(dimension, value);
        return random.nextInt(5) > 0
                ? everywhere
                : new Change(dimension, Set.of("MAT-alu"), everywhere.form(), value, null, null);
    }

    private static Kpis anew(List<Change> changes) {
        PlanningProblem problem = with(changes).compile();
        return Evaluator.kpis(problem, Redispatch.drawingOnSafetyStock(problem, PLAN));
    }

    private static Scenario with(List<Change> changes) {
        Scenario changed = SCENARIO;
        for (Change change : changes) {
            changed = changed.with(change);
        }
        return changed;
    }
}
