package io.sandtable.simulation.relief;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import java.util.List;

/** How much of an item goes into an order by its first routings, with their usual yields and without stock: the most that could be missing. */
final class Needs {
    private static final int MAX_DEPTH = 40;

    private final PlanningProblem problem;

    Needs(PlanningProblem problem) {
        this.problem = problem;
    }

    double of(Demand demand, int item) {
        return of(demand.item(), demand.quantity(), item, 0);
    }

    private double of(int made, double quantity, int item, int depth) {
        if (made == item) {
            return quantity;
        }
        Item what = problem.items().get(made);
        if (!what.isMade() || depth > MAX_DEPTH) {
            return 0;
        }
        double need = 0;
        double leaves = quantity;
        List<Step> steps = problem.routings().get(what.routings().getFirst()).steps();
        for (Step step : steps.reversed()) {
            double percent = step.machines().stream()
                    .mapToDouble(MachineOption::yieldPercent)
                    .findFirst()
                    .orElse(100);
            double enters = percent <= 0 ? leaves : leaves * 100 / percent;
            for (Consumption c : step.consumptions()) {
                need += of(c.item(), c.of(enters), item, depth + 1);
            }
            leaves = enters;
        }
        return need;
    }
}
