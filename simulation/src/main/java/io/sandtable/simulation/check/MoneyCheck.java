package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.MONEY;

import io.sandtable.simulation.scenario.PlanningProblem;

/**
 * Whether books say what follows from the plan, to the fen: cash at the end of each day, revenue, penalties, depreciation, capex, and
 * that all that went into stock is sold, lost or still there. Not worked out again are income tax, which is taken as the books have it,
 * and how the cost of goods is divided between those sold and those left.
 */
final class MoneyCheck {
    private static final double FEN = 100;

    private final PlanningProblem problem;
    private final MoneyMoves moves;
    private final MoneyClaim claim;
    private final Findings findings;

    MoneyCheck(ShopFloor floor, MoneyClaim claim, Findings findings) {
        this.problem = floor.problem();
        this.moves = new MoneyMoves(floor);
        this.claim = claim;
        this.findings = findings;
    }

    void run() {
        checkCash();
        int last = problem.horizonDays() - 1;
        compare("revenue", claim.revenue(), moves.revenue.until(last));
        compare("penalties", claim.penalties(), moves.penalties.until(last));
        compare("depreciation", claim.depreciation(), moves.depreciation.until(last));
        compare("capex", claim.capex(), moves.capex);
        compare("goods", claim.stock() + claim.goodsSold() + claim.stockLost(), moves.intoStock.until(last));
    }

    /** The first day that differs says where to look. */
    private void checkCash() {
        long found = 0;
        for (int day = 0; day < problem.horizonDays(); day++) {
            found += moves.cash.sum(day, day) - claim.incomeTaxPaid().get(day);
            long off = claim.cash().get(day) - found;
            if (off != 0) {
                findings.add(MONEY, "cash", day * PlanningProblem.DAY, off / FEN);
                return;
            }
        }
    }

    private void compare(String figure, long claimed, long found) {
        if (claimed != found) {
            findings.add(MONEY, figure, problem.horizonMinutes(), (claimed - found) / FEN);
        }
    }
}
