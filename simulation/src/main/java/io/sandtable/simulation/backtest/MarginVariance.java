package io.sandtable.simulation.backtest;

import io.sandtable.model.Money;
import java.util.TreeSet;

/**
 * Why the margin came out otherwise than planned, product by product and month by month: more or fewer units at the planned margin of one, other prices and other
 * costs of the units that came. The three add up to the difference, to the fen. Where nothing was planned of a product its units count at the margin that
 * they came with.
 *
 * @param volume effect of quantities
 * @param price effect of sales prices
 * @param cost effect of costs of a unit; a higher cost is negative
 */
public record MarginVariance(Money volume, Money price, Money cost) {
    /** From a plan to what happened. */
    public static MarginVariance between(Performance plan, Performance actual) {
        var cells = new TreeSet<>(plan.cells().keySet());
        cells.addAll(actual.cells().keySet());
        long volume = 0;
        long price = 0;
        long cost = 0;
        for (Performance.Cell cell : cells) {
            Amounts planned = plan.of(cell);
            Amounts came = actual.of(cell);
            // what the units that came would have brought and cost as planned
            double ratio = planned.delivered() > 0 ? came.delivered() / planned.delivered() : 0;
            long revenueAsPlanned = planned.delivered() > 0
                    ? Math.round(planned.revenue().minor() * ratio)
                    : came.revenue().minor();
            long costAsPlanned = planned.delivered() > 0
                    ? Math.round(planned.cost().minor() * ratio)
                    : came.cost().minor();
            volume += revenueAsPlanned - costAsPlanned - planned.margin().minor();
            price += came.revenue().minor() - revenueAsPlanned;
            cost += costAsPlanned - came.cost().minor();
        }
        return new MarginVariance(Money.fen(volume), Money.fen(price), Money.fen(cost));
    }

    /** Actual margin less the planned one. */
    public Money total() {
        return volume.plus(price).plus(cost);
    }
}
