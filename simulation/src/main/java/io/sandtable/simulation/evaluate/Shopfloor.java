package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Crew;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Tool;
import io.sandtable.simulation.scenario.Restriction.MachineDown;
import io.sandtable.simulation.scenario.Restriction.NotWorked;
import io.sandtable.simulation.scenario.Restriction.OvertimeCap;
import io.sandtable.simulation.scenario.Restriction.ReserveCapacity;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The machines and tools of a plan, those it buys included, and when within its start and end an operation is really worked: in the
 * machine's working time as the must-rules leave it where that fits the operation's worked minutes, else in its working time as it
 * is, and evenly over it where that is longer than the work.
 */
public final class Shopfloor {
    private final PlanningProblem problem;
    private final Plan plan;
    private final List<Investment> boughtMachines;
    private final List<Investment> boughtTools;
    private final Machine[] machines;
    private final boolean[] overtime;
    private final WorkingTime[] base;
    private final WorkingTime[] masked;
    private final Map<List<Object>, WorkingTime> withCrews = new HashMap<>();
    /** Own hours of those operations that have any. */
    private final Map<Operation, OwnHours> hours = new IdentityHashMap<>();

    /** The hours that a process has of its own. */
    private record OwnHours(String process, WorkingTime time) {}

    public Shopfloor(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        this.boughtMachines =
                problem.investments().stream().filter(i -> i.machine() >= 0).toList();
        this.boughtTools =
                problem.investments().stream().filter(i -> i.tool() >= 0).toList();
        this.base = new WorkingTime[machines()];
        this.overtime = new boolean[base.length];
        this.machines = new Machine[base.length];
        Arrays.setAll(machines, this::like);
        for (int m = 0; m < base.length; m++) {
            overtime[m] = takesOvertime(m);
            base[m] = worksOvertime(m) ? machine(m).overtime() : machine(m).time();
        }
        boughtMachines.forEach(i -> {
            int m = problem.equipmentIndex(i);
            base[m] = base[m].keeping(0, Integer.MIN_VALUE, i.leadTimeMinutes());
        });
        this.masked = base.clone();
        for (Lot lot : plan.lots()) {
            for (Operation op : lot.operations()) {
                Step step = step(lot, op);
                if (step.hours() != null) {
                    hours.put(op, new OwnHours(step.process(), step.hours()));
                }
            }
        }
        problem.rules().stream()
                .filter(r -> r.must() && !plan.liftedRules().contains(r.id()))
                .forEach(this::mask);
    }

    /** Overtime is taken on the machines that the plan names, on all where it names none; what is bought works regular time. */
    private boolean worksOvertime(int machine) {
        return overtime[machine];
    }

    private boolean takesOvertime(int machine) {
        List<Integer> named = plan.mode().overtimeMachines();
        return plan.overtime() && machine < problem.machines().size() && (named.isEmpty() || named.contains(machine));
    }

    private void mask(PlannedRule rule) {
        if (rule.restriction() instanceof ReserveCapacity reserve) {
            for (int m : reserve.machines()) {
                masked[m] = masked[m].keeping(1 - reserve.percent() / 100, reserve.from(), reserve.to());
            }
        } else if (rule.restriction() instanceof MachineDown down) {
            masked[down.machine()] = masked[down.machine()].keeping(0, down.from(), down.to());
        } else if (rule.restriction() instanceof NotWorked closed) {
            closed.machines().forEach(m -> masked[m] = masked[m].without(closed.closed()));
        } else if (rule.restriction() instanceof OvertimeCap cap) {
            cap.machines()
                    .forEach(m -> masked[m] = masked[m].beyond(machine(m).time(), cap.minutes(), cap.from(), cap.to()));
        }
    }

    /** Number of machines, those that could be bought included. */
    public int machines() {
        return problem.machines().size() + boughtMachines.size();
    }

    /** Number of tools, those that could be bought included. */
    public int tools() {
        return problem.tools().size() + boughtTools.size();
    }

    /** The machine an operation's index means; a bought one is like the one it copies. */
    public Machine machine(int index) {
        return machines[index];
    }

    private Machine like(int index) {
        int own = problem.machines().size();
        return problem.machines()
                .get(index < own ? index : boughtMachines.get(index - own).machine());
    }

    /** The tool an operation's index means; a bought one is like the one it copies, but for its strokes. */
    public Tool tool(int index) {
        return problem.tools().get(toolLike(index));
    }

