package io.sandtable.simulation.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.scenario.SmallCompany;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanResponseTest {
    private static final Scenario SCENARIO = SmallCompany.complete().scenario();
    private static final PlanningProblem PROBLEM = SCENARIO.compile();
    private static final Plan PLAN = new Planner(InstantSource.fixed(Instant.EPOCH))
            .construct(PROBLEM, Levers.today(), Weights.DELIVERY, "test");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void figuresOfManyValues_areThoseOfCompilingAndTimingAnew(long seed) {
        PlanResponse many = PlanResponse.fixed(SCENARIO, PROBLEM, PLAN);
        PlanResponse anew = PlanResponse.fixed(changes -> SCENARIO.with(changes).compile(), PROBLEM, PLAN);
        var random = new Random(seed);

        for (int i = 0; i < 12; i++) {
            List<Change> changes = changes(random);
            assertThat(many.kpis(changes)).isEqualTo(anew.kpis(changes));
            assertThat(many.judged(changes).kpis()).isEqualTo(anew.kpis(changes));
        }
    }

    private static List<Change> changes(Random random) {
        var changes = new ArrayList<Change>();
        for (Range range : Range.standIns()) {
            if (random.nextInt(4) == 0) {
                changes.addAll(
                        PlanSweep.moves(range, range.low() + random.nextDouble() * (range.high() - range.low())));
            }
        }
        return changes;
    }
}
