package io.sandtable.simulation.strategy;

import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Weights;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A way to run the business: the levers it pulls and what lateness is worth to it.
 *
 * @param id permanent, as answers and records carry it: keep-assets, invest, outsource, dual-source, build-ahead, protect-cash, lift-rule,
 *     least-cost, delivery-before-cost, cost-before-delivery
 */
public record Strategy(String id, Levers levers, Weights weights) {
    static final String KEEP_ASSETS = "keep-assets";
    static final String INVEST = "invest";
    static final String OUTSOURCE = "outsource";
    static final String BUILD_AHEAD = "build-ahead";
    static final String LIFT_RULE = "lift-rule";
    static final String PROTECT_CASH = "protect-cash";
    static final String DUAL_SOURCE = "dual-source";
    static final String LEAST_COST = "least-cost";
    static final String DELIVERY_BEFORE_COST = "delivery-before-cost";
    static final String COST_BEFORE_DELIVERY = "cost-before-delivery";

    private static final Set<String> MIND_MONEY =
            Set.of(PROTECT_CASH, LEAST_COST, DELIVERY_BEFORE_COST, COST_BEFORE_DELIVERY);

    /** As plans are lettered: what can be done with what there is, what is bought, what others do. */
    private static final List<String> ORDER = List.of(
            KEEP_ASSETS,
            INVEST,
            OUTSOURCE,
            DUAL_SOURCE,
            BUILD_AHEAD,
            PROTECT_CASH,
            LEAST_COST,
            LIFT_RULE,
            DELIVERY_BEFORE_COST,
            COST_BEFORE_DELIVERY);

    static final Comparator<Strategy> IN_ORDER = Comparator.comparingInt(strategy -> ORDER.indexOf(strategy.id));

    /** What happens when nobody decides anything. */
    public static final Strategy BASELINE = new Strategy("baseline", Levers.today(), Weights.DELIVERY);

    /** How the strategy of that id chooses suppliers. */
    static Levers.Sourcing sourcing(String id) {
        return id.equals(BASELINE.id)
                ? Levers.Sourcing.FIRST
                : id.equals(DUAL_SOURCE) ? Levers.Sourcing.SPREAD : Levers.Sourcing.BEST;
    }

    /** About what lateness is worth to the strategy of that id, where the figures it was first weighed by are gone. */
    static Weights weights(String id) {
        return MIND_MONEY.contains(id) ? Weights.CASH : Weights.DELIVERY;
    }

    Strategy with(Levers other) {
        return new Strategy(id, other, weights);
    }
}
