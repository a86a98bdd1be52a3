package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.LEAD_TIME;
import static io.sandtable.simulation.check.Finding.Kind.ORDER_SIZE;
import static io.sandtable.simulation.check.Finding.Kind.QUANTITY;
import static io.sandtable.simulation.check.Finding.Kind.SUPPLIER_CAPACITY;
import static io.sandtable.simulation.check.Finding.Kind.SUPPLIER_CLOSED;
import static io.sandtable.simulation.check.Findings.SAME_QUANTITY;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import java.util.TreeMap;

/** Whether suppliers can deliver what is bought: quantity, time, closures, and what is left after rejects. */
final class PurchaseCheck {
    private final PlanningProblem problem;
    private final Plan plan;
    private final Findings findings;

    PurchaseCheck(PlanningProblem problem, Plan plan, Findings findings) {
        this.problem = problem;
        this.plan = plan;
        this.findings = findings;
    }

    void run() {
        var weeks = new TreeMap<Integer, WeekTotals>();
        for (Plan.Purchase purchase : plan.purchases()) {
            Offer offer = problem.offers().get(purchase.offer());
            checkSize(purchase, offer);
            checkTime(purchase, offer);
            weeks.computeIfAbsent(offer.index(), o -> new WeekTotals(offer.capacityPerWeek()))
                    .add(purchase.arrives(), purchase.quantity());
        }
        weeks.forEach((offer, totals) -> totals.over((minute, over) ->
                findings.add(SUPPLIER_CAPACITY, problem.offers().get(offer).supplier(), minute, over)));
    }

    private void checkSize(Plan.Purchase purchase, Offer offer) {
        double missing = Math.max(
                offer.minimumQuantity() - purchase.quantity(),
                LotCheck.offMultiple(purchase.quantity(), offer.multiple()));
        if (missing > SAME_QUANTITY) {
            findings.add(ORDER_SIZE, offer.supplier(), purchase.ordered(), missing);
        }
        double rejected = purchase.quantity() * offer.rejectPercent() / 100;
        double tooGood = purchase.usable() + rejected - purchase.quantity();
        if (!(purchase.quantity() > 0) || !(purchase.usable() >= 0) || tooGood > SAME_QUANTITY) {
            findings.add(QUANTITY, offer.supplier(), purchase.ordered(), Math.max(tooGood, 0));
        }
    }

    private void checkTime(Plan.Purchase purchase, Offer offer) {
        // an order that should have been placed before today is as impossible as one that arrives too early
        int hurried = Math.max(
                offer.leadTimeMinutes() - (purchase.arrives() - purchase.ordered()),
                Math.negateExact(purchase.ordered()));
        if (hurried > 0) {
            findings.add(LEAD_TIME, offer.supplier(), purchase.ordered(), hurried);
        }
        for (int[] closed : offer.closed()) {
            for (int minute : new int[] {purchase.ordered(), purchase.arrives()}) {
                if (closed[0] <= minute && minute < closed[1]) {
                    findings.add(SUPPLIER_CLOSED, offer.supplier(), minute, 0);
                }
            }
        }
    }
}
