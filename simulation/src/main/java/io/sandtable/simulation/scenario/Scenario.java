package io.sandtable.simulation.scenario;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.calendar.HolidayCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A question made precise: a small overlay on an untouched snapshot. Making one copies nothing of the base.
 *
 * @param asOf the day the plan is made; stock, orders and tool counters are as of that day
 * @param horizonDays days that figures are reported for
 * @param seed of every random choice in the search
 */
public record Scenario(
        BusinessSnapshot snapshot,
        HolidayCalendar holidays,
        LocalDate asOf,
        int horizonDays,
        List<Change> changes,
        List<ConfirmedCondition> conditions,
        long seed) {
    /** 26 weeks. */
    public static final int DEFAULT_HORIZON_DAYS = 26 * 7;

    public Scenario {
        changes = List.copyOf(changes);
        conditions = List.copyOf(conditions);
        if (horizonDays < 1 || horizonDays > 730) {
            throw new IllegalArgumentException(
                    "The horizon was %d days; it must be 1 to 730. 182 is usual.".formatted(horizonDays));
        }
    }

    /** The business as it stands, nothing changed and no rule. */
    public static Scenario of(BusinessSnapshot snapshot, HolidayCalendar holidays, LocalDate asOf, long seed) {
        return new Scenario(snapshot, holidays, asOf, DEFAULT_HORIZON_DAYS, List.of(), List.of(), seed);
    }

    /** The same with what a person confirmed: its what-ifs become changes, its rules bind the plan. */
    public Scenario confirming(List<ConfirmedCondition> confirmed) {
        var more = new ArrayList<>(changes);
        more.addAll(new ConditionCompiler(snapshot).changes(confirmed));
        var all = new ArrayList<>(conditions);
        all.addAll(confirmed);
        return new Scenario(snapshot, holidays, asOf, horizonDays, more, all, seed);
    }

    /** The same with one more change. */
    public Scenario with(Change change) {
        var more = new ArrayList<>(changes);
        more.add(change);
        return new Scenario(snapshot, holidays, asOf, horizonDays, more, conditions, seed);
    }

    /** The problem that a planner solves. */
    public PlanningProblem compile() {
        return new ProblemCompiler(this).compile();
    }
}
