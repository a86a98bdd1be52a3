package io.sandtable.web.planfile;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.simulation.evaluate.Deliveries;
import io.sandtable.simulation.evaluate.DeliveryStatus;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;

/** Which orders of a plan are late, and by how much in all. */
final class Tardiness {
    private final PlanningProblem problem;
    private final Deliveries deliveries;

    Tardiness(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.deliveries = new Deliveries(problem, plan);
    }

    DeliveryStatus status(Demand demand) {
        return deliveries.status(demand);
    }

    long count(DeliveryStatus status) {
        return problem.demands().stream().filter(d -> status(d) == status).count();
    }

    /** Days late of all late orders, summed; parts of a day count as parts. */
    double days() {
        double minutes = problem.demands().stream()
                .filter(d -> status(d) == DeliveryStatus.LATE)
                .mapToDouble(d -> deliveries.lastMinute(d) - d.due())
                .sum();
        return Math.round(minutes / DAY * 100) / 100.0;
    }
}
