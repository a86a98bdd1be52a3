package io.sandtable.web.ask;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.why.Reason;
import io.sandtable.simulation.why.Reasons;
import io.sandtable.web.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order that a plan delivers late or not in full, with what holds it up first. */
public record LateOrder(String number, String customer, LocalDate due, @Nullable LocalDate delivered, Reason reason) {
    /** All of a plan, in the order of their due dates. */
    public static List<LateOrder> of(PlanningProblem problem, Plan plan) {
        return Reasons.of(problem, plan).entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> {
                    PlanningProblem.Demand demand = problem.demands().get(e.getKey());
                    Plan.Delivery last = plan.lastDelivery(demand.index());
                    return new LateOrder(
                            demand.number(),
                            demand.customerName(),
                            problem.day(demand.due() - 1),
                            last == null ? null : problem.day(Math.max(0, last.minute() - 1)),
                            e.getValue().getFirst());
                })
                .toList();
    }

    /** What holds it up, in words. */
    public String words(Words words) {
        return words.say("reason." + reason.kind().code(), reason.name());
    }
}
