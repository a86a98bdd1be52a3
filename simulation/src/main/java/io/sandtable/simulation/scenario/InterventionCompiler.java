package io.sandtable.simulation.scenario;

import io.sandtable.simulation.scenario.Intervention.Kind;
import io.sandtable.simulation.scenario.InterventionRefused.Code;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.PlanningProblem.ToolOption;
import io.sandtable.simulation.scenario.Restriction.ByHand;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decisions by hand in the planner's terms; what no plan could keep is refused by name, one by one. */
public final class InterventionCompiler {
    /** The kind that their rules carry. */
    public static final String KIND = "BY_HAND";

    private static final int MOST_NAMED = 8;

    private final PlanningProblem problem;
    private final Places places;
    private final boolean strict;
    private final List<PlannedRule> rules = new ArrayList<>();

    /** Refuses all that nobody should decide. */
    public InterventionCompiler(PlanningProblem problem) {
        this(problem, true);
    }

    /** @param strict whether to refuse, too, what depends on how long work takes and how far is planned, which a what-if may change */
    InterventionCompiler(PlanningProblem problem, boolean strict) {
        this.problem = problem;
        this.strict = strict;
        this.places = Places.of(problem);
    }

    /** The problem with all that were added. */
    public PlanningProblem problem() {
        var all = new ArrayList<>(problem.rules());
        all.addAll(rules);
        return problem.with(all);
    }

    /**
     * Adds one.
     *
     * @throws InterventionRefused where no plan could keep it together with those before it; these stay
     */
    public void add(Intervention intervention) {
        if (intervention.reason().isBlank()) {
            throw refused(Code.NO_REASON, intervention);
        }
        Demand demand = problem.demands().stream()
                .filter(d -> d.id().equals(intervention.order()))
                .findFirst()
                .orElseThrow(() -> refused(Code.NO_SUCH_ORDER, intervention, intervention.order()));
        Step step = step(intervention, demand);
        ByHand byHand = restriction(intervention, demand, step);
        for (PlannedRule other : rules) {
            refuseIfAgainst(intervention, byHand, step, other);
        }
        refuseIfNothingIsLeft(intervention, byHand, step);
        rules.add(
                new PlannedRule(intervention.id(), intervention.reason(), KIND, true, 100, intervention.by(), byHand));
    }

    private Step step(Intervention intervention, Demand demand) {
        List<Step> steps = stepsOf(problem, demand.item());
        return steps.stream()
                .filter(s -> s.process().equals(intervention.operation()))
                .findFirst()
                .orElseThrow(() -> refused(
                        Code.NO_SUCH_STEP,
                        intervention,
                        demand.number(),
                        intervention.operation(),
                        named(steps.stream().map(Step::process).toList())));
    }

    /** All steps in which an item and what goes into it may be made. */
    public static List<Step> stepsOf(PlanningProblem problem, int item) {
        var known = new HashSet<>(Set.of(item));
        var open = new ArrayDeque<>(known);
        var steps = new ArrayList<Step>();
        while (!open.isEmpty()) {
            int made = open.removeFirst();
            for (Routing routing : problem.routings()) {
                if (routing.item() == made && !routing.substitution()) {
                    for (Step step : routing.steps()) {
                        steps.add(step);
                        step.consumptions().stream()
                                .map(PlanningProblem.Consumption::item)
                                .filter(known::add)
                                .forEach(open::add);
                    }
                }
            }
        }
        return steps;
    }

    private ByHand restriction(Intervention intervention, Demand demand, Step step) {
        Set<Integer> machines = machinesOf(step);
        Set<String> subcontractors = step.confidential()
                ? Set.of()
                : step.subcontracts().stream().map(Subcontract::supplier).collect(Collectors.toSet());
        Kind kind = intervention.kind();
        if (kind == Kind.IN_HOUSE) {
            subcontractors = Set.of();
        } else {
            String place = required(intervention, intervention.place(), "place");
            Set<Integer> there = new LinkedHashSet<>(places.machines(place));
            there.retainAll(machines);
            boolean subcontractor = subcontractors.contains(place);
            if (there.isEmpty() && !subcontractor) {
                throw refused(Code.NO_SUCH_PLACE, intervention, step.name(), place, named(placesOf(step)));
            }
            if (kind == Kind.AVOID) {
                machines.removeAll(there);
                subcontractors = without(subcontractors, place);
            } else {
                machines = there;
                subcontractors = subcontractor ? Set.of(place) : Set.of();
            }
        }
        if (machines.isEmpty() && subcontractors.isEmpty()) {
            throw refused(Code.NOWHERE_LEFT, intervention, step.name());
        }
        return new ByHand(
                demand.index(),
                step.process(),
                kind == Kind.PIN ? Math.max(1, intervention.lot()) : Math.max(0, intervention.lot()),
                machines,
                subcontractors,
                tool(intervention, step),
                kind == Kind.PIN ? start(intervention) : ByHand.ANY_TIME,
                kind == Kind.PIN ? Math.max(0, intervention.quantity()) : 0);
    }

    /** Those of the step, and those like them that investments bring. */
    private Set<Integer> machinesOf(Step step) {
        Set<Integer> machines =
                step.machines().stream().map(MachineOption::machine).collect(Collectors.toSet());
        for (Investment investment : problem.investments()) {
            if (investment.machine() >= 0 && machines.contains(investment.machine())) {
                machines.add(problem.equipmentIndex(investment));
            }
        }
        return machines;
    }