    /** The problem's tool that a tool is or copies. */
    public int toolLike(int index) {
        return isBoughtTool(index) ? boughtTool(index).tool() : index;
    }

    /** Strokes made with the tool before the as-of day. */
    public double strokesUsed(int tool) {
        return isBoughtTool(tool) ? 0 : tool(tool).strokesUsed();
    }

    private boolean isBoughtTool(int index) {
        return index >= problem.tools().size();
    }

    private Investment boughtTool(int index) {
        return boughtTools.get(index - problem.tools().size());
    }

    /** The working time of a machine, with overtime where the plan takes it. */
    public WorkingTime time(int machine) {
        return base[machine];
    }

    /** What of it the must-rules leave. */
    public WorkingTime timeLeftByRules(int machine) {
        return masked[machine];
    }

    /** The working time that the minutes of an in-house operation lie in. */
    WorkingTime timeOf(Operation op) {
        WorkingTime left = timeLeftByRules(op);
        return left.workedBetween(op.start(), op.end()) == op.workMinutes() ? left : withCrews(base[op.machine()], op);
    }

    /** What the must-rules leave of the time in which the machine and the crews of an in-house operation are there. */
    public WorkingTime timeLeftByRules(Operation op) {
        return withCrews(masked[op.machine()], op);
    }

    private WorkingTime withCrews(WorkingTime time, Operation op) {
        OwnHours own = hours.get(op);
        if (op.crews().isEmpty() && own == null) {
            return time;
        }
        List<Object> key =
                List.of(op.machine(), time == masked[op.machine()], op.crews(), own == null ? "" : own.process());
        return withCrews.computeIfAbsent(
                key, k -> and(time, op, worksOvertime(op.machine()) ? Crew::overtime : Crew::time));
    }

    /** The part of the time in which the operation's crews are there and it has its hours. */
    private WorkingTime and(WorkingTime time, Operation op, Function<Crew, WorkingTime> crewTime) {
        WorkingTime all = time;
        for (int crew : op.crews()) {
            all = all.and(crewTime.apply(problem.crews().get(crew)));
        }
        OwnHours own = hours.get(op);
        return own == null ? all : all.and(own.time());
    }

    /** CNY per worked hour of all who do an in-house operation. */
    double operatorRate(Lot lot, Operation op) {
        double rate = machine(op.machine()).operatorRate();
        for (int crew : new LinkedHashSet<>(op.crews())) {
            rate += problem.crews().get(crew).rate() * people(lot, op, crew);
        }
        return rate;
    }

    /** So many people of the crew do the operation. */
    public double people(Lot lot, Operation op, int crew) {
        double people = 0;
        for (int i = 0; i < op.crews().size(); i++) {
            people +=
                    op.crews().get(i) == crew ? option(lot, op).people().get(i).people(crew) : 0;
        }
        return people;
    }

    private MachineOption option(Lot lot, Operation op) {
        int like = machine(op.machine()).index();
        return step(lot, op).machines().stream()
                .filter(o -> o.machine() == like)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Step %s does not run on machine %d; check the plan before it is evaluated."
                                .formatted(step(lot, op).name(), like)));
    }

    /** Share 0 … 1 of an operation that lies in [from, to). */
    public double share(Operation op, int from, int to) {
        int start = Math.max(op.start(), from);
        int end = Math.min(op.end(), to);
        if (start >= end) {
            return 0;
        }
        if (op.machine() >= 0) {
            WorkingTime time = timeOf(op);
            int all = time.workedBetween(op.start(), op.end());
            if (all > 0) {
                return (double) time.workedBetween(start, end) / all;
            }
        }
        return (double) (end - start) / (op.end() - op.start());
    }

    /** Worked minutes of an in-house operation outside the regular working time. */
    double overtimeMinutes(Operation op) {
        if (!worksOvertime(op.machine())) {
            return 0;
        }
        int all = withCrews(base[op.machine()], op).workedBetween(op.start(), op.end());
        WorkingTime usual = and(machine(op.machine()).time(), op, Crew::time);
        int regular = usual.workedBetween(op.start(), op.end());
        return all <= regular ? 0 : (double) op.workMinutes() * (all - regular) / all;
    }

    /** The step that the operation of a lot does. */
    public Step step(Plan.Lot lot, Operation op) {
        return problem.routings().get(lot.routing()).steps().get(op.step());
    }
}
