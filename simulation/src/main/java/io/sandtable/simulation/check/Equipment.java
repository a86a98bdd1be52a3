package io.sandtable.simulation.check;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Crew;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Tool;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The machines and tools that a plan may name: the problem's own, then those that can be bought, in the order of the investments. */
final class Equipment {
    private final PlanningProblem problem;
    private final Plan plan;
    private final List<Investment> machinesForSale;
    private final List<Investment> toolsForSale;

    Equipment(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        machinesForSale =
                problem.investments().stream().filter(i -> i.machine() >= 0).toList();
        toolsForSale = problem.investments().stream().filter(i -> i.tool() >= 0).toList();
    }

    int machines() {
        return problem.machines().size() + machinesForSale.size();
    }

    int tools() {
        return problem.tools().size() + toolsForSale.size();
    }

    /** The index of the problem's own machine that this one is like; itself where it is one. */
    int machineLike(int machine) {
        Investment bought = machineBought(machine);
        return bought == null ? machine : bought.machine();
    }

    int toolLike(int tool) {
        Investment bought = toolBought(tool);
        return bought == null ? tool : bought.tool();
    }

    /** The investment that brings the machine, null where it is the problem's own. */
    @Nullable
    Investment machineBought(int machine) {
        int own = problem.machines().size();
        return machine < own ? null : machinesForSale.get(machine - own);
    }

    @Nullable
    Investment toolBought(int tool) {
        int own = problem.tools().size();
        return tool < own ? null : toolsForSale.get(tool - own);
    }

    Machine machine(int machine) {
        return problem.machines().get(machineLike(machine));
    }

    Tool tool(int tool) {
        return problem.tools().get(toolLike(tool));
    }

    /** Strokes the tool has done before the plan begins; a bought one is new. */
    double strokesUsed(int tool) {
        return toolBought(tool) == null ? tool(tool).strokesUsed() : 0;
    }

    /** Minutes from then until the thing is in the house, 0 when it is; for ever when the plan does not buy it. */
    int minutesUntilThere(@Nullable Investment bought, int minute) {
        if (bought == null) {
            return 0;
        }
        return plan.investments().contains(bought.index())
                ? Math.max(0, bought.leadTimeMinutes() - minute)
                : Integer.MAX_VALUE;
    }

    /** The hours that the machine works under this plan. */
    WorkingTime hours(int machine) {
        Machine like = machine(machine);
        return worksOvertime(machine) ? like.overtime() : like.time();
    }

    /** A plan with overtime that names no machine means all of the problem's own. */
    private boolean worksOvertime(int machine) {
        List<Integer> named = plan.mode().overtimeMachines();
        return plan.overtime()
                && (named.isEmpty() ? machine < problem.machines().size() : named.contains(machine));
    }

    /** Minutes of [from, to) in which the machine and all who do the operation work, within the hours of its own. */
    int workedBy(Plan.Operation operation, Step step, int from, int to) {
        return worked(hours(operation, step), from, to);
    }

    /** The hours in which the machine and all who do the operation work, within those of its own. */
    WorkingTime hours(Plan.Operation operation, Step step) {
        return within(hours(operation.machine()), operation, step);
    }

    /** What of some hours of its machine an operation can be done in. */
    WorkingTime within(WorkingTime machineHours, Plan.Operation operation, Step step) {
        return within(machineHours, operation, step, worksOvertime(operation.machine()) ? Crew::overtime : Crew::time);
    }

    /** The hours in which it could be done without overtime. */
    WorkingTime regularHours(Plan.Operation operation, Step step) {
        return within(machine(operation.machine()).time(), operation, step, Crew::time);
    }

    private WorkingTime within(
            WorkingTime machineHours, Plan.Operation operation, Step step, Function<Crew, WorkingTime> ofPeople) {
        WorkingTime hours = machineHours;
        for (int crew : operation.crews()) {
            hours = hours.and(ofPeople.apply(problem.crews().get(crew)));
        }
        return step.hours() == null ? hours : hours.and(step.hours());
    }

    /** Minutes that the machine works in [from, to), counted interval by interval. */
    int worked(int machine, int from, int to) {
        return worked(hours(machine), from, to);
    }

    /** Minutes of [from, to) in some hours. */
    static int worked(WorkingTime hours, int from, int to) {
        int worked = 0;
        for (int i = 0; i < hours.size(); i++) {
            worked += Math.max(0, Math.min(to, hours.end(i)) - Math.max(from, hours.start(i)));
        }
        return worked;
    }
}
