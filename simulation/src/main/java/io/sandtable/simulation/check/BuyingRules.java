package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Findings.SAME_QUANTITY;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.Restriction;
import java.util.List;

/** Which rules about purchases and stand-ins are broken. */
final class BuyingRules {
    private final ShopFloor floor;
    private final RuleCheck.Broken broken;

    BuyingRules(ShopFloor floor, RuleCheck.Broken broken) {
        this.floor = floor;
        this.broken = broken;
    }

    void minimum(PlannedRule rule, Restriction.MinimumOrder r) {
        for (Plan.Purchase purchase : placed(r.from(), r.to())) {
            double missing = r.quantity() - purchase.quantity();
            if (r.offers().contains(purchase.offer()) && missing > SAME_QUANTITY) {
                broken.tell(rule, purchase.ordered(), missing);
            }
        }
    }

    void share(PlannedRule rule, Restriction.PurchaseShare r) {
        double mine = 0;
        double all = 0;
        for (Plan.Purchase purchase : placed(r.from(), r.to())) {
            if (r.among().contains(purchase.offer())) {
                double value = purchase.usable() * offer(purchase).price(purchase.quantity());
                all += value;
                mine += r.offers().contains(purchase.offer()) ? value : 0;
            }
        }
        double beyond = all == 0 ? 0 : 100 * mine / all - r.percent();
        if (all > 0 && (r.least() ? -beyond : beyond) > SAME_QUANTITY) {
            broken.tell(rule, Math.max(0, r.from()), Math.abs(beyond));
        }
    }

    void price(PlannedRule rule, Restriction.PriceLimit r) {
        for (Plan.Purchase purchase : placed(r.from(), r.to())) {
            double most = r.most().getOrDefault(purchase.offer(), Double.POSITIVE_INFINITY);
            double beyond = offer(purchase).price() - most;
            if (beyond > SAME_QUANTITY * most) {
                broken.tell(rule, purchase.ordered(), beyond);
            }
        }
    }

    void substitution(PlannedRule rule, Restriction.NoSubstitution r) {
        for (Plan.Lot lot : floor.plan().lots()) {
            int begins = lot.start();
            if (r.routings().contains(lot.routing()) && r.from() <= begins && begins < r.to()) {
                broken.tell(rule, begins, lot.quantity());
            }
        }
    }

    private Offer offer(Plan.Purchase purchase) {
        return floor.problem().offers().get(purchase.offer());
    }

    private List<Plan.Purchase> placed(int from, int to) {
        return floor.plan().purchases().stream()
                .filter(p -> from <= p.ordered() && p.ordered() < to)
                .toList();
    }
}
