package io.sandtable.web.plandetail;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Deliveries;
import io.sandtable.simulation.evaluate.DeliveryStatus;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Reason;
import io.sandtable.simulation.why.Why;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order line and what the plan makes of it.
 *
 * @param id of the order's node
 * @param family empty where the item has none
 * @param due last day on which it would be on time
 * @param planned day of its last delivery, null where nothing is delivered
 * @param delivered units that are delivered, ever
 * @param lateDays days after the due day, 0 when it is on time or short
 * @param value CNY without VAT
 * @param why what held it up most, in words; null when it is on time
 */
record OrderLine(
        int demand,
        String id,
        String number,
        String customerId,
        String customer,
        String familyId,
        String family,
        String item,
        double quantity,
        String unit,
        LocalDate due,
        @Nullable LocalDate planned,
        double delivered,
        int lateDays,
        DeliveryStatus status,
        Money value,
        @Nullable String why) {
    /** All orders of a plan, in the order of the problem. */
    static List<OrderLine> all(ShownPlan shown) {
        PlanningProblem problem = shown.problem();
        var deliveries = new Deliveries(problem, shown.plan());
        Map<Integer, Explanation> reasons = new HashMap<>();
        Why.explain(problem, shown.plan()).forEach(e -> reasons.put(e.demand(), e));
        Names names = shown.names();
        var reader = new Reader(shown, names);
        var lines = new ArrayList<OrderLine>();
        for (Demand demand : problem.demands()) {
            PlanningProblem.Item item = problem.items().get(demand.item());
            String family = item.family() == null ? "" : item.family();
            double delivered = deliveries.quantity(demand);
            int last = deliveries.lastMinute(demand);
            DeliveryStatus status = deliveries.status(demand);
            LocalDate due = problem.day(demand.due() - 1);
            LocalDate planned = delivered > 0 ? problem.day(Math.max(0, last - 1)) : null;
            lines.add(new OrderLine(
                    demand.index(),
                    demand.id(),
                    demand.number(),
                    demand.customer(),
                    names.customer(demand),
                    family,
                    names.of(family, family),
                    names.item(demand.item()),
                    demand.quantity(),
                    item.unit(),
                    due,
                    planned,
                    delivered,
                    status == DeliveryStatus.LATE && planned != null
                            ? (int) (planned.toEpochDay() - due.toEpochDay())
                            : 0,
                    status,
                    Money.of(Money.CNY, demand.value()),
                    reader.words(reasons.get(demand.index()))));
        }
        return lines;
    }

    /** Puts reasons into words. */
    private record Reader(ShownPlan shown, Names names) {
        @Nullable
        String words(@Nullable Explanation explanation) {
            if (explanation == null) {
                return null;
            }
            Reason reason = explanation.binding();
            var figures = new Figures(shown.language());
            return Words.in(shown.language())
                    .say(
                            "reason." + reason.kind().id(),
                            names.reason(reason.on()),
                            figures.date(shown.problem().day(reason.from())),
                            figures.date(shown.problem().day(Math.max(0, reason.to() - 1))));
        }
    }
}
