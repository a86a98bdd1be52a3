package io.sandtable.web.ask;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Reason;
import io.sandtable.simulation.why.Why;
import io.sandtable.web.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that a plan delivers late or not in full, with what holds it up most.
 *
 * @param delivered null where it is short
 * @param on name of what it waits for
 * @param from first day of the wait, {@code to} its last
 */
public record LateOrder(
        String number,
        String customer,
        LocalDate due,
        @Nullable LocalDate delivered,
        Reason.Kind kind,
        String on,
        LocalDate from,
        LocalDate to) {
    /** All of a plan, the earliest due first. */
    public static List<LateOrder> of(Answer answer, Plan plan) {
        return Why.explain(answer.problem(), plan).stream()
                .filter(e -> !e.reasons().isEmpty())
                .map(e -> of(answer, plan, e))
                .sorted(Comparator.comparing(LateOrder::due).thenComparing(LateOrder::number))
                .toList();
    }

    private static LateOrder of(Answer answer, Plan plan, Explanation explanation) {
        PlanningProblem problem = answer.problem();
        PlanningProblem.Demand demand = problem.demands().get(explanation.demand());
        Plan.Delivery last = explanation.isShort() ? null : plan.lastDelivery(demand.index());
        Reason reason = explanation.binding();
        return new LateOrder(
                demand.number(),
                named(answer, demand.customer(), demand.customerName()),
                lastDayBefore(problem, demand.due()),
                last == null ? null : lastDayBefore(problem, last.minute()),
                reason.kind(),
                named(answer, reason.on(), reason.on()),
                problem.day(reason.from()),
                lastDayBefore(problem, reason.to()));
    }

    /** The thing's name in the language of the question; the fallback for what is no node of the graph. */
    private static String named(Answer answer, String id, String fallback) {
        boolean chinese = answer.question().language().isChinese();
        return answer.snapshot()
                .findNode(id)
                .map(node -> chinese ? node.name() : node.nameEn())
                .orElse(fallback);
    }

    /** The day that ends at the minute, or in which it lies. */
    private static LocalDate lastDayBefore(PlanningProblem problem, int minute) {
        return problem.day(Math.max(0, minute - 1));
    }

    /** What holds it up, in words. */
    public String words(Words words) {
        return words.say("reason." + kind.id(), on, from, to);
    }
}
