package io.sandtable.simulation.check;

import static io.sandtable.simulation.check.Findings.SAME_QUANTITY;

import io.sandtable.simulation.check.ShopFloor.Work;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.HashMap;
import java.util.Map;

/** Which rules about machines' hours and output are broken. */
final class HoursRules {
    private final ShopFloor floor;
    private final RuleCheck.Broken broken;

    HoursRules(ShopFloor floor, RuleCheck.Broken broken) {
        this.floor = floor;
        this.broken = broken;
    }

    /** Work that could have been done in the operation's other hours counts as done there. */
    void notWorked(PlannedRule rule, Restriction.NotWorked r) {
        for (int machine : r.machines().stream().sorted().toList()) {
            WorkingTime open = floor.equipment().hours(machine).without(r.closed());
            for (Work work : floor.onMachine(machine)) {
                int misplaced = work.operation().workMinutes() - Equipment.worked(open, work.start(), work.end());
                if (misplaced > 0) {
                    broken.tell(rule, work.start(), misplaced);
                }
            }
        }
    }

    /** As little overtime as the work leaves possible: what fits into the regular hours of its time counts as done there. */
    void overtime(PlannedRule rule, Restriction.OvertimeCap r) {
        for (int machine : r.machines().stream().sorted().toList()) {
            Machine like = floor.equipment().machine(machine);
            double minutes = 0;
            for (Work work : floor.onMachine(machine)) {
                if (work.start() >= r.from() && work.end() <= r.to()) {
                    int regular = Equipment.worked(like.time(), work.start(), work.end());
                    minutes += Math.max(0, work.operation().workMinutes() - regular);
                }
            }
            if (minutes > r.minutes() + SAME_QUANTITY) {
                broken.tell(rule, r.from(), minutes - r.minutes());
            }
        }
    }

    /** Each lot counts once, when it leaves the machines for the last time. */
    void output(PlannedRule rule, Restriction.OutputCap r) {
        Map<Plan.Lot, Work> last = new HashMap<>();
        for (Work work : floor.inHouse()) {
            if (r.machines().contains(work.operation().machine())) {
                last.merge(work.lot(), work, (a, b) -> a.end() > b.end() ? a : b);
            }
        }
        double units = last.values().stream()
                .filter(work -> r.from() < work.end() && work.end() <= r.to())
                .mapToDouble(work -> work.operation().quantityOut())
                .sum();
        if (units > r.units() + SAME_QUANTITY) {
            broken.tell(rule, r.from(), units - r.units());
        }
    }
}
