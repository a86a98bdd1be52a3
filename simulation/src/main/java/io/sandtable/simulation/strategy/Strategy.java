package io.sandtable.simulation.strategy;

import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Weights;

/**
 * A way to run the business: the levers it pulls and what lateness is worth to it.
 *
 * @param id permanent, as answers and records carry it: keep-assets, invest, outsource, dual-source, build-ahead, protect-cash, lift-rule
 */
public record Strategy(String id, Levers levers, Weights weights) {
    static final String PROTECT_CASH = "protect-cash";
    static final String DUAL_SOURCE = "dual-source";

    /** What happens when nobody decides anything. */
    public static final Strategy BASELINE = new Strategy("baseline", Levers.today(), Weights.DELIVERY);

    /** How the strategy of that id chooses suppliers. */
    static Levers.Sourcing sourcing(String id) {
        return id.equals(BASELINE.id)
                ? Levers.Sourcing.FIRST
                : id.equals(DUAL_SOURCE) ? Levers.Sourcing.SPREAD : Levers.Sourcing.BEST;
    }

    Strategy with(Levers other) {
        return new Strategy(id, other, weights);
    }
}
