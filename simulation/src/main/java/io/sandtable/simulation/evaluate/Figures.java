package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Step;

/** The figures of a plan: money out of the books' totals, the rest counted on the plan. */
final class Figures {
    private static final double DAYS_OF_YEAR = 365;

    private final PlanningProblem problem;
    private final Plan plan;
    private final Shopfloor shopfloor;
    private final EnergyUse energy;
    private final Deliveries deliveries;
    private int due;
    private int onTime;
    private int late;
    private int missing;
    private double started;
    private double good;
    private double kilowattHours;
    private double kilogramsCo2;

    Figures(PlanningProblem problem, Plan plan, Shopfloor shopfloor, EnergyUse energy, Deliveries deliveries) {
        this.problem = problem;
        this.plan = plan;
        this.shopfloor = shopfloor;
        this.energy = energy;
        this.deliveries = deliveries;
    }

    Kpis of(Totals totals) {
        problem.demands().forEach(this::count);
        for (Lot lot : plan.lots()) {
            for (Operation op : lot.operations()) {
                if (op.machine() >= 0 && Days.by(op.end()) < problem.horizonDays()) {
                    count(shopfloor.step(lot, op), op);
                }
            }
        }
        long revenue = -totals.of(Account.Group.REVENUE);
        long costOfGoods = totals.of(Account.Group.COST_OF_GOODS);
        long margin = revenue - costOfGoods;
        long[] cash = totals.cashByDay();
        int low = indexOfLowest(cash);
        double stock = totals.averageStock();
        return new Kpis(
                Money.fen(revenue),
                Money.fen(margin),
                revenue == 0 ? 0 : 100.0 * margin / revenue,
                Money.fen(totals.ever(Account.FIXED_ASSETS)),
                InvestmentCase.NONE,
                Money.fen(cash[low]),
                problem.asOf().plusDays(low),
                due == 0 ? 100 : 100.0 * onTime / due,
                late,
                missing,
                started == 0 ? 100 : 100 * good / started,
                kilowattHours,
                kilogramsCo2,
                stock <= 0 ? 0 : costOfGoods * (DAYS_OF_YEAR / problem.horizonDays()) / stock,
                new RiskScores(problem, plan, shopfloor).scores(cash[low], revenue),
                Money.fen(totals.of(Account.DEPRECIATION)),
                Money.fen(totals.of(Account.PENALTIES)));
    }

    private void count(Demand demand) {
        if (demand.due() > problem.horizonMinutes()) {
            return;
        }
        due++;
        if (deliveries.isShort(demand)) {
            missing++;
        } else if (deliveries.isOnTime(demand)) {
            onTime++;
        } else {
            late++;
        }
    }

    private void count(Step step, Operation op) {
        started += op.quantityIn();
        good += op.quantityOut();
        kilowattHours += energy.units(step, op, EnergyUse.ALL_ELECTRICITY);
        kilogramsCo2 += energy.kilogramsCo2(step, op);
    }

    private static int indexOfLowest(long[] values) {
        int lowest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[lowest]) {
                lowest = i;
            }
        }
        return lowest;
    }
}
