package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Crew;
import io.sandtable.simulation.scenario.PlanningProblem.CrewNeed;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.MachineOption;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.PlanningProblem.ToolOption;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.Setups;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which ways there are to do each step under the levers and rules: machine, crew and tool in every combination, or a subcontractor. */
final class WayFinder {
    /** Tenths of a person add up a little inexactly. */
    private static final double SAME_PEOPLE = 1e-6;

    private final PlanningProblem problem;
    private final Levers levers;
    private final Machine[] machines;
    private final WorkingTime[] times;
    private final List<Crew> crews;
    private final double[] energyPrice;
    private final List<WorkOutside> capacities = new ArrayList<>();
    /** Working times that several ways have, by machine, crews and the process whose own hours they are. */
    private final Map<List<Object>, WorkingTime> shared = new HashMap<>();

    /** @param machines those that investments bring included, {@code times} when each works */
    WayFinder(PlanningProblem problem, Levers levers, Machine[] machines, WorkingTime[] times, double[] energyPrice) {
        this.problem = problem;
        this.levers = levers;
        this.machines = machines;
        this.times = times;
        this.crews = problem.crews();
        this.energyPrice = energyPrice;
    }

    /** Subcontractors whose weeks are kept, by the ids of the ways that were found. */
    List<WorkOutside> capacities() {
        return capacities;
    }

    /** By routing and step; none where a step cannot be done. */
    Way[][][] find(List<Restriction> masks) {
        Set<String> keptInside = new HashSet<>();
        Set<String> sentOut = new HashSet<>();
        Map<Integer, List<Integer>> alikeMachines = new HashMap<>();
        Map<Integer, List<Integer>> alikeTools = new HashMap<>();
        for (Restriction mask : masks) {
            if (mask instanceof Restriction.NoOutsourcing no && no.from() <= 0 && no.to() >= problem.horizonMinutes()) {
                keptInside.addAll(no.processes());
            }
            if (mask instanceof Restriction.ByHand byHand && byHand.machines().isEmpty()) {
                sentOut.add(byHand.process());
            }
        }
        for (Investment investment : problem.investments()) {
            if (levers.investments().contains(investment.index())) {
                boolean tool = investment.tool() >= 0;
                (tool ? alikeTools : alikeMachines)
                        .computeIfAbsent(tool ? investment.tool() : investment.machine(), i -> new ArrayList<>())
                        .add(problem.equipmentIndex(investment));
            }
        }
        var result = new Way[problem.routings().size()][][];
        for (Routing routing : problem.routings()) {
            result[routing.index()] = routing.steps().stream()
                    .map(step -> {
                        var found = new ArrayList<Way>();
                        addInHouse(found, step, alikeMachines, alikeTools);
                        if ((levers.outsourcing() || sentOut.contains(step.process()))
                                && !step.confidential()
                                && !keptInside.contains(step.process())) {
                            addOutsourced(found, step);
                        }
                        return found.toArray(Way[]::new);
                    })
                    .toArray(Way[][]::new);
        }
        return result;
    }

    private void addInHouse(
            List<Way> found,
            Step step,
            Map<Integer, List<Integer>> alikeMachines,
            Map<Integer, List<Integer>> alikeTools) {
        double energyCost = step.energy() < 0 ? 0 : step.energyPerUnit() * energyPrice[step.energy()];
        for (MachineOption option : step.machines()) {
            for (int machine : withAlike(option.machine(), alikeMachines)) {
                for (Crewing crewing : crewings(option)) {
                    if (step.tools().isEmpty()) {
                        found.add(inHouse(step, option, machine, crewing, -1, 0, energyCost));
                    }
                    for (ToolOption mounted : step.tools()) {
                        for (int tool : withAlike(mounted.tool(), alikeTools)) {
                            found.add(inHouse(
                                    step, option, machine, crewing, tool, mounted.strokesPerUnit(), energyCost));
                        }
                    }
                }
            }
        }
    }

    /** Every choice of one crew for each need; nobody is asked to be in two places. */
    private List<Crewing> crewings(MachineOption option) {
        List<Crewing> all = List.of(Crewing.NONE);
        for (CrewNeed need : option.people()) {
            var longer = new ArrayList<Crewing>();
            for (Crewing crewing : all) {
                for (int crew : need.oneOf()) {
                    double people = need.people(crew);
                    if (crewing.peopleOf(crew) + people <= crews.get(crew).people() + SAME_PEOPLE) {
                        longer.add(crewing.and(crew, people));
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    /** When the machine and all its people are there and the operation has its hours. */
    private WorkingTime timeOf(Step step, MachineOption option, int machine, Crewing crewing) {
        if (crewing.isNone() && step.hours() == null && option.valid().isAlways()) {
            return times[machine];
        }
        String own = step.hours() == null ? "" : step.process();
        return shared.computeIfAbsent(List.of(machine, crewing.crews(), own, option.valid()), k -> {
            WorkingTime time =
                    option.valid().of(step.hours() == null ? times[machine] : times[machine].and(step.hours()));
            for (int crew : crewing.crews()) {
                Crew people = crews.get(crew);
                time = time.and(levers.overtimeMachines().contains(machine) ? people.overtime() : people.time());
            }
            return time.equals(times[machine]) ? times[machine] : time;
        });
    }

    private Way inHouse(
            Step step, MachineOption option, int machine, Crewing crewing, int tool, double strokes, double perUnit) {
        Machine m = machines[machine];
        double operators = m.operatorRate();
        for (int i = 0; i < crewing.crews().size(); i++) {
            operators +=
                    crews.get(crewing.crews().get(i)).rate() * crewing.people().get(i);
        }
        double perMinute = (operators + (m.energy() < 0 ? 0 : m.kilowatts() * energyPrice[m.energy()])) / 60;
        return new Way(
                -1,
                machine,
                tool,
                -1,
                timeOf(step, option, machine, crewing),
                option.setup(),
                crewing,
                option.minutesPerUnit(),
                option.setupMinutes(),
                machines[machine].unlimited() ? 0 : 1,
                option.yieldPercent() / 100,
                strokes,
                option.valid(),
                operators,
                perMinute,
                perUnit,
                0);
    }

    private void addOutsourced(List<Way> found, Step step) {
        for (int s = 0; s < step.subcontracts().size(); s++) {
            Subcontract offer = step.subcontracts().get(s);
            found.add(new Way(
                    capacities.size(),
                    -1,
                    -1,
                    s,
                    WorkingTime.of(List.of()),
                    Setups.ANY,
                    Crewing.NONE,
                    0,
                    0,
                    0,
                    offer.yieldPercent() / 100,
                    0,
                    offer.valid(),
                    0,
                    0,
                    offer.price(),
                    offer.leadTimeMinutes()));
            capacities.add(new WorkOutside(step.process(), offer));
        }
    }

    private static List<Integer> withAlike(int index, Map<Integer, List<Integer>> alike) {
        var all = new ArrayList<Integer>();
        all.add(index);
        all.addAll(alike.getOrDefault(index, List.of()));
        return all;
    }
}
