package io.sandtable.simulation.plan;

import java.util.ArrayList;
import java.util.List;

/** All constraints of a search, and the weights behind them. */
record Scoring(Weights weights, List<PlacementCost> costs) {
    static Scoring of(Shop shop, Weights weights) {
        var costs = new ArrayList<PlacementCost>();
        costs.add(new Deadlines(shop));
        costs.add(new LateOrders(shop, weights));
        var spending = new Spending(shop);
        costs.add(spending);
        if (weights.perThousandYuan() > 0) {
            costs.add(new SpendingAgainstDelivery(spending, weights));
        }
        var preferred = PreferredChoices.of(shop);
        if (!preferred.rules().isEmpty()) {
            costs.add(preferred);
        }
        return new Scoring(weights, costs);
    }

    /** Broken deadlines and late orders in one figure, a broken deadline far ahead of any lateness. */
    long lateness(Placement placement) {
        long points = 0;
        for (PlacementCost cost : costs) {
            if (cost instanceof LateOrders) {
                points += cost.of(placement);
            } else if (cost instanceof Deadlines) {
                points += 10_000 * cost.of(placement);
            }
        }
        return points;
    }

    Tally of(Placement... placements) {
        var tally = new Tally(this);
        for (Placement placement : placements) {
            tally.add(placement);
        }
        return tally;
    }

    /** A running sum on each level. */
    static final class Tally implements Comparable<Tally> {
        private final Scoring scoring;
        private final long[] levels = new long[PlacementCost.Level.values().length];

        Tally(Scoring scoring) {
            this.scoring = scoring;
        }

        void add(Placement placement) {
            for (PlacementCost cost : scoring.costs()) {
                levels[cost.level().ordinal()] += cost.of(placement);
            }
        }

        void remove(Placement placement) {
            for (PlacementCost cost : scoring.costs()) {
                levels[cost.level().ordinal()] -= cost.of(placement);
            }
        }

        long at(PlacementCost.Level level) {
            return levels[level.ordinal()];
        }

        /** Less is better. */
        @Override
        public int compareTo(Tally other) {
            return java.util.Arrays.compare(levels, other.levels);
        }
    }
}
