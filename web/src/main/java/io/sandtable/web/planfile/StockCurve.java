package io.sandtable.web.planfile;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Coproduct;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import tools.jackson.databind.node.ObjectNode;

/** How much of each item is on hand after each minute at which that changes: material goes at an operation's start and comes at its end. */
final class StockCurve {
    /** What rounding may leave. */
    private static final double NOTHING = 1e-6;

    private final PlanningProblem problem;
    private final List<TreeMap<Integer, Double>> changes = new ArrayList<>();

    StockCurve(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        problem.items().forEach(item -> changes.add(new TreeMap<>()));
        problem.stocks().forEach(stock -> change(stock.item(), 0, stock.quantity()));
        problem.receipts().forEach(r -> change(r.item(), Math.max(0, r.arrives()), r.quantity()));
        plan.purchases().forEach(p -> change(problem.offers().get(p.offer()).item(), p.arrives(), p.usable()));
        plan.lots().forEach(this::add);
        plan.deliveries().forEach(d -> change(problem.demands().get(d.demand()).item(), d.minute(), -d.quantity()));
    }

    private void add(Lot lot) {
        change(lot.item(), lot.end(), lot.quantity());
        for (Operation operation : lot.operations()) {
            Step step = problem.routings().get(lot.routing()).steps().get(operation.step());
            for (Coproduct coproduct : step.coproducts()) {
                change(coproduct.item(), lot.end(), problem.comesOut(coproduct, operation.quantityIn()));
            }
            for (Consumption consumption : step.consumptions()) {
                change(consumption.item(), operation.start(), -consumption.of(operation.quantityIn()));
            }
        }
    }

    private void change(int item, int minute, double by) {
        changes.get(item).merge(minute, by, Double::sum);
    }

    void write(Consumer<ObjectNode> rows, Labels labels, String location, IntFunction<String> time) {
        for (int item = 0; item < changes.size(); item++) {
            double onHand = 0;
            for (var change : changes.get(item).entrySet()) {
                onHand += change.getValue();
                rows.accept(PlanFile.row()
                        .put("item", labels.items().of(item))
                        .put("location", location)
                        .put("date", time.apply(change.getKey()))
                        .put("onHand", Math.abs(onHand) < NOTHING ? 0 : rounded(onHand)));
            }
        }
    }

    private static double rounded(double quantity) {
        return Math.round(quantity * 1e6) / 1e6;
    }
}
