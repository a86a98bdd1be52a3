package io.sandtable.simulation.why;

import io.sandtable.simulation.evaluate.Deliveries;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Redispatch;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.why.Reason.Kind;
import java.util.ArrayList;
import java.util.List;

/** Explains every order line of a plan that is late or short, from the problem and the plan alone. */
public final class Why {
    private Why() {}

    /** One explanation for each late or short demand, in the order of the demands. */
    public static List<Explanation> explain(PlanningProblem problem, Plan plan) {
        var deliveries = new Deliveries(problem, plan);
        Plan early = Redispatch.asSoonAsPossible(problem, plan);
        var earliest = new Deliveries(problem, early);
        var path = new CriticalPath(problem, early);
        var obstacles = new Obstacles(problem, plan);
        var explanations = new ArrayList<Explanation>();
        for (Demand demand : problem.demands()) {
            if (deliveries.isOnTime(demand)) {
                continue;
            }
            var reasons = new ArrayList<Reason>();
            if (demand.due() <= 0) {
                reasons.add(new Reason(Kind.OVERDUE, demand.number(), demand.due(), 0));
            }
            boolean isShort = deliveries.isShort(demand);
            reasons.addAll(isShort ? obstacles.of(demand) : path.of(demand, earliest.lastMinute(demand)));
            explanations.add(new Explanation(demand.index(), isShort, reasons));
        }
        return explanations;
    }
}
