package io.sandtable.web.plandetail;

import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.Intervention;
import io.sandtable.simulation.scenario.Intervention.Kind;
import io.sandtable.simulation.scenario.Places;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The steps of an order as a plan does them, each by the number of its lot, so that somebody can decide otherwise about one. */
final class PlannedSteps {
    private final ShownPlan shown;
    private final PlanningProblem problem;
    private final Places places;
    private final List<PlannedStep> steps = new ArrayList<>();

    /**
     * One step of one lot.
     *
     * @param number of the lot among the order's lots of that step, from 1
     */
    record PlannedStep(Lot lot, Operation operation, Step step, int number) {
        /** Tells it from the order's other steps. */
        String key() {
            return lot.index() + "-" + operation.step();
        }
    }

    PlannedSteps(ShownPlan shown, Demand demand) {
        this.shown = shown;
        this.problem = shown.problem();
        this.places = Places.of(problem);
        var numbers = new HashMap<String, Integer>();
        for (Lot lot : shown.plan().lots()) {
            if (lot.demand() == demand.index()) {
                for (Operation operation : lot.operations()) {
                    Step step = problem.routings().get(lot.routing()).steps().get(operation.step());
                    steps.add(new PlannedStep(lot, operation, step, numbers.merge(step.process(), 1, Integer::sum)));
                }
            }
        }
    }

    /** In the order of time. */
    List<PlannedStep> inTime() {
        return steps.stream()
                .sorted(Comparator.comparingInt((PlannedStep s) -> s.operation().start())
                        .thenComparingInt(s -> s.lot().index()))
                .toList();
    }

    Optional<PlannedStep> find(String process, int number) {
        return steps.stream()
                .filter(s -> s.step().process().equals(process) && s.number() == Math.max(1, number))
                .findFirst();
    }

    /** The id of the machine or subcontractor that does it. */
    String place(PlannedStep step) {
        return step.operation().machine() >= 0
                ? places.machine(step.operation().machine())
                : step.step().subcontracts().get(step.operation().subcontract()).supplier();
    }

    /** Where it could be done. */
    List<Place> placesOf(PlannedStep step) {
        var all = new ArrayList<Place>();
        step.step().machines().stream()
                .map(PlanningProblem.MachineOption::machine)
                .distinct()
                .forEach(m -> all.add(new Place(places.machine(m), shown.names().machine(m))));
        int machine = step.operation().machine();
        if (machine >= problem.machines().size()) {
            all.add(new Place(places.machine(machine), shown.names().machine(machine)));
        }
        if (!step.step().confidential()) {
            for (Subcontract by : step.step().subcontracts()) {
                all.add(new Place(by.supplier(), shown.names().of(by.supplier(), by.supplierName())));
            }
        }
        return all;
    }

    /** A machine or a subcontractor. */
    record Place(String id, String name) {}

    /** What is not said of a pin is as the plan has it. */
    Intervention completed(Intervention i) {
        Optional<PlannedStep> planned =
                i.kind() == Kind.PIN ? find(i.operation(), i.lot()) : Optional.<PlannedStep>empty();
        if (planned.isEmpty()) {
            return i;
        }
        PlannedStep step = planned.get();
        boolean moved = i.place() != null && !i.place().equals(place(step));
        int tool = step.operation().tool();
        return new Intervention(
                i.id(),
                i.kind(),
                i.order(),
                i.operation(),
                step.number(),
                i.place() == null ? place(step) : i.place(),
                i.tool() != null || moved || tool < 0 ? i.tool() : places.tool(tool),
                i.start() == null ? problem.time(step.operation().start()) : i.start(),
                i.quantity() > 0 ? i.quantity() : step.lot().quantity(),
                i.reason(),
                i.by());
    }
}
