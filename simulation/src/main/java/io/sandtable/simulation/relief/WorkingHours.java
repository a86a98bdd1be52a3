package io.sandtable.simulation.relief;

import io.sandtable.simulation.evaluate.Shopfloor;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Lot;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.relief.Relief.Kind;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Crew;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reliefs of machines and people: hours in which they would not work, and more people. */
final class WorkingHours {
    private static final int HOUR = 60;
    /** Twelve shifts of eight hours; who needs more needs another machine. */
    private static final int MOST_HOURS = 96;
    /** How long before the wait overtime may begin: work that is done sooner then makes room as well. */
    private static final int BEFORE = 7 * PlanningProblem.DAY;

    private static final int MOST_PEOPLE = 3;

    private final PlanningProblem problem;
    private final Plan plan;
    private final Shopfloor shopfloor;

    WorkingHours(PlanningProblem problem, Plan plan, Shopfloor shopfloor) {
        this.problem = problem;
        this.plan = plan;
        this.shopfloor = shopfloor;
    }

    /**
     * The last hours before {@code to} in which the machine of the operation stands still by its calendar: machine, its people and the
     * operation's own hours are there in them. Empty where it works around the clock, or is not there yet.
     */
    Optional<Loosening> hours(int demand, Lot lot, Operation op, int from, int to) {
        int machine = op.machine();
        if (machine < 0 || machine >= problem.machines().size()) {
            return Optional.empty();
        }
        WorkingTime works = works(op, shopfloor.step(lot, op));
        int first = Math.max(0, from - BEFORE);
        int free = works.lastFree(first, to, MOST_HOURS * HOUR).total();
        if (free < HOUR) {
            return Optional.empty();
        }
        Machine on = problem.machines().get(machine);
        String process = shopfloor.step(lot, op).process();
        return Optional.of(new Loosening(
                free / HOUR,
                hours -> {
                    WorkingTime extra = works.lastFree(first, to, hours * HOUR);
                    return new Relief(Kind.MORE_HOURS, on.id(), "", hours, extra.start(0), extra.end(extra.size() - 1));
                },
                hours -> give(demand, op, process, works.lastFree(first, to, hours * HOUR))));
    }

    /** What a rule closes counts as worked here: it stays closed, and the rule is a relief of its own. */
    private WorkingTime works(Operation op, Step step) {
        WorkingTime time = shopfloor.time(op.machine());
        for (int crew : op.crews()) {
            Crew people = problem.crews().get(crew);
            time = time.and(plan.overtime() ? people.overtime() : people.time());
        }
        return step.hours() == null ? time : time.and(step.hours());
    }

    private Given give(int demand, Operation op, String process, WorkingTime extra) {
        int machine = op.machine();
        boolean already =
                shopfloor.time(machine).equals(problem.machines().get(machine).overtime());
        var edit = new Edit(problem, plan).overtimeOn(machine).machine(machine, m -> overtime(m, already, extra));
        for (int crew : op.crews().stream().distinct().toList()) {
            edit.crew(crew, c -> overtime(c, extra));
        }
        return edit.steps(step -> process.equals(step.process()) ? open(step, extra) : step)
                .placing(List.of(demand));
    }

    /** Its overtime is that of the plan and the extra hours, so that they are paid as overtime. */
    private static Machine overtime(Machine m, boolean already, WorkingTime extra) {
        return new Machine(
                m.index(),
                m.id(),
                m.name(),
                m.time(),
                (already ? m.overtime() : m.time()).or(extra),
                m.operatorRate(),
                m.overtimePremiumPercent(),
                m.kilowatts(),
                m.energy(),
                m.unlimited(),
                m.setups());
    }

    private Crew overtime(Crew c, WorkingTime extra) {
        WorkingTime before = plan.overtime() ? c.overtime() : c.time();
        return new Crew(c.index(), c.id(), c.name(), c.people(), c.time(), before.or(extra), c.rate());
    }

    private static Step open(Step s, WorkingTime extra) {
        WorkingTime hours = s.hours();
        return hours == null ? s : Steps.withHours(s, hours.or(extra));
    }

    /** More people in the crew, for all of the plan. */
    Optional<Loosening> people(int demand, String crewId) {
        @Nullable
        Crew crew = problem.crews().stream()
                .filter(c -> c.id().equals(crewId) && Double.isFinite(c.people()))
                .findFirst()
                .orElse(null);
        if (crew == null) {
            return Optional.empty();
        }
        return Optional.of(new Loosening(
                MOST_PEOPLE,
                people -> new Relief(Kind.MORE_PEOPLE, crewId, "", people, 0, problem.horizonMinutes()),
                people -> new Edit(problem, plan)
                        .crew(
                                crew.index(),
                                c -> new Crew(
                                        c.index(),
                                        c.id(),
                                        c.name(),
                                        c.people() + people,
                                        c.time(),
                                        c.overtime(),
                                        c.rate()))
                        .placing(List.of(demand))));
    }
}
