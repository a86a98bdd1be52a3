package io.sandtable.simulation.why;

import io.sandtable.simulation.evaluate.Shopfloor;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Crew;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.Restriction.MachineDown;
import io.sandtable.simulation.scenario.Restriction.ReserveCapacity;
import io.sandtable.simulation.scenario.WorkingTime;
import io.sandtable.simulation.why.Bookings.Booking;
import io.sandtable.simulation.why.Reason.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What an operation waits for between the minute its input is there and the minute it starts. It looks at the stretch just before the
 * start: if its machine (or tool) was taken up to then, that is the reason; if nobody had it but it did not work, the calendar or a rule
 * is; if it stood free, the plan chose to wait and nothing before matters.
 */
final class Waits {
    private final PlanningProblem problem;
    private final Shopfloor shopfloor;
    private final Bookings machines;
    private final Bookings tools;
    private final Bookings crews;

    Waits(PlanningProblem problem, Plan plan, Shopfloor shopfloor, Bookings machines) {
        this.problem = problem;
        this.shopfloor = shopfloor;
        this.machines = machines;
        this.tools = new Bookings(plan, shopfloor.tools(), Operation::tool);
        this.crews = new Bookings(plan, problem.crews().size(), Operation::crews);
    }

    /** The reason for a wait, empty where the plan chose to wait. */
    Optional<Reason> reason(Lot lot, Operation op, int ready) {
        if (op.machine() < 0) {
            return Optional.of(new Reason(Kind.CAPACITY, subcontractor(lot, op), ready, op.start()));
        }
        WorkingTime left = shopfloor.timeLeftByRules(op.machine());
        List<Booking> onMachine = shopfloor.machine(op.machine()).unlimited()
                ? List.of()
                : others(machines.between(op.machine(), ready, op.start()), op);
        int machineFree = lastEnd(onMachine, ready);
        if (left.workedBetween(machineFree, op.start()) <= op.changeoverMinutes()) {
            return Optional.of(
                    onMachine.isEmpty() && op.changeoverMinutes() == 0
                            ? notWorking(op, ready)
                            : taken(Kind.CAPACITY, machineName(op), onMachine, ready, op));
        }
        if (op.tool() >= 0) {
            List<Booking> withTool = others(tools.between(op.tool(), ready, op.start()), op);
            if (!withTool.isEmpty() && left.workedBetween(lastEnd(withTool, ready), op.start()) == 0) {
                String tool = shopfloor.tool(op.tool()).id();
                return Optional.of(taken(Kind.TOOL, tool, withTool, ready, op));
            }
        }
        return crew(lot, op, ready, machineFree);
    }

    /** People who had something else to do up to the start, or were not there although the machine was, or hours that were not the operation's. */
    private Optional<Reason> crew(Lot lot, Operation op, int ready, int machineFree) {
        WorkingTime time = shopfloor.timeLeftByRules(op);
        for (int crew : op.crews()) {
            List<Booking> before = others(crews.between(crew, ready, op.start()), op);
            int until = Math.min(lastEnd(before, ready), op.start());
            List<Booking> last =
                    before.stream().filter(b -> b.op().end() >= until).toList();
            double busy = last.stream()
                    .mapToDouble(b -> shopfloor.people(b.lot(), b.op(), crew))
                    .sum();
            Crew people = problem.crews().get(crew);
            boolean tooFew = busy + shopfloor.people(lot, op, crew) > people.people();
            if (tooFew && time.workedBetween(until, op.start()) == 0) {
                return Optional.of(taken(Kind.SKILL, people.id(), last, ready, op));
            }
        }
        if (time.workedBetween(machineFree, op.start()) == 0) {
            String on = op.crews().isEmpty()
                    ? shopfloor.step(lot, op).process()
                    : problem.crews().get(op.crews().getFirst()).id();
            return Optional.of(new Reason(Kind.CALENDAR, on, ready, op.start()));
        }
        return Optional.empty();
    }

    private String machineName(Operation op) {
        return shopfloor.machine(op.machine()).id();
    }

    private String subcontractor(Lot lot, Operation op) {
        List<Subcontract> all = shopfloor.step(lot, op).subcontracts();
        return all.get(op.subcontract()).supplier();
    }

    private static List<Booking> others(List<Booking> bookings, Operation op) {
        return bookings.stream().filter(b -> !b.op().equals(op)).toList();
    }

    private static int lastEnd(List<Booking> bookings, int ready) {
        return bookings.stream().mapToInt(b -> b.op().end()).max().orElse(ready);
    }

    private Reason taken(Kind kind, String on, List<Booking> by, int ready, Operation op) {
        int from = by.stream().mapToInt(b -> b.op().start()).min().orElse(ready);
        List<String> behind = by.stream()
                .filter(b -> b.lot().demand() >= 0)
                .map(b -> problem.demands().get(b.lot().demand()).number())
                .distinct()
                .sorted()
                .toList();
        return new Reason(kind, on, Math.max(ready, from), op.start(), behind);
    }

    private Reason notWorking(Operation op, int ready) {
        if (shopfloor.time(op.machine()).workedBetween(ready, op.start()) > 0) {
            for (PlannedRule rule : problem.rules()) {
                if (closes(rule, op.machine(), ready, op.start())) {
                    return new Reason(Kind.RULE, rule.id(), ready, op.start());
                }
            }
        }
        return new Reason(Kind.CALENDAR, machineName(op), ready, op.start());
    }

    private static boolean closes(PlannedRule rule, int machine, int from, int to) {
        if (rule.restriction() instanceof ReserveCapacity reserve) {
            return reserve.machines().contains(machine) && reserve.from() < to && reserve.to() > from;
        }
        return rule.restriction() instanceof MachineDown down
                && down.machine() == machine
                && down.from() < to
                && down.to() > from;
    }
}
