package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.Restriction.PurchaseShare;
import java.util.List;
import java.util.Set;
import java.util.function.IntToLongFunction;

/**
 * Steers the search towards the shares of purchases that rules ask for: a supplier who would come to have more than its share is not
 * asked again before others have caught up, and nobody else is before who needs a least share has it.
 */
final class PurchaseShares {
    /** Orders are rounded up afterwards, which moves shares a little. */
    private static final double CLEARANCE_POINTS = 1;

    private final PlanningProblem problem;
    private final List<PurchaseShare> rules;

    PurchaseShares(PlanningProblem problem, List<PurchaseShare> rules) {
        this.problem = problem;
        this.rules = rules;
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** Whether so many millionths more may come from the offer; {@code bought} tells what comes from each already. */
    boolean allow(int offer, long quantity, IntToLongFunction bought) {
        return rules.stream()
                .filter(rule -> rule.among().contains(offer))
                .allMatch(rule -> allows(rule, offer, quantity, bought));
    }

    private boolean allows(PurchaseShare rule, int offer, long quantity, IntToLongFunction bought) {
        boolean own = rule.offers().contains(offer);
        if (own == rule.least()) {
            return true;
        }
        double more = value(offer, quantity);
        double mine = value(rule.offers(), bought) + (own ? more : 0);
        double all = value(rule.among(), bought) + more;
        return rule.least()
                ? mine >= all * Math.min(100, rule.percent() + CLEARANCE_POINTS) / 100 || !sells(rule, offer)
                : mine <= all * Math.max(0, rule.percent() - CLEARANCE_POINTS) / 100;
    }

    /** Whether the supplier of the rule sells the same. */
    private boolean sells(PurchaseShare rule, int offer) {
        return problem.items().get(problem.offers().get(offer).item()).offers().stream()
                .anyMatch(rule.offers()::contains);
    }

    private double value(Set<Integer> offers, IntToLongFunction bought) {
        return offers.stream()
                .mapToDouble(offer -> value(offer, bought.applyAsLong(offer)))
                .sum();
    }

    private double value(int offer, long quantity) {
        Offer of = problem.offers().get(offer);
        return Micro.toUnits(quantity) * of.price();
    }
}
