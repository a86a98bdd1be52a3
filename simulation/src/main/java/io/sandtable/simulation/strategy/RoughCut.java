package io.sandtable.simulation.strategy;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Tool;
import io.sandtable.simulation.scenario.PlanningProblem.ToolOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Rough-cut capacity: how much of a machine's time and of a tool's life all orders together want, were everything made and nothing taken from stock. It needs no
 * plan, so that it also sees the work of orders which no plan can do.
 */
final class RoughCut {
    private final PlanningProblem problem;
    /** Worked minutes by machine, strokes by tool; shared out evenly where there is a choice. */
    private final Map<Integer, Double> minutes = new HashMap<>();

    private final Map<Integer, Double> strokes = new HashMap<>();
    private final Set<Integer> within = new HashSet<>();

    RoughCut(PlanningProblem problem) {
        this.problem = problem;
        for (Demand demand : problem.demands()) {
            add(demand.item(), demand.quantity());
        }
    }

    /** Wanted by had, of what the investment is another one of; infinite where nothing is left of it. */
    double load(Investment investment) {
        if (investment.tool() >= 0) {
            Tool tool = problem.tools().get(investment.tool());
            return strokes.getOrDefault(investment.tool(), 0.0) / Math.max(0, tool.lifeStrokes() - tool.strokesUsed());
        }
        return minutes.getOrDefault(investment.machine(), 0.0)
                / problem.machines().get(investment.machine()).time().total();
    }

    /** By the first routing; a bill of materials that holds itself is followed once round. */
    private void add(int item, double quantity) {
        if (problem.items().get(item).routings().isEmpty() || !within.add(item)) {
            return;
        }
        int routing = problem.items().get(item).routings().getFirst();
        for (Step step : problem.routings().get(routing).steps()) {
            for (MachineOption option : step.machines()) {
                double share = quantity / step.machines().size();
                minutes.merge(option.machine(), share * option.minutesPerUnit(), Double::sum);
            }
            for (ToolOption option : step.tools()) {
                double share = quantity / step.tools().size();
                strokes.merge(option.tool(), share * option.strokesPerUnit(), Double::sum);
            }
            for (Consumption consumption : step.consumptions()) {
                add(consumption.item(), consumption.of(quantity));
            }
        }
        within.remove(item);
    }
}