    private List<String> placesOf(Step step) {
        var all = new ArrayList<String>();
        machinesOf(step).stream().sorted().map(places::machine).forEach(all::add);
        if (!step.confidential()) {
            step.subcontracts().stream().map(Subcontract::supplier).forEach(all::add);
        }
        return all;
    }

    private int tool(Intervention intervention, Step step) {
        String tool = intervention.tool();
        if (tool == null) {
            return -1;
        }
        Set<Integer> fitting = step.tools().stream().map(ToolOption::tool).collect(Collectors.toSet());
        for (Investment investment : problem.investments()) {
            if (investment.tool() >= 0 && fitting.contains(investment.tool())) {
                fitting.add(problem.equipmentIndex(investment));
            }
        }
        return places.tools(tool).stream()
                .filter(fitting::contains)
                .findFirst()
                .orElseThrow(() -> refused(
                        Code.NO_SUCH_TOOL,
                        intervention,
                        step.name(),
                        tool,
                        named(fitting.stream().sorted().map(places::tool).toList())));
    }

    private int start(Intervention intervention) {
        LocalDateTime start = required(intervention, intervention.start(), "start");
        long minute = ChronoUnit.MINUTES.between(problem.asOf().atStartOfDay(), start);
        if (minute < 0) {
            throw refused(
                    Code.IN_THE_PAST,
                    intervention,
                    start.toString(),
                    problem.asOf().toString());
        }
        int end = problem.machines().stream()
                .mapToInt(m -> m.time().size() == 0 ? 0 : m.time().end(m.time().size() - 1))
                .max()
                .orElse(problem.horizonMinutes());
        if (strict && minute >= end) {
            throw refused(
                    Code.TOO_LATE,
                    intervention,
                    start.toString(),
                    problem.day(end).toString());
        }
        return (int) Math.min(minute, Integer.MAX_VALUE - 1);
    }

    private void refuseIfAgainst(Intervention intervention, ByHand one, Step step, PlannedRule rule) {
        var other = (ByHand) rule.restriction();
        if (one.meets(other)) {
            boolean twoTimes = one.pins() && other.pins();
            boolean twoTools = one.tool() >= 0 && other.tool() >= 0 && one.tool() != other.tool();
            if (twoTimes || twoTools || rule.id().equals(intervention.id())) {
                throw refused(Code.CONTRADICTS, intervention, step.name(), rule.id());
            }
            return;
        }
        if (strict
                && one.pins()
                && other.pins()
                && one.machines().size() == 1
                && one.machines().equals(other.machines())) {
            int machine = one.machines().iterator().next();
            boolean limited = machine >= problem.machines().size()
                    || !problem.machines().get(machine).unlimited();
            if (limited && one.start() < end(other) && other.start() < end(one)) {
                throw refused(Code.OVERLAPS, intervention, places.machine(machine), rule.id());
            }
        }
    }

    /** Each of them may leave something, and all together nothing. */
    private void refuseIfNothingIsLeft(Intervention intervention, ByHand one, Step step) {
        var machines = new HashSet<>(one.machines());
        var subcontractors = new HashSet<>(one.subcontractors());
        for (PlannedRule rule : rules) {
            var other = (ByHand) rule.restriction();
            if (one.meets(other)) {
                machines.retainAll(other.machines());
                subcontractors.retainAll(other.subcontractors());
                if (machines.isEmpty() && subcontractors.isEmpty()) {
                    throw refused(Code.CONTRADICTS, intervention, step.name(), rule.id());
                }
            }
        }
    }

    /** When a pinned lot would be done on its only machine, as nearly as can be said before it is planned; a minute later at least. */
    private int end(ByHand pinned) {
        int like = modelOf(pinned.machines().iterator().next());
        WorkingTime time = problem.machines().get(like).time();
        double work = problem.routings().stream()
                .flatMap(r -> r.steps().stream())
                .filter(s -> s.process().equals(pinned.process()))
                .flatMap(s -> s.machines().stream())
                .filter(o -> o.machine() == like)
                .mapToDouble(o -> o.setupMinutes() + o.minutesPerUnit() * pinned.quantity())
                .findFirst()
                .orElse(0);
        int from = time.workedBefore(pinned.start());
        int minutes = (int) Math.min(work, Math.max(0, time.total() - from));
        return Math.max(pinned.start() + 1, time.wallOfEnd(from, minutes));
    }

    /** The problem's machine that a bought one is like. */
    private int modelOf(int machine) {
        return machine < problem.machines().size()
                ? machine
                : problem.investments().stream()
                        .filter(i -> i.machine() >= 0 && problem.equipmentIndex(i) == machine)
                        .findFirst()
                        .orElseThrow()
                        .machine();
    }

    private static Set<String> without(Set<String> all, String one) {
        var rest = new HashSet<>(all);
        rest.remove(one);
        return rest;
    }

    private static String named(List<String> ids) {
        String first = ids.stream().distinct().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return ids.stream().distinct().count() > MOST_NAMED ? first + " …" : first;
    }

    private static <T> T required(Intervention intervention, @Nullable T value, String what) {
        if (value == null) {
            throw refused(Code.INCOMPLETE, intervention, what);
        }
        return Objects.requireNonNull(value);
    }

    private static InterventionRefused refused(Code code, Intervention intervention, String... arguments) {
        return new InterventionRefused(code, intervention.id(), arguments);
    }
}
