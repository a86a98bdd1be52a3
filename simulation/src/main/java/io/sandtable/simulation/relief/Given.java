package io.sandtable.simulation.relief;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;

/**
 * A relief as granted: what is planned with it.
 *
 * @param plan the earlier one, in whose levers the relief shows where it is one
 * @param anew orders that are placed anew, the relieved one first
 */
record Given(PlanningProblem problem, Plan plan, List<Integer> anew) {
    Given {
        anew = List.copyOf(anew);
    }
}
