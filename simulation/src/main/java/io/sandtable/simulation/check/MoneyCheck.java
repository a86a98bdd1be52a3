package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.MONEY;

import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.List;

/**
 * Whether books say what follows from the plan, to the fen: cash and income tax on each day, revenue, what the goods sold have cost and by
 * what, penalties, depreciation, capex, what is lost and what is left.
 */
final class MoneyCheck {
    private static final double FEN = 100;
    private static final List<String> PARTS =
            List.of("material", "labour", "energy", "subcontracting", "carbon", "scrap");

    private final PlanningProblem problem;
    private final Accounts accounts;
    private final MoneyClaim claim;
    private final Findings findings;

    MoneyCheck(ShopFloor floor, Accounts accounts, MoneyClaim claim, Findings findings) {
        this.problem = floor.problem();
        this.accounts = accounts;
        this.claim = claim;
        this.findings = findings;
    }

    void run() {
        checkCash();
        checkTax();
        MoneyMoves moves = accounts.moves;
        int last = problem.horizonDays() - 1;
        compare("revenue", claim.revenue(), moves.revenue.until(last));
        compare("penalties", claim.penalties(), moves.penalties.until(last));
        compare("depreciation", claim.depreciation(), moves.depreciation.until(last));
        compare("capex", claim.capex(), moves.capex);
        for (int part = 0; part < PARTS.size(); part++) {
            compare(
                    "cost of goods: " + PARTS.get(part),
                    claim.goodsSold().get(part),
                    accounts.goods.sold[part].until(last));
        }
        compare(
                "cost of goods: other",
                claim.otherCostOfGoods(),
                accounts.costOfGoods(last) - accounts.goodsSold(last));
        compare("stock", claim.stock(), accounts.stock(last));
        compare("expired stock", claim.stockLost(), accounts.goods.expired.until(last));
    }

    /** The first day that differs says where to look. */
    private void checkCash() {
        long found = 0;
        for (int day = 0; day < problem.horizonDays(); day++) {
            found += accounts.cashMoved(day);
            if (isOff("cash", day, claim.cash().get(day), found)) {
                return;
            }
        }
    }

    private void checkTax() {
        for (int day = 0; day < problem.horizonDays(); day++) {
            if (isOff("income tax", day, claim.incomeTaxPaid().get(day), accounts.tax.paid.sum(day, day))) {
                return;
            }
        }
    }

    private boolean isOff(String figure, int day, long claimed, long found) {
        if (claimed != found) {
            findings.add(MONEY, figure, day * PlanningProblem.DAY, (claimed - found) / FEN);
        }
        return claimed != found;
    }

    private void compare(String figure, long claimed, long found) {
        if (claimed != found) {
            findings.add(MONEY, figure, problem.horizonMinutes(), (claimed - found) / FEN);
        }
    }
}
