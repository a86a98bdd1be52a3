package io.sandtable.web.ask;

import io.sandtable.model.NodeType;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Reason;
import io.sandtable.simulation.why.Why;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that a plan delivers late or not in full, with what holds it up most.
 *
 * @param id of the order's node
 * @param delivered null where it is short
 * @param on name of what it waits for
 * @param from first day of the wait, {@code to} its last
 */
public record LateOrder(
        String id,
        String number,
        String customer,
        LocalDate due,
        @Nullable LocalDate delivered,
        Reason.Kind kind,
        String on,
        LocalDate from,
        LocalDate to) {
    /** All of a plan, the earliest due first, in the language of the question. */
    public static List<LateOrder> of(Answer answer, Plan plan) {
        return of(answer, plan, answer.question().language());
    }

    /** All of a plan, the earliest due first. */
    public static List<LateOrder> of(Answer answer, Plan plan, Language language) {
        return of(answer, plan, Why.explain(answer.problem(), plan), language);
    }

    /** The same where they are explained already. */
    public static List<LateOrder> of(Answer answer, Plan plan, List<Explanation> explanations, Language language) {
        return explanations.stream()
                .map(e -> of(answer, plan, e, language))
                .sorted(Comparator.comparing(LateOrder::due).thenComparing(LateOrder::number))
                .toList();
    }

    private static LateOrder of(Answer answer, Plan plan, Explanation explanation, Language language) {
        PlanningProblem problem = answer.problem();
        PlanningProblem.Demand demand = problem.demands().get(explanation.demand());
        Plan.Delivery last = explanation.isShort() ? null : plan.lastDelivery(demand.index());
        Reason reason = explanation.binding();
        return new LateOrder(
                demand.id(),
                demand.number(),
                named(answer, demand.customer(), demand.customerName(), language),
                lastDayBefore(problem, demand.due()),
                last == null ? null : lastDayBefore(problem, last.minute()),
                reason.kind(),
                named(answer, reason.on(), language),
                problem.day(reason.from()),
                lastDayBefore(problem, reason.to()));
    }

    /** What a reason is about, in words: a thing of the graph, a condition, or else what it is called. */
    public static String named(Answer answer, String id, Language language) {
        String ruleText = answer.problem().rules().stream()
                .filter(r -> r.id().equals(id))
                .map(PlannedRule::text)
                .findFirst()
                .orElse(id);
        return named(answer, id, ruleText, language);
    }

    private static String named(Answer answer, String id, String fallback, Language language) {
        return answer.snapshot()
                .findNode(id)
                .filter(node -> node.type() != NodeType.RULE)
                .map(node -> language.choose(node.name(), node.nameEn()))
                .orElse(fallback);
    }

    /** The day that ends at the minute, or in which it lies. */
    static LocalDate lastDayBefore(PlanningProblem problem, int minute) {
        return problem.day(Math.max(0, minute - 1));
    }

    /** What holds it up, in words. */
    public String words(Words words) {
        var figures = new Figures(words.language());
        return words.say("reason." + kind.id(), on, figures.date(from), figures.date(to));
    }
}
