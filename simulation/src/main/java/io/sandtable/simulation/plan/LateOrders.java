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
        double missing = placement.missingShare(demand);
        if (placement.ready() <= demand.due() && missing == 0) {
            return 0;
        }
        double days = placement.isMet() ? Math.max(0, placement.ready() - Math.max(0, demand.due())) / 1440.0 : 0;
        double points = weights.lateOrder() + (1 - missing) * points(days) + missing * points(UNMET_DAYS);
        return Math.round(1000 * weights.of(demand) * points);
    }

    private double points(double daysLate) {
        double days = Math.min(UNMET_DAYS, daysLate);
        double convex = Math.min(days, CONVEX_DAYS);
        return days * weights.lateDay() + convex * convex * weights.lateDaySquared();
    }
}
