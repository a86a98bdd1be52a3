package io.sandtable.simulation.strategy;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Plan.Purchase;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a plan's choices off what it does, not off what it was allowed to do. */
final class ChoiceReader {
    private final PlanningProblem problem;
    private final Plan plan;

    ChoiceReader(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    Choices read() {
        return new Choices(
                plan.investments().stream()
                        .map(problem.investments()::get)
                        .map(i -> new Choices.Investment(i.equipment(), i.name(), i.supplierName()))
                        .toList(),
                keptTools(),
                outsourced(),
                overtimeMinutes() / 60.0,
                suppliers(),
                problem.rules().stream()
                        .filter(rule -> plan.liftedRules().contains(rule.id()))
                        .map(PlannedRule::text)
                        .toList(),
                plan.mode().bufferDays(),
                plan.mode().safetyStockUsed());
    }

    private List<Choices.KeptTool> keptTools() {
        var strokes = new TreeMap<Integer, Double>();
        for (Lot lot : plan.lots()) {
            for (Operation operation : lot.operations()) {
                int tool = operation.tool();
                if (tool >= 0 && tool < problem.tools().size() && couldBeReplaced(tool)) {
                    strokes.merge(tool, strokes(lot, operation), Double::sum);
                }
            }
        }
        return strokes.entrySet().stream()
                .map(e -> kept(problem.tools().get(e.getKey()), e.getValue()))
                .sorted(Comparator.comparingDouble(Choices.KeptTool::lifePercent)
                        .reversed()
                        .thenComparing(Choices.KeptTool::equipment))
                .toList();
    }

    private boolean couldBeReplaced(int tool) {
        return problem.tools().get(tool).wear() != null
                && problem.investments().stream().anyMatch(i -> i.tool() == tool);
    }

    private double strokes(Lot lot, Operation operation) {
        return problem.routings().get(lot.routing()).steps().get(operation.step()).tools().stream()
                .filter(option -> option.tool() == operation.tool())
                .mapToDouble(option -> option.strokesPerUnit() * operation.quantityIn())
                .findFirst()
                .orElse(0);
    }

    private static Choices.KeptTool kept(PlanningProblem.Tool tool, double strokes) {
        return new Choices.KeptTool(tool.id(), tool.name(), 100 * (tool.strokesUsed() + strokes) / tool.lifeStrokes());
    }

    private record Outside(Step step, Subcontract subcontract) {}

    private List<Choices.Outsourced> outsourced() {
        Map<String, Double> entered = new LinkedHashMap<>();
        Map<Outside, Double> left = new LinkedHashMap<>();
        for (Lot lot : plan.lots()) {
            for (Operation operation : lot.operations()) {
                Step step = problem.routings().get(lot.routing()).steps().get(operation.step());
                entered.merge(step.process(), operation.quantityIn(), Double::sum);
                if (operation.subcontract() >= 0) {
                    left.merge(
                            new Outside(step, step.subcontracts().get(operation.subcontract())),
                            operation.quantityIn(),
                            Double::sum);
                }
            }
        }
        return left.entrySet().stream()
                .map(e -> new Choices.Outsourced(
                        e.getKey().step().process(),
                        e.getKey().step().name(),
                        e.getKey().step().technology(),
                        e.getKey().subcontract().supplier(),
                        e.getKey().subcontract().supplierName(),
                        100
                                * e.getValue()
                                / entered.getOrDefault(e.getKey().step().process(), e.getValue()),
                        e.getValue() * e.getKey().subcontract().price()))
                .sorted(Comparator.comparingDouble(Choices.Outsourced::yuan)
                        .reversed()
                        .thenComparing(Choices.Outsourced::process))
                .toList();
    }

    private long overtimeMinutes() {
        long minutes = 0;
        for (Lot lot : plan.lots()) {
            for (Operation operation : lot.operations()) {
                if (plan.mode().overtimeMachines().contains(operation.machine())) {
                    int usual = problem.machines()
                            .get(operation.machine())
                            .time()
                            .workedBetween(operation.start(), operation.end());
                    minutes += Math.max(0, operation.workMinutes() - usual);
                }
            }
        }
        return minutes;
    }

    private List<Choices.Supplier> suppliers() {
        Map<String, Double> spent = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        double all = 0;
        for (Purchase purchase : plan.purchases()) {
            Offer offer = problem.offers().get(purchase.offer());
            double value = purchase.quantity() * offer.price(purchase.quantity()) * (1 + offer.dutyPercent() / 100);
            spent.merge(offer.supplier(), value, Double::sum);
            names.put(offer.supplier(), offer.supplierName());
            all += value;
        }
        double total = all;
        return spent.entrySet().stream()
                .map(e -> new Choices.Supplier(
                        e.getKey(),
                        names.getOrDefault(e.getKey(), e.getKey()),
                        total == 0 ? 0 : 100 * e.getValue() / total))
                .sorted(Comparator.comparingDouble(Choices.Supplier::sharePercent)
                        .reversed()
                        .thenComparing(Choices.Supplier::supplier))
                .toList();
    }
}
