package io.sandtable.simulation.check;

import java.util.List;

/**
 * What books say of a plan, in fen, to be worked out again by somebody else ({@link MoneyCheck}).
 *
 * @param cash balance at the end of each day of the horizon, from the as-of day on
 * @param incomeTaxPaid on each of those days
 * @param revenue of the horizon, as {@code penalties} and {@code depreciation} are
 * @param capex of all that is bought, ever
 * @param stock inventory and work in process at the end of the horizon
 * @param goodsSold cost of the goods sold in the horizon: material, labour, energy, subcontracting, carbon, scrap
 * @param otherCostOfGoods transfers and depreciation in the horizon, less rebates
 * @param stockLost worth of what expired in the horizon
 */
public record MoneyClaim(
        List<Long> cash,
        List<Long> incomeTaxPaid,
        long revenue,
        long penalties,
        long depreciation,
        long capex,
        long stock,
        List<Long> goodsSold,
        long otherCostOfGoods,
        long stockLost) {
    public MoneyClaim {
        cash = List.copyOf(cash);
        incomeTaxPaid = List.copyOf(incomeTaxPaid);
        goodsSold = List.copyOf(goodsSold);
    }
}
