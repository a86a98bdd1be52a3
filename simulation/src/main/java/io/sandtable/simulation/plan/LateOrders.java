package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem.Demand;

/** Late and unmet orders, in thousandths of a point: convex in the days, weighted by priority. */
record LateOrders(Shop shop, Weights weights) implements PlacementCost {
    /** An order that cannot be met costs as much as one that is 200 days late: about twenty that are late by a day. */
    private static final double UNMET_DAYS = 200;

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
        return Math.round(1000 * priorityWeight(demand) * points);
    }

    static int priorityWeight(Demand demand) {
        return demand.priority() <= 1 ? 9 : demand.priority() == 2 ? 3 : 1;
    }
}
