package io.sandtable.simulation.scenario;

import io.sandtable.simulation.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** A lot of a hand-made plan: its operations are added in the order of the routing's steps. */
public final class LotSpec {
    private final PlanBuilder plan;
    private final int index;
    private final int demand;
    private final int item;
    private final double quantity;
    private final List<Plan.Operation> operations = new ArrayList<>();
    private int routing;
    private int parent = -1;

    LotSpec(PlanBuilder plan, int index, int demand, int item, double quantity) {
        this.plan = plan;
        this.index = index;
        this.demand = demand;
        this.item = item;
        this.quantity = quantity;
        this.routing = plan.problem.items().get(item).routings().getFirst();
    }

    /** By an alternate routing, counted from 0 in the item's own list. */
    public LotSpec byRouting(int alternate) {
        routing = plan.problem.items().get(item).routings().get(alternate);
        return this;
    }

    /** Made for another lot of the plan. */
    public LotSpec forLot(int parentLot) {
        parent = parentLot;
        return this;
    }

    /** The next step on the machine, without loss. */
    public LotSpec run(String machine, int start) {
        return run(machine, "", quantity, quantity, start);
    }

    /** The next step on the machine with the tool, without loss. */
    public LotSpec run(String machine, String tool, int start) {
        return run(machine, tool, quantity, quantity, start);
    }

    /** The next step on the machine, with the tool unless that is empty. */
    public LotSpec run(String machine, String tool, double in, double out, int start) {
        return run(plan.machineIndex(machine), tool.isEmpty() ? -1 : plan.toolIndex(tool), in, out, start);
    }

    /** The next step on the machine and tool of those indices: the way to name bought ones. */
    public LotSpec run(int machine, int tool, double in, double out, int start) {
        PlanningProblem.MachineOption option = optionFor(machine);
        int work = Math.max(1, option.setupMinutes() + (int) Math.ceil(option.minutesPerUnit() * in - 1e-9));
        return operation(new Plan.Operation(
                operations.size(),
                machine,
                tool,
                -1,
                in,
                out,
                option.setupMinutes(),
                work,
                start,
                endOfWork(plan.timeOf(machine), start, work)));
    }

    /** The next step at the first subcontractor, without loss. */
    public LotSpec outsource(int start) {
        return outsource(0, quantity, quantity, start);
    }

    public LotSpec outsource(int subcontract, double in, double out, int start) {
        int lead = step().subcontracts().get(subcontract).leadTimeMinutes();
        return operation(
                new Plan.Operation(operations.size(), -1, -1, subcontract, in, out, 0, 0, start, start + lead));
    }

    /** Any operation at all, also a wrong one. */
    public LotSpec operation(Plan.Operation operation) {
        operations.add(operation);
        return this;
    }

    Plan.Lot build() {
        return new Plan.Lot(index, demand, parent, item, routing, quantity, operations);
    }

    private PlanningProblem.Step step() {
        return plan.problem.routings().get(routing).steps().get(operations.size());
    }

    private PlanningProblem.MachineOption optionFor(int machine) {
        int like = plan.problem.investments().stream()
                .filter(i -> i.machine() >= 0 && plan.problem.equipmentIndex(i) == machine)
                .mapToInt(PlanningProblem.Investment::machine)
                .findFirst()
                .orElse(machine);
        return step().machines().stream()
                .filter(o -> o.machine() == like)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Step %s cannot run on machine %d; choose one of %s."
                        .formatted(step().name(), machine, step().machines())));
    }

    private static int endOfWork(WorkingTime time, int start, int work) {
        int left = work;
        for (int i = 0; i < time.size(); i++) {
            int from = Math.max(start, time.start(i));
            if (from < time.end(i)) {
                int done = Math.min(left, time.end(i) - from);
                left -= done;
                if (left == 0) {
                    return from + done;
                }
            }
        }
        throw new IllegalArgumentException(
                "The machine has no %d working minutes after minute %d; start earlier.".formatted(work, start));
    }
}
