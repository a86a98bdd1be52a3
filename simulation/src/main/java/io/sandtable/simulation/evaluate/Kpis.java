package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * The figures of one plan over the horizon; money is summed from the ledger and from nothing else.
 *
 * @param grossMargin revenue less cost of the goods delivered
 * @param capex paid or committed for machines and tools
 * @param npv of the investments over their life, zero without any
 * @param cashLow lowest end-of-day balance, on {@code cashLowDate}
 * @param onTimePct share of the orders due in the horizon that are delivered in full on time
 * @param yieldPct good units over started units, all operations in the house
 * @param inventoryTurns cost of goods sold, per year, over average inventory value
 */
public record Kpis(
        Money revenue,
        Money grossMargin,
        double grossMarginPct,
        Money capex,
        Money npv,
        Money cashLow,
        LocalDate cashLowDate,
        double onTimePct,
        int lateOrders,
        int shortOrders,
        double yieldPct,
        double energyKwh,
        double carbonKg,
        double inventoryTurns,
        List<Risk> risks) {
    public Kpis {
        risks = List.copyOf(risks);
    }

    /**
     * A risk worth naming.
     *
     * @param kind know-how, single-source, concentration, tool-life or cash
     * @param on id of the node it is about
     * @param score 0 … 100
     */
    public record Risk(String kind, String on, double score) {}
}
