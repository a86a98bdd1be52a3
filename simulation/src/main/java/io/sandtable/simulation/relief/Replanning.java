package io.sandtable.simulation.relief;

import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;

/** Carries a plan on for the sake of one order, the same way every time. */
@FunctionalInterface
public interface Replanning {
    /** @param anew orders that leave their places, the one it is done for first; never empty */
    Evaluation carryOnFor(PlanningProblem problem, Plan plan, List<Integer> anew);
}
