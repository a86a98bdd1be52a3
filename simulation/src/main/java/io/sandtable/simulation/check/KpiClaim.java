package io.sandtable.simulation.check;

/**
 * The figures that somebody says a plan has, to be worked out again ({@link FigureCheck}). Money is fen, percentages are numbers of percent.
 *
 * @param cashLowDay days since the as-of day
 * @param energyKwh of electricity
 */
public record KpiClaim(
        long revenue,
        long grossMargin,
        double grossMarginPct,
        long capex,
        long cashLow,
        int cashLowDay,
        double onTimePct,
        int lateOrders,
        int shortOrders,
        double yieldPct,
        double energyKwh,
        double carbonKg,
        double inventoryTurns,
        long depreciation,
        long penalties) {}
