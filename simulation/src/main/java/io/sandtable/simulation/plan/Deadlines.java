package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.Restriction;
import java.util.Arrays;

/** Must-rules that name a day by which an order is delivered, in minutes past it. */
final class Deadlines implements PlacementCost {
    private static final int UNMET_MINUTES = 3 * 365 * 1440;

    private final Shop shop;
    private final int[] by;

    Deadlines(Shop shop) {
        this.shop = shop;
        by = new int[shop.problem().demands().size()];
        Arrays.fill(by, Integer.MAX_VALUE);
        for (PlannedRule rule : shop.problem().rules()) {
            if (rule.must()
                    && !shop.levers().liftedRules().contains(rule.id())
                    && rule.restriction() instanceof Restriction.DeliverBy deadline) {
                deadline.demands().forEach(d -> by[d] = Math.min(by[d], deadline.by()));
            }
        }
    }

    @Override
    public String id() {
        return "deadlines";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public long of(Placement placement) {
        int deadline = by[placement.demand()];
        if (deadline == Integer.MAX_VALUE) {
            return 0;
        }
        return placement.missingShare(shop.demand(placement.demand())) == 0
                ? Math.max(0, placement.ready() - deadline)
                : UNMET_MINUTES;
    }
}
