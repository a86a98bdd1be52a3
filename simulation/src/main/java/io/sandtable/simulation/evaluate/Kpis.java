package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import io.sandtable.simulation.check.KpiClaim;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The figures of one plan over the horizon; money is summed from the ledger and from nothing else.
 *
 * @param revenue of what is delivered in the horizon, without VAT
 * @param grossMargin revenue less cost of the goods delivered, scrap and the depreciation of what the plan buys included
 * @param capex committed for machines and tools, duty included, without VAT, also where they arrive after the horizon
 * @param investment what its investments are worth over their life against a plan without them
 * @param cashLow lowest end-of-day balance, on {@code cashLowDate}, the first day that has it
 * @param onTimePct share of the orders due in the horizon that are delivered in full on time
 * @param lateOrders due in the horizon, delivered in full, but late
 * @param shortOrders due in the horizon and never delivered in full
 * @param yieldPct good units over started units, all operations in the house that end in the horizon
 * @param energyKwh electricity drawn by them
 * @param carbonKg CO₂ of all the energy drawn by them
 * @param inventoryTurns cost of goods sold, per year of 365 days, over average value of inventory and work in process
 * @param depreciation of what the plan buys, in the horizon
 * @param penalties for late and short orders
 */
public record Kpis(
        Money revenue,
        Money grossMargin,
        double grossMarginPct,
        Money capex,
        InvestmentCase investment,
        Money cashLow,
        LocalDate cashLowDate,
        double onTimePct,
        int lateOrders,
        int shortOrders,
        double yieldPct,
        double energyKwh,
        double carbonKg,
        double inventoryTurns,
        List<Risk> risks,
        Money depreciation,
        Money penalties) {
    public Kpis {
        risks = List.copyOf(risks);
    }

    /** Orders due in the horizon that are late or short. */
    public int missedOrders() {
        return lateOrders + shortOrders;
    }

    /** What they say, for somebody else to work out again. */
    public KpiClaim claim(LocalDate asOf) {
        return new KpiClaim(
                revenue.minor(),
                grossMargin.minor(),
                grossMarginPct,
                capex.minor(),
                cashLow.minor(),
                Math.toIntExact(ChronoUnit.DAYS.between(asOf, cashLowDate)),
                onTimePct,
                lateOrders,
                shortOrders,
                yieldPct,
                energyKwh,
                carbonKg,
                inventoryTurns,
                depreciation.minor(),
                penalties.minor());
    }

    /** The same with what a comparison has found about its investments. */
    public Kpis with(InvestmentCase investment) {
        return new Kpis(
                revenue,
                grossMargin,
                grossMarginPct,
                capex,
                investment,
                cashLow,
                cashLowDate,
                onTimePct,
                lateOrders,
                shortOrders,
                yieldPct,
                energyKwh,
                carbonKg,
                inventoryTurns,
                risks,
                depreciation,
                penalties);
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
