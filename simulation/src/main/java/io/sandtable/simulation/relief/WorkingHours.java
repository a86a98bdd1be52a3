package io.sandtable.simulation.relief;

import io.sandtable.simulation.evaluate.Shopfloor;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Plan.Operation;
import io.sandtable.simulation.relief.Relief.Kind;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Crew;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reliefs of machines and people: hours in which they would not work, and more people. */
final class WorkingHours {
    private static final int HOUR = 60;
    /** Half a shift: nobody is called in for less. */
    private static final int STEP = 4 * HOUR;
    /** Twelve shifts of eight hours, in steps: more is asked for only where so many do not help. */
    private static final int USUAL = 24;
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
     * An operation that waits for its machine.
     *
     * @param from minute from which it waits, {@code to} by which it is done
     */
    record Wait(int demand, Operation op, Step step, int from, int to) {}

    /**
     * The last hours before the wait is over in which the machine stands still by its calendar: machine, its people and the operation's own
     * hours are there in them. Empty where it works around the clock, or is not there yet.
     */
    Optional<Loosening> hours(Wait wait) {
        int machine = wait.op().machine();
        if (machine < 0 || machine >= problem.machines().size()) {
            return Optional.empty();
        }
        WorkingTime works = works(wait);
        int from = Math.max(0, wait.from() - BEFORE);
        int free = works.lastFree(from, wait.to(), wait.to() - from).total() / STEP;
        if (free == 0) {
            return Optional.empty();
        }
        IntFunction<WorkingTime> extra = steps -> works.lastFree(from, wait.to(), steps * STEP);
        String id = problem.machines().get(machine).id();
        return Optional.of(new Loosening(
                Math.min(USUAL, free),
                free,
                steps -> {
                    WorkingTime more = extra.apply(steps);
                    return new Relief(
                            Kind.MORE_HOURS, id, "", more.total() / HOUR, more.start(0), more.end(more.size() - 1));
                },
                steps -> give(wait, extra.apply(steps))));
    }

    /** What a rule closes counts as worked here: it stays closed, and the rule is a relief of its own. */
    private WorkingTime works(Wait wait) {
        WorkingTime time = shopfloor.time(wait.op().machine());
        for (int crew : wait.op().crews()) {
            Crew people = problem.crews().get(crew);
            time = time.and(plan.overtime() ? people.overtime() : people.time());
        }
        WorkingTime own = wait.step().hours();
        return own == null ? time : time.and(own);
    }

    private Given give(Wait wait, WorkingTime extra) {
        String process = wait.step().process();
        return new Edit(problem, plan)
                .overtime(wait.op().machine(), Set.copyOf(wait.op().crews()), extra)
                .steps(step -> process.equals(step.process()) ? open(step, extra) : step)
                .placing(List.of(wait.demand()));
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
