package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Planner;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Restriction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

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
        Evaluation unjudged = evaluator.unjudged(totals);
        RuleCheck rules = evaluator.rules(unjudged.kpis(), () -> unjudged, totals);
        return new Evaluation(plan, unjudged.ledger(), unjudged.kpis(), rules.violations(), rules.awaited());
    }

    /** The rules that hold because a figure of the plan has passed the value they wait for; mostly none. */
    public static List<PlannedRule> cameTrue(PlanningProblem problem, Plan plan) {
        if (problem.rules().stream().noneMatch(r -> r.restriction() instanceof Restriction.When)) {
            return List.of();
        }
        var evaluator = new Evaluator(problem, plan);
        var totals = new Totals(problem.horizonDays());
        Evaluation unjudged = evaluator.unjudged(totals);
        return evaluator.rules(unjudged.kpis(), () -> unjudged, totals).cameTrue();
    }

    /**
     * Figures, broken rules and late orders without keeping the postings; where a rule about some postings only asks for them, they are kept
     * for it and thrown away.
     */
    public static Judged judge(PlanningProblem problem, Plan plan) {
        var evaluator = new Evaluator(problem, plan);
        var totals = new Totals(problem.horizonDays());
        evaluator.post(totals, totals);
        Kpis kpis = evaluator.figures(totals);
        List<Violation> violations = evaluator
                .rules(kpis, () -> evaluator.unjudged(new Totals(problem.horizonDays())), totals)
                .violations();
        return new Judged(kpis, violations, evaluator.deliveries, totals.cashByDay());
    }

    /** @param mine the plan with its postings, made where a rule asks for it */
    private RuleCheck rules(Kpis kpis, Supplier<Evaluation> mine, Totals totals) {
        return new RuleCheck(
                problem,
                plan,
                shopfloor,
                energy,
                deliveries,
                kpis,
                totals.cashByDay(),
                new MoneyRuleCheck(problem, kpis, mine, () -> today(problem)));
    }

    /** What happens when nobody decides anything, constructed and not searched: what a rule may measure a gain against. */
    private static Evaluation today(PlanningProblem problem) {
        // a construction takes no time that a clock would have to end
        var planner = new Planner(InstantSource.fixed(Instant.EPOCH));
        Plan plan = planner.construct(problem, Levers.today(), Weights.DELIVERY, "baseline");
        return new Evaluator(problem, plan).unjudged(new Totals(problem.horizonDays()));
    }

    private Evaluation unjudged(Totals totals) {
        var journal = new Journal(totals);
        post(journal, totals);
        return new Evaluation(plan, journal.ledger(problem.asOf()), figures(totals), List.of());
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
