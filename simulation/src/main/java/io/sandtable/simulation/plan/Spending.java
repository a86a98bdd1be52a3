package io.sandtable.simulation.plan;

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
        return placement.isMet()
                ? placement.spent()
                : Math.round(100 * shop.demand(placement.demand()).value());
    }
}
