package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem.Demand;

/** Money for work, subcontractors and purchases, in fen; what an unmet order would have cost counts as its value. */
record Spending(Shop shop) implements PlacementCost {
    @Override
    public String id() {
        return "spending";
    }

    @Override
    public Level level() {
        return Level.PREFERENCE;
    }

    @Override
    public long of(Placement placement) {
        Demand demand = shop.demand(placement.demand());
        return placement.spent() + Math.round(100 * demand.value() * placement.missingShare(demand));
    }
}
