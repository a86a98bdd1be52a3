package io.sandtable.simulation.why;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Tool;
import io.sandtable.simulation.scenario.PlanningProblem.ToolOption;
import io.sandtable.simulation.why.Reason.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a demand could not be met at all: everything in its tree that nobody sells or makes, that no machine can do, or whose tools are worn
 * out; else the busiest machine that it would have needed.
 */
final class Obstacles {
    private final PlanningProblem problem;
    private final Bookings machines;

    Obstacles(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        int bought = problem.investments().size();
        this.machines = new Bookings(plan, problem.machines().size() + bought, Operation::machine);
    }

    List<Reason> of(Demand demand) {
        var reasons = new ArrayList<Reason>();
        var needed = new HashSet<Integer>();
        visit(problem.items().get(demand.item()), new HashSet<>(), needed, reasons);
        if (reasons.isEmpty()) {
            reasons.add(busiest(demand, needed));
        }
        return reasons;
    }

    private void visit(Item item, Set<Integer> seen, Set<Integer> needed, List<Reason> reasons) {
        if (!seen.add(item.index())) {
            return;
        }
        if (!item.isMade()) {
            if (item.offers().isEmpty() && problem.stocks().stream().noneMatch(s -> s.item() == item.index())) {
                reasons.add(wholeHorizon(Kind.MATERIAL, item.id()));
            }
            return;
        }
        for (Step step : problem.routings().get(item.routings().getFirst()).steps()) {
            visit(step, needed, reasons);
            for (Consumption c : step.consumptions()) {
                visit(problem.items().get(c.item()), seen, needed, reasons);
            }
        }
    }

    private void visit(Step step, Set<Integer> needed, List<Reason> reasons) {
        step.machines().stream().map(MachineOption::machine).forEach(needed::add);
        if (!step.subcontracts().isEmpty()) {
            return;
        }
        if (step.machines().isEmpty()) {
            reasons.add(wholeHorizon(Kind.CAPACITY, step.process()));
        } else if (step.machines().stream().allMatch(this::lacksPeople)) {
            reasons.add(wholeHorizon(Kind.SKILL, step.process()));
        }
        List<Tool> tools = step.tools().stream()
                .map(ToolOption::tool)
                .map(problem.tools()::get)
                .toList();
        if (!tools.isEmpty() && tools.stream().allMatch(t -> t.strokesUsed() >= t.lifeStrokes())) {
            tools.forEach(t -> reasons.add(wholeHorizon(Kind.TOOL, t.id())));
        }
    }

    /** Whether nobody can be there, or never enough of them. */
    private boolean lacksPeople(MachineOption option) {
        return option.people().stream()
                .anyMatch(need -> need.oneOf().stream()
                        .noneMatch(crew -> problem.crews().get(crew).people() >= need.people(crew)));
    }

    private Reason busiest(Demand demand, Set<Integer> needed) {
        String on = problem.items().get(demand.item()).id();
        double most = -1;
        List<Integer> limited = needed.stream()
                .filter(m -> !problem.machines().get(m).unlimited())
                .sorted()
                .toList();
        for (int machine : limited) {
            int working =
                    Math.max(1, problem.machines().get(machine).time().workedBetween(0, problem.horizonMinutes()));
            double load = (double) machines.minutes(machine) / working;
            if (load > most) {
                most = load;
                on = problem.machines().get(machine).id();
            }
        }
        return wholeHorizon(limited.isEmpty() ? Kind.MATERIAL : Kind.CAPACITY, on);
    }

    private Reason wholeHorizon(Kind kind, String on) {
        return new Reason(kind, on, 0, problem.horizonMinutes());
    }
}
