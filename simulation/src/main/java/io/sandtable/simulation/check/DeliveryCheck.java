package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.DELIVERY;
import static io.sandtable.simulation.check.Findings.SAME_QUANTITY;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether each customer gets what she ordered, once, or nothing, or a part where she takes parts. */
final class DeliveryCheck {
    private final PlanningProblem problem;
    private final Plan plan;
    private final Findings findings;

    DeliveryCheck(PlanningProblem problem, Plan plan, Findings findings) {
        this.problem = problem;
        this.plan = plan;
        this.findings = findings;
    }

    void run() {
        Map<Integer, List<Plan.Delivery>> byDemand = plan.deliveries().stream()
                .collect(Collectors.groupingBy(Plan.Delivery::demand, TreeMap::new, Collectors.toList()));
        byDemand.forEach((demand, deliveries) -> check(problem.demands().get(demand), deliveries));
    }

    private void check(Demand demand, List<Plan.Delivery> deliveries) {
        double total = 0;
        for (Plan.Delivery delivery : deliveries) {
            total += delivery.quantity();
            boolean tooSmall =
                    delivery.quantity() < Math.min(demand.minimumShipment(), demand.quantity()) - SAME_QUANTITY;
            if (!(delivery.quantity() > 0) || delivery.minute() < 0 || tooSmall) {
                findings.add(DELIVERY, demand.number(), delivery.minute(), delivery.quantity());
            }
        }
        double off = total - demand.quantity();
        boolean inParts = deliveries.size() > 1 || off < -SAME_QUANTITY;
        if (off > SAME_QUANTITY || (demand.whole() && inParts)) {
            findings.add(DELIVERY, demand.number(), deliveries.getLast().minute(), Math.abs(off));
        }
    }
}
