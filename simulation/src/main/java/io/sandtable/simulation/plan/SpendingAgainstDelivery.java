package io.sandtable.simulation.plan;

/** Money on the level of delivery, in thousandths of a point, for strategies that do not deliver at any price. */
record SpendingAgainstDelivery(Spending spending, Weights weights) implements PlacementCost {
    @Override
    public String id() {
        return "spending-against-delivery";
    }

    @Override
    public Level level() {
        return Level.DELIVERY;
    }

    @Override
    public long of(Placement placement) {
        return Math.round(spending.of(placement) / 100.0 * weights.perThousandYuan());
    }
}
