package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;

/** Turns a plan into its ledger, its figures and the rules it breaks; the same plan always gives the same, on any thread. */
public final class Evaluator {
    private final PlanningProblem problem;
    private final Plan plan;
    private final Shopfloor shopfloor;
    private final EnergyUse energy;
    private final Deliveries deliveries;

    private Evaluator(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        this.shopfloor = new Shopfloor(problem, plan);
        this.energy = new EnergyUse(problem, shopfloor);
        this.deliveries = new Deliveries(problem, plan);
    }

    /** Everything about a plan, each posting kept. */
    public static Evaluation evaluate(PlanningProblem problem, Plan plan) {
        var evaluator = new Evaluator(problem, plan);
        var totals = new Totals(problem.horizonDays());
        var journal = new Journal(totals);
        evaluator.post(journal, totals);
        Kpis kpis = evaluator.figures(totals);
        var rules = new RuleCheck(
                problem, plan, evaluator.shopfloor, evaluator.energy, evaluator.deliveries, kpis, totals.cashByDay());
        return new Evaluation(plan, journal.ledger(problem.asOf()), kpis, rules.violations());
    }

    /** Only the figures, without keeping the postings they are summed from: for sensitivity, which asks many times. */
    public static Kpis kpis(PlanningProblem problem, Plan plan) {
        var evaluator = new Evaluator(problem, plan);
        var totals = new Totals(problem.horizonDays());
        evaluator.post(totals, totals);
        return evaluator.figures(totals);
    }

    private void post(Books books, Totals totals) {
        var accruals = new Accruals(problem, books);
        var treasury = new Treasury(problem, plan, books, accruals);
        treasury.postFixed();
        new GoodsFlow(problem, plan, shopfloor, energy, books, accruals).post();
        new Rebates(problem, plan, books, accruals).post();
        treasury.postInvestments();
        treasury.postShortfalls();
        accruals.settle();
        treasury.postBills(totals);
        treasury.postMonthEnds(totals);
    }

    private Kpis figures(Totals totals) {
        return new Figures(problem, plan, shopfloor, energy, deliveries).of(totals);
    }
}
