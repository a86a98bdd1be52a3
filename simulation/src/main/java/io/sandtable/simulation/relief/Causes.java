package io.sandtable.simulation.relief;

import io.sandtable.simulation.evaluate.Shopfloor;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.plan.Redispatch;
import io.sandtable.simulation.relief.WorkingHours.Wait;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.why.Explanation;
import io.sandtable.simulation.why.Reason;
import io.sandtable.simulation.why.Reason.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What could give way for each reason that an explanation names, as the problem has it: a lever that is not there is not offered. */
final class Causes {
    private final PlanningProblem problem;
    /** As soon as possible, as explanations see it. */
    private final Plan early;

    private final Shopfloor shopfloor;
    private final WorkingHours hours;
    private final Supply supply;
    private final Choices choices;

    Causes(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.early = Redispatch.asSoonAsPossible(problem, plan);
        this.shopfloor = new Shopfloor(problem, early);
        this.hours = new WorkingHours(problem, plan, shopfloor);
        this.supply = new Supply(problem, plan, early);
        this.choices = new Choices(problem, plan);
    }

    /** The longest reason first; each loosening once. */
    List<Loosening> of(Explanation explanation) {
        int demand = explanation.demand();
        var found = new ArrayList<Loosening>();
        explanation.reasons().stream()
                .sorted(Comparator.comparingInt(Reason::minutes).reversed())
                .flatMap(reason -> of(demand, reason))
                .forEach(loosening -> {
                    if (found.stream().noneMatch(loosening::isLike)) {
                        found.add(loosening);
                    }
                });
        return found;
    }

    /** All orders that any of the reasons names as being in the way. */
    Optional<Loosening> first(Explanation explanation) {
        var behind = new TreeSet<String>();
        explanation.reasons().forEach(reason -> behind.addAll(reason.behind()));
        return choices.first(explanation.demand(), behind);
    }

    Loosening promised(int demand, int days) {
        return choices.promised(demand, days);
    }

    private Stream<Loosening> of(int demand, Reason reason) {
        Stream<Loosening> more = wait(demand, reason).flatMap(hours::hours).stream();
        return reason.kind() == Kind.SKILL || reason.kind() == Kind.TOOL
                ? Stream.concat(besides(demand, reason), more)
                : Stream.concat(more, besides(demand, reason));
    }

    /** What could give way besides the hours of a machine. */
    private Stream<Loosening> besides(int demand, Reason reason) {
        return switch (reason.kind()) {
            case CAPACITY, CALENDAR, TOOL -> choices.bought(demand, reason.on()).stream();
            case SKILL -> hours.people(demand, reason.on()).stream();
            case MATERIAL -> supply.material(demand, reason).stream();
            case SUPPLIER_LEAD_TIME -> supply.sooner(demand, reason).stream();
            case PROCESS_LEAD_TIME -> leadTime(demand, reason).stream();
            case RULE -> choices.lifted(demand, reason.on()).stream();
            // nobody can have done it sooner
            case OVERDUE -> Stream.empty();
        };
    }

    /** The order's operation that waits for hours on its machine; empty where other things would help. */
    private Optional<Wait> wait(int demand, Reason reason) {
        return switch (reason.kind()) {
            case CAPACITY, CALENDAR -> wait(demand, reason, (lot, op) -> isOn(lot, op, reason.on()));
            case SKILL -> wait(demand, reason, (lot, op) -> hasCrew(op, reason.on()));
            case TOOL ->
                wait(
                        demand,
                        reason,
                        (lot, op) ->
                                op.tool() >= 0 && shopfloor.tool(op.tool()).id().equals(reason.on()));
            case PROCESS_LEAD_TIME ->
                leadTime(demand, reason).isPresent()
                        ? Optional.empty()
                        : wait(demand, reason, (lot, op) -> isOn(lot, op, reason.on()));
            case MATERIAL, SUPPLIER_LEAD_TIME, RULE, OVERDUE -> Optional.empty();
        };
    }

    /** A machine of that id, or an operation that is at that subcontractor, or waits for people or hours of its own. */
    private boolean isOn(Lot lot, Operation op, String id) {
        return op.machine() >= 0
                && (shopfloor.machine(op.machine()).id().equals(id)
                        || shopfloor.step(lot, op).process().equals(id)
                        || hasCrew(op, id));
    }

    private boolean hasCrew(Operation op, String id) {
        return op.crews().stream().anyMatch(c -> problem.crews().get(c).id().equals(id));
    }

    /** Of the order's operations there the one that waited until the reason's end; where none did, the last one there. */
    private Optional<Wait> wait(int demand, Reason reason, BiPredicate<Lot, Operation> there) {
        List<Wait> all = lots(demand)
                .flatMap(lot -> lot.operations().stream()
                        .filter(op -> there.test(lot, op))
                        .map(op -> new Wait(
                                demand,
                                op,
                                shopfloor.step(lot, op),
                                Math.max(0, reason.from()),
                                Math.max(reason.to(), op.end()))))
                .toList();
        return all.stream()
                .filter(wait -> wait.op().start() == reason.to())
                .findFirst()
                .or(() -> all.stream()
                        .max(Comparator.comparingInt(wait -> wait.op().start())));
    }

    private Stream<Lot> lots(int demand) {
        return early.lots().stream().filter(lot -> lot.demand() == demand);
    }

    /** At a subcontractor, or before the shop floor's fence; empty where it is simply at work. */
    private Optional<Loosening> leadTime(int demand, Reason reason) {
        for (Lot lot : lots(demand).toList()) {
            for (Operation op : lot.operations()) {
                Step step = shopfloor.step(lot, op);
                if (!step.process().equals(reason.on())) {
                    continue;
                }
                if (op.machine() < 0 && op.start() == reason.from()) {
                    Subcontract at = step.subcontracts().get(op.subcontract());
                    return supply.subcontract(demand, at.supplier(), step.process(), at.leadTimeMinutes(), reason);
                }
                if (op.machine() >= 0 && reason.from() == 0 && reason.to() == step.releaseFence()) {
                    return supply.earlierStart(demand, step.process(), step.releaseFence(), reason);
                }
            }
        }
        return Optional.empty();
    }
}
