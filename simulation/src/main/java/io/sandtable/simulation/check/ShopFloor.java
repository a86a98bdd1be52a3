package io.sandtable.simulation.check;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.PlanningProblem.ToolOption;
import java.util.Comparator;
import java.util.List;

/** All operations of a plan with the facts they rest on, in the order of time. */
record ShopFloor(PlanningProblem problem, Plan plan, Equipment equipment, List<Work> operations) {
    ShopFloor(PlanningProblem problem, Plan plan, Equipment equipment) {
        this(
                problem,
                plan,
                equipment,
                plan.lots().stream()
                        .flatMap(lot -> lot.operations().stream()
                                .map(operation -> new Work(
                                        lot,
                                        operation,
                                        problem.demands().get(lot.demand()),
                                        problem.routings()
                                                .get(lot.routing())
                                                .steps()
                                                .get(operation.step()))))
                        .sorted(Comparator.comparingInt(Work::start).thenComparingInt(Work::end))
                        .toList());
    }

    /** An operation together with its lot, its order and its step. */
    record Work(Plan.Lot lot, Plan.Operation operation, Demand demand, Step step) {
        int start() {
            return operation.start();
        }

        int end() {
            return operation.end();
        }

        boolean inHouse() {
            return operation.machine() >= 0;
        }

        boolean mounts() {
            return operation.tool() >= 0;
        }

        Subcontract subcontract() {
            return step.subcontracts().get(operation.subcontract());
        }

        String name() {
            return Findings.name(demand, lot, operation);
        }

        boolean overlaps(int from, int to) {
            return start() < to && from < end();
        }
    }

    List<Work> inHouse() {
        return operations.stream().filter(Work::inHouse).toList();
    }

    List<Work> outsourced() {
        return operations.stream().filter(w -> !w.inHouse()).toList();
    }

    List<Work> onMachine(int machine) {
        return operations.stream()
                .filter(w -> w.operation().machine() == machine)
                .toList();
    }

    List<Work> withTool(int tool) {
        return operations.stream().filter(w -> w.operation().tool() == tool).toList();
    }

    /** How the step runs on the machine that the operation names. */
    MachineOption machineOption(Work work) {
        int like = equipment.machineLike(work.operation().machine());
        List<MachineOption> options =
                work.step().machines().stream().filter(o -> o.machine() == like).toList();
        return options.stream()
                .filter(o -> o.valid().covers(work.start(), work.end()))
                .findFirst()
                .orElseGet(options::getFirst);
    }

    /** Strokes that the operation takes from its tool. */
    double strokes(Work work) {
        int like = equipment.toolLike(work.operation().tool());
        ToolOption option = work.step().tools().stream()
                .filter(o -> o.tool() == like)
                .findFirst()
                .orElseThrow();
        return option.strokesPerUnit() * work.operation().quantityIn();
    }
}
