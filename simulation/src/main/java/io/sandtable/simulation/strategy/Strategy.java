package io.sandtable.simulation.strategy;

import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Weights;

/**
 * A way to run the business: the levers it pulls and what lateness is worth to it.
 *
 * @param id permanent, as answers and records carry it: keep-assets, invest, outsource, dual-source, build-ahead, protect-cash, lift-rule
 */
public record Strategy(String id, Levers levers, Weights weights) {
    /** What happens when nobody decides anything. */
    public static final Strategy BASELINE = new Strategy("baseline", Levers.today(), Weights.DELIVERY);

    Strategy with(Levers other) {
        return new Strategy(id, other, weights);
    }
}
