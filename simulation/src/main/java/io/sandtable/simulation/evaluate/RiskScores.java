package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.evaluate.Kpis.Risk;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.PlanningProblem.ToolOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Risks scored 0 … 100 from the plan:
 *
 * <ul>
 *   <li>know-how, per operation: 100 × units that leave the house ÷ all its units × weight; weight 1 where the operation is
 *       confidential or the subcontractor's confidentiality is high, 0.5 medium, 0 else
 *   <li>single-source: 100 × spend on items with one offer ÷ all spend on purchases, on the item with most of it
 *   <li>concentration: 100 × spend with the largest supplier ÷ all spend, subcontracting included
 *   <li>tool-life, per tool used: 100 × strokes made at the end of the plan ÷ its life, at most 100
 *   <li>cash: 100 × amount by which the low point is below zero ÷ revenue of an average 30 days, at most 100
 * </ul>
 */
final class RiskScores {
    private static final int MONTH_DAYS = 30;

    private final PlanningProblem problem;
    private final Plan plan;
    private final Shopfloor shopfloor;
    private final Map<String, Double> unitsOf = new HashMap<>();
    private final Map<String, Double> exposedUnitsOf = new HashMap<>();
    private final Map<String, Double> spendWith = new HashMap<>();
    private final double[] strokes;

    RiskScores(PlanningProblem problem, Plan plan, Shopfloor shopfloor) {
        this.problem = problem;
        this.plan = plan;
        this.shopfloor = shopfloor;
        this.strokes = new double[shopfloor.tools()];
        for (Lot lot : plan.lots()) {
            for (Operation op : lot.operations()) {
                add(shopfloor.step(lot, op), op);
            }
        }
    }

    private void add(Step step, Operation op) {
        if (op.tool() >= 0) {
            strokes[op.tool()] += strokesPerUnit(step, op.tool()) * op.quantityIn();
        }
        if (step.subcontracts().isEmpty()) {
            return;
        }
        unitsOf.merge(step.process(), op.quantityIn(), Double::sum);
        if (op.subcontract() >= 0) {
            Subcontract by = step.subcontracts().get(op.subcontract());
            exposedUnitsOf.merge(step.process(), weight(step, by) * op.quantityIn(), Double::sum);
            spendWith.merge(by.supplier(), by.price() * op.quantityIn(), Double::sum);
        }
    }

    private double strokesPerUnit(Step step, int tool) {
        int like = shopfloor.toolLike(tool);
        for (ToolOption option : step.tools()) {
            if (option.tool() == like) {
                return option.strokesPerUnit();
            }
        }
        return 0;
    }

    private static double weight(Step step, Subcontract by) {
        String confidentiality = by.confidentiality().toLowerCase(Locale.ROOT);
        if (step.confidential() || confidentiality.equals("high")) {
            return 1;
        }
        return confidentiality.equals("medium") ? 0.5 : 0;
    }

    List<Risk> scores(long cashLowFen, long revenueFen) {
        var risks = new ArrayList<Risk>();
        new TreeMap<>(exposedUnitsOf)
                .forEach((process, exposed) ->
                        addTo(risks, "know-how", process, exposed / unitsOf.getOrDefault(process, exposed)));
        addSourcing(risks);
        for (int t = 0; t < strokes.length; t++) {
            if (strokes[t] > 0 && Double.isFinite(shopfloor.tool(t).lifeStrokes())) {
                double share = (shopfloor.strokesUsed(t) + strokes[t])
                        / shopfloor.tool(t).lifeStrokes();
                addTo(risks, "tool-life", shopfloor.tool(t).id(), share);
            }
        }
        if (cashLowFen < 0) {
            double month = Math.max(1, (double) revenueFen * MONTH_DAYS / problem.horizonDays());
            addTo(risks, "cash", "cash", -cashLowFen / month);
        }
        return risks;
    }

    private void addSourcing(List<Risk> risks) {
        var single = new HashMap<String, Double>();
        double bought = 0;
        for (Purchase purchase : plan.purchases()) {
            Offer offer = problem.offers().get(purchase.offer());
            double spend = purchase.usable() * offer.price(purchase.quantity());
            bought += spend;
            spendWith.merge(offer.supplier(), spend, Double::sum);
            if (problem.items().get(offer.item()).offers().size() == 1) {
                single.merge(problem.items().get(offer.item()).id(), spend, Double::sum);
            }
        }
        double onSingle = sum(single);
        if (onSingle > 0) {
            addTo(risks, "single-source", largest(single), onSingle / bought);
        }
        if (sum(spendWith) > 0) {
            String supplier = largest(spendWith);
            addTo(risks, "concentration", supplier, spendWith.getOrDefault(supplier, 0.0) / sum(spendWith));
        }
    }

    private static double sum(Map<String, Double> spend) {
        return new TreeMap<>(spend)
                .values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String largest(Map<String, Double> spend) {
        return new TreeMap<>(spend)
                .entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
    }

    private static void addTo(List<Risk> risks, String kind, String on, double share) {
        if (share > 0) {
            risks.add(new Risk(kind, on, Math.min(100, 100 * share)));
        }
    }
}
