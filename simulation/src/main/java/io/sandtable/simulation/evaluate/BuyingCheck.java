package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.Restriction.MinimumOrder;
import io.sandtable.simulation.scenario.Restriction.NoSubstitution;
import io.sandtable.simulation.scenario.Restriction.PriceLimit;
import io.sandtable.simulation.scenario.Restriction.PurchaseShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Rules about what is bought, from whom, at what price, and what stands in for what. */
final class BuyingCheck {
    private static final double TOLERANCE = 1e-6;

    private final PlanningProblem problem;
    private final Plan plan;

    BuyingCheck(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /** The smallest order of each item that is too small. */
    void minimum(MinimumOrder rule, Breaches breaches) {
        var smallest = new TreeMap<Integer, Purchase>();
        for (Purchase p : plan.purchases()) {
            if (isMeant(p, rule.offers(), rule.from(), rule.to()) && p.quantity() < rule.quantity() - TOLERANCE) {
                smallest.merge(offer(p).item(), p, (a, b) -> a.quantity() <= b.quantity() ? a : b);
            }
        }
        smallest.forEach((item, p) -> breaches.add(
                problem.items().get(item).id(),
                p.ordered(),
                p.ordered() + 1,
                rule.quantity(),
                p.quantity(),
                problem.items().get(item).unit()));
    }

    void share(PurchaseShare rule, Breaches breaches) {
        double all = value(rule.among(), rule.from(), rule.to());
        double percent = all <= 0 ? 0 : 100 * value(rule.offers(), rule.from(), rule.to()) / all;
        boolean broken = rule.least() ? percent < rule.percent() - TOLERANCE : percent > rule.percent() + TOLERANCE;
        if (all > 0 && broken) {
            breaches.add(rule.supplier(), rule.from(), rule.to(), rule.percent(), percent, "%");
        }
    }

    /** CNY without VAT and duty. */
    private double value(Set<Integer> offers, int from, int to) {
        return plan.purchases().stream()
                .filter(p -> isMeant(p, offers, from, to))
                .mapToDouble(p -> p.usable() * offer(p).price(p.quantity()))
                .sum();
    }

    void price(PriceLimit rule, Breaches breaches) {
        var first = new TreeMap<Integer, Purchase>();
        for (Purchase p : plan.purchases()) {
            Double most = rule.most().get(p.offer());
            if (most != null
                    && isMeant(p, rule.most().keySet(), rule.from(), rule.to())
                    && offer(p).price() > most * (1 + TOLERANCE)) {
                first.merge(p.offer(), p, (a, b) -> a.ordered() <= b.ordered() ? a : b);
            }
        }
        first.forEach((index, p) -> breaches.add(
                problem.items().get(offer(p).item()).id(),
                p.ordered(),
                p.ordered() + 1,
                rule.most().getOrDefault(index, 0.0),
                offer(p).price(),
                "CNY/" + problem.items().get(offer(p).item()).unit()));
    }

    void substitution(NoSubstitution rule, Breaches breaches) {
        var when = new TreeMap<Integer, List<Integer>>();
        for (Lot lot : plan.lots()) {
            if (rule.routings().contains(lot.routing()) && lot.start() >= rule.from() && lot.start() < rule.to()) {
                when.computeIfAbsent(lot.item(), i -> new ArrayList<>()).add(lot.start());
            }
        }
        when.forEach(
                (item, minutes) -> breaches.addCount(problem.items().get(item).id(), minutes, "operations"));
    }

    private Offer offer(Purchase purchase) {
        return problem.offers().get(purchase.offer());
    }

    private static boolean isMeant(Purchase p, Set<Integer> offers, int from, int to) {
        return offers.contains(p.offer()) && p.ordered() >= from && p.ordered() < to;
    }
}
