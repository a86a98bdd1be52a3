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
 * @param interventions what was decided by hand about single steps
 * @param approvals substitutes that are taken as approved though the data does not say so
 * @param seed of every random choice in the search
 */
public record Scenario(
        BusinessSnapshot snapshot,
        LocalDate asOf,
        int horizonDays,
        List<Change> changes,
        List<ConfirmedCondition> conditions,
        List<Intervention> interventions,
        List<Approval> approvals,
        long seed) {
    /** 26 weeks. */
    public static final int DEFAULT_HORIZON_DAYS = 26 * 7;

    public Scenario {
        changes = List.copyOf(changes);
        conditions = List.copyOf(conditions);
        interventions = List.copyOf(interventions);
        approvals = List.copyOf(approvals);
        if (horizonDays < 1 || horizonDays > 730) {
            throw new IllegalArgumentException(
                    "The horizon was %d days; it must be 1 to 730. 182 is usual.".formatted(horizonDays));
        }
    }

    /** The business as it stands, nothing changed, no rule and nothing decided by hand. */
    public Scenario(BusinessSnapshot snapshot, LocalDate asOf, int horizonDays, long seed) {
        this(snapshot, asOf, horizonDays, List.of(), List.of(), List.of(), List.of(), seed);
    }

    /** The business as it stands, nothing changed and no rule. */
    public static Scenario of(BusinessSnapshot snapshot, LocalDate asOf, long seed) {
        return new Scenario(snapshot, asOf, DEFAULT_HORIZON_DAYS, seed);
    }

    /** The holidays that the company's data knows of. */
    HolidayCalendar holidays() {
        return HolidayCalendar.of(snapshot);
    }

    /** The same with what a person confirmed: its what-ifs become changes, its rules bind the plan. */
    public Scenario confirming(List<ConfirmedCondition> confirmed) {
        var more = new ArrayList<>(changes);
        more.addAll(new ConditionCompiler(snapshot).changes(confirmed));
        var all = new ArrayList<>(conditions);
        all.addAll(confirmed);
        return new Scenario(snapshot, asOf, horizonDays, more, all, interventions, approvals, seed);
    }

    /** The same with one more change. */
    public Scenario with(Change change) {
        return with(List.of(change));
    }

    /** The same with more changes. */
    public Scenario with(List<Change> added) {
        var more = new ArrayList<>(changes);
        more.addAll(added);
        return new Scenario(snapshot, asOf, horizonDays, more, conditions, interventions, approvals, seed);
    }

    /** The same with that decided by hand, and nothing else. */
    public Scenario decidingByHand(List<Intervention> byHand) {
        return new Scenario(snapshot, asOf, horizonDays, changes, conditions, byHand, approvals, seed);
    }

    /** The same where that substitute may be used too. */
    public Scenario approving(Approval approval) {
        var more = new ArrayList<>(approvals);
        more.add(approval);
        return new Scenario(snapshot, asOf, horizonDays, changes, conditions, interventions, more, seed);
    }

    /**
     * The problem that a planner solves.
     *
     * @throws ConditionRefused where no plan could obey a condition
     * @throws InterventionRefused where no plan could keep a decision by hand
     */
    public PlanningProblem compile() {
        return new ProblemCompiler(this).compile(List.of());
    }
}
