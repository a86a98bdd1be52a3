package io.sandtable.bench;

import io.sandtable.datasets.demo.DemoCompany;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.strategy.Candidate;
import io.sandtable.simulation.strategy.SearchListener;
import io.sandtable.simulation.strategy.StrategySearch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The plans of the demo company with 40 % more of every order. */
record DemoPlans(Scenario scenario, PlanningProblem problem, List<Plan> plans) {
    static final long SEED = 20261121;

    private static final int STEPS = 200;

    static DemoPlans search() {
        Scenario scenario = Scenario.of(DemoData.snapshot(), DemoCompany.AS_OF, SEED)
                .with(new Change(Dimension.DEMAND_VOLUME, Set.of(), Change.Form.RELATIVE, 40, null, null));
        PlanningProblem problem = scenario.compile();
        List<Plan> plans = new StrategySearch(Clock.systemUTC(), Evaluator::evaluate)
                        .run(
                                problem,
                                new PlannerSettings(SEED, STEPS, STEPS, 2, Duration.ofMinutes(5)),
                                SearchListener.SILENT,
                                () -> false)
                        .plans()
                        .stream()
                        .map(Candidate::plan)
                        .toList();
        return new DemoPlans(scenario, problem, plans);
    }
}
