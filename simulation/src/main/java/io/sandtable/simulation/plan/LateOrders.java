package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem.Demand;

/** Late and unmet orders, in thousandths of a point: convex in the days, weighted by priority. */
record LateOrders(Shop shop, Weights weights) implements PlacementCost {
    /** An order that cannot be met costs as much as one that is 400 days late: more than two that are a little late. */
    private static final double UNMET_DAYS = 400;

    /** Beyond two months every further day hurts alike; else one lost order would outweigh hundreds of late ones. */
    private static final double CONVEX_DAYS = 60;

    @Override
    public String id() {
        return "late-orders";
    }

    @Override
    public Level level() {
        return Level.DELIVERY;
    }

    @Override
    public long of(Placement placement) {
        Demand demand = shop.demand(placement.demand());
        if (placement.ready() <= demand.due()) {
            return 0;
        }
        double days = placement.isMet()
                ? Math.min(UNMET_DAYS, (placement.ready() - Math.max(0, demand.due())) / 1440.0)
                : UNMET_DAYS;
        double convex = Math.min(days, CONVEX_DAYS);
        double points = weights.lateOrder() + days * weights.lateDay() + convex * convex * weights.lateDaySquared();
        return Math.round(1000 * weights.of(demand) * points);
    }
}
