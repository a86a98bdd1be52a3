package io.sandtable.simulation.check;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Coproduct;
import java.util.Map;
import java.util.TreeMap;

/** What comes out of lots beside what they are made for. */
final class Coproducts {
    /** What rounding may take off a whole piece. */
    private static final double ROUNDING = 1e-6;

    private Coproducts() {}

    /** Quantity by item; of pieces whole ones alone. */
    static Map<Integer, Double> of(PlanningProblem problem, Plan.Lot lot) {
        var all = new TreeMap<Integer, Double>();
        for (Plan.Operation operation : lot.operations()) {
            for (Coproduct coproduct : problem.routings()
                    .get(lot.routing())
                    .steps()
                    .get(operation.step())
                    .coproducts()) {
                all.merge(coproduct.item(), units(problem, coproduct, operation.quantityIn()), Double::sum);
            }
        }
        return all;
    }

    /** What comes out of a step into which so many units go. */
    static double units(PlanningProblem problem, Coproduct coproduct, double quantityIn) {
        double quantity = coproduct.of(quantityIn);
        boolean whole = problem.items().get(coproduct.item()).whole();
        return whole ? Math.floor(quantity + ROUNDING) : quantity;
    }
}
