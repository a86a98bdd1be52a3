package io.sandtable.simulation.strategy;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Ledger;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import java.util.List;

/** A back-of-the-envelope evaluator, so that the search for strategies is tested without the ledger. */
final class RoughEvaluation {
    private RoughEvaluation() {}

    static Evaluation of(PlanningProblem problem, Plan plan) {
        double revenue = 0;
        int late = 0;
        for (Plan.Delivery delivery : plan.deliveries()) {
            Demand demand = problem.demands().get(delivery.demand());
            revenue += delivery.quantity() * demand.price();
            late += delivery.minute() > demand.due() ? 1 : 0;
        }
        double bought = 0;
        for (Plan.Purchase purchase : plan.purchases()) {
            Offer offer = problem.offers().get(purchase.offer());
            bought += purchase.quantity() * offer.price();
        }
        double work = 0;
        for (Plan.Lot lot : plan.lots()) {
            for (Plan.Operation operation : lot.operations()) {
                if (operation.subcontract() >= 0) {
                    work += operation.quantityIn()
                            * problem.routings()
                                    .get(lot.routing())
                                    .steps()
                                    .get(operation.step())
                                    .subcontracts()
                                    .get(operation.subcontract())
                                    .price();
                } else {
                    work += operation.workMinutes() / 60.0;
                }
            }
        }
        double capex = plan.investments().stream()
                .map(problem.investments()::get)
                .mapToDouble(Investment::price)
                .sum();
        int delivered = (int)
                plan.deliveries().stream().map(Plan.Delivery::demand).distinct().count();
        int demands = problem.demands().size();
        double margin = revenue - bought - work;
        var kpis = new Kpis(
                money(revenue),
                money(margin),
                revenue == 0 ? 0 : 100 * margin / revenue,
                money(capex),
                money(0),
                money(-bought - capex),
                problem.asOf(),
                100.0 * (delivered - late) / demands,
                late,
                demands - delivered,
                100,
                0,
                work,
                1,
                List.of());
        List<Violation> lifted = problem.rules().stream()
                .filter(rule -> plan.liftedRules().contains(rule.id()))
                .map(RoughEvaluation::violation)
                .toList();
        return new Evaluation(plan, new Ledger(List.of()), kpis, lifted);
    }

    private static Money money(double yuan) {
        return Money.of(Money.CNY, yuan);
    }

    private static Violation violation(PlannedRule rule) {
        return new Violation(
                rule.id(), rule.text(), rule.kind(), rule.must(), rule.by(), "machine", null, null, 0, 1, "min");
    }
}
