package io.sandtable.web.ask;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.evaluate.ResultHash;
import io.sandtable.simulation.plan.Redispatch;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.sensitivity.PlanFixedSweep;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.web.settings.SimulationSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the plans for a problem, has them checked independently, and moves each input to see what they rest on. */
@Component
public class PlanSearch {
    private final SimulationSettings settings;

    PlanSearch(SimulationSettings settings) {
        this.settings = settings;
    }
}
