package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Finding.Kind.FIGURE;
import static io.sandtable.simulation.check.Finding.Kind.MONEY;

import io.sandtable.simulation.check.ShopFloor.Work;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;

/** Whether the figures that a plan is said to have are those that follow from it: money to the fen, the rest to what doubles can tell. */
final class FigureCheck {
    private static final double FEN = 100;
    private static final double SAME = 1e-9;
    private static final double DAYS_OF_YEAR = 365;

    private final ShopFloor floor;
    private final PlanningProblem problem;
    private final Accounts accounts;
    private final KpiClaim claim;
    private final Findings findings;
    private final int lastDay;

    FigureCheck(ShopFloor floor, Accounts accounts, KpiClaim claim, Findings findings) {
        this.floor = floor;
        this.problem = floor.problem();
        this.accounts = accounts;
        this.claim = claim;
        this.findings = findings;
        this.lastDay = problem.horizonDays() - 1;
    }

    void run() {
        long revenue = accounts.moves.revenue.until(lastDay);
        long margin = revenue - accounts.costOfGoods(lastDay);
        money("kpi revenue", claim.revenue(), revenue);
        money("kpi gross margin", claim.grossMargin(), margin);
        money("kpi capex", claim.capex(), accounts.moves.capex);
        money("kpi depreciation", claim.depreciation(), accounts.moves.depreciation.until(lastDay));
        money("kpi penalties", claim.penalties(), accounts.moves.penalties.until(lastDay));
        figure("gross margin percent", claim.grossMarginPct(), revenue == 0 ? 0 : 100.0 * margin / revenue);
        checkCashLow();
        checkOrders();
        checkWork();
        checkTurns();
    }

    private void money(String figure, long claimed, long found) {
        if (claimed != found) {
            findings.add(MONEY, figure, problem.horizonMinutes(), (claimed - found) / FEN);
        }
    }

    private void figure(String figure, double claimed, double found) {
        if (Math.abs(claimed - found) > SAME * Math.max(1, Math.abs(found))) {
            findings.add(FIGURE, figure, problem.horizonMinutes(), claimed - found);
        }
    }

    private void checkCashLow() {
        long cash = 0;
        long low = Long.MAX_VALUE;
        int lowDay = 0;
        for (int day = 0; day <= lastDay; day++) {
            cash += accounts.cashMoved(day);
            if (cash < low) {
                low = cash;
                lowDay = day;
            }
        }
        money("kpi cash low", claim.cashLow(), low);
        figure("day of the cash low", claim.cashLowDay(), lowDay);
    }

    private void checkOrders() {
        var all = new double[problem.demands().size()];
        var inTime = new double[all.length];
        for (Plan.Delivery d : floor.plan().deliveries()) {
            all[d.demand()] += d.quantity();
            inTime[d.demand()] +=
                    d.minute() <= problem.demands().get(d.demand()).due() ? d.quantity() : 0;
        }
        int due = 0;
        int late = 0;
        int missing = 0;
        for (Demand demand : problem.demands()) {
            double enough = demand.quantity() - Findings.SAME_QUANTITY;
            if (demand.due() <= problem.horizonMinutes()) {
                due++;
                missing += all[demand.index()] < enough ? 1 : 0;
                late += all[demand.index()] >= enough && inTime[demand.index()] < enough ? 1 : 0;
            }
        }
        figure("late orders", claim.lateOrders(), late);
        figure("short orders", claim.shortOrders(), missing);
        figure("on time percent", claim.onTimePct(), due == 0 ? 100 : 100.0 * (due - late - missing) / due);
    }

    private void checkWork() {
        double in = 0;
        double good = 0;
        double kilowattHours = 0;
        double kilograms = 0;
        for (Work work : floor.inHouse()) {
            if (MoneyMoves.dayOfEnd(work.end()) <= lastDay) {
                in += work.operation().quantityIn();
                good += work.operation().quantityOut();
                kilowattHours += accounts.moves.costs.kilowattHours(work);
                kilograms += accounts.moves.costs.kilogramsCo2(work);
            }
        }
        figure("yield percent", claim.yieldPct(), in == 0 ? 100 : 100 * good / in);
        figure("electricity", claim.energyKwh(), kilowattHours);
        figure("carbon", claim.carbonKg(), kilograms);
    }

    private void checkTurns() {
        double sum = 0;
        for (int day = 0; day <= lastDay; day++) {
            sum += accounts.stock(day);
        }
        double mean = sum / problem.horizonDays();
        figure(
                "inventory turns",
                claim.inventoryTurns(),
                mean <= 0 ? 0 : accounts.costOfGoods(lastDay) * (DAYS_OF_YEAR / problem.horizonDays()) / mean);
    }
}
