package io.sandtable.simulation.check;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The times in which must-rules that the plan keeps may hold a machine back. */
final class MachineRules {
    private final List<Restriction> kept;

    MachineRules(PlanningProblem problem, Plan plan) {
        kept = problem.rules().stream()
                .filter(PlannedRule::must)
                .filter(r -> !plan.liftedRules().contains(r.id()))
                .map(PlannedRule::restriction)
                .toList();
    }

    /** Working minutes of [from, to) that some rule may keep free. */
    int minutesKeptBack(Equipment equipment, int machine, int from, int to) {
        int minutes = 0;
        int counted = from;
        for (int[] window : windows(machine)) {
            int begin = Math.max(counted, window[0]);
            int end = Math.min(to, window[1]);
            if (begin < end) {
                minutes += equipment.worked(machine, begin, end);
                counted = end;
            }
        }
        return minutes;
    }

    /** The hours that the rules leave for an operation where each takes its share of what is left. */
    WorkingTime leave(Equipment equipment, Plan.Operation operation, Step step) {
        int machine = operation.machine();
        WorkingTime hours = equipment.hours(machine);
        for (Restriction restriction : kept) {
            if (restriction instanceof Restriction.ReserveCapacity r
                    && r.machines().contains(machine)) {
                hours = hours.keeping(1 - r.percent() / 100, r.from(), r.to());
            } else if (restriction instanceof Restriction.MachineDown r && r.machine() == machine) {
                hours = hours.keeping(0, r.from(), r.to());
            } else if (restriction instanceof Restriction.NotWorked r
                    && r.machines().contains(machine)) {
                hours = hours.without(r.closed());
            } else if (restriction instanceof Restriction.OvertimeCap r
                    && r.machines().contains(machine)) {
                hours = hours.beyond(equipment.machine(machine).time(), r.minutes(), r.from(), r.to());
            }
        }
        return equipment.within(hours, operation, step);
    }

    /** By their beginning; they may overlap. */
    private List<int[]> windows(int machine) {
        return kept.stream()
                .flatMap(restriction -> switch (restriction) {
                    case Restriction.ReserveCapacity r
                    when r.machines().contains(machine) -> Stream.of(new int[] {r.from(), r.to()});
                    case Restriction.MachineDown r
                    when r.machine() == machine -> Stream.of(new int[] {r.from(), r.to()});
                    case Restriction.NotWorked r
                    when r.machines().contains(machine) ->
                        IntStream.range(0, r.closed().size()).mapToObj(i ->
                                new int[] {r.closed().start(i), r.closed().end(i)});
                    case Restriction.OvertimeCap r
                    when r.machines().contains(machine) -> Stream.of(new int[] {r.from(), r.to()});
                    default -> Stream.<int[]>empty();
                })
                .sorted((a, b) -> Integer.compare(a[0], b[0]))
                .toList();
    }
}
