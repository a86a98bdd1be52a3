package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.SHIFTS;
import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.WeekPattern;
import io.sandtable.rules.Comparison;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Condition.TimeOfDay;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Conditions about when machines, people and suppliers work, and how much. */
final class CalendarRules {
    /** The night of the labour regulations. */
    private static final TimeOfDay NIGHT = new TimeOfDay("22:00", "06:00");

    private final RuleScope scope;
    private final PlanningProblem problem;

    CalendarRules(RuleScope scope) {
        this.scope = scope;
        this.problem = scope.problem();
    }

    Restriction reserve(List<String> resources, double percent, Window window) {
        if (percent < 0 || percent > 100) {
            throw scope.refused(ConditionRefused.Code.WRONG_THING);
        }
        return new Restriction.ReserveCapacity(
                scope.machines(resources), scope.from(window), scope.to(window), percent);
    }

    /** Less capacity is capacity that stays free; more of it needs a machine or a shift, which a plan may choose. */
    List<Restriction> capacity(Condition.CapacityChange c) {
        boolean isFloor =
                c.limit().filter(l -> l == Comparison.GE || l == Comparison.GT).isPresent();
        boolean inUnits =
                c.change().form() == Quantity.Form.SET && !c.change().unit().equals("%");
        if (isFloor || c.change().form() == Quantity.Form.DELTA) {
            throw scope.refused(ConditionRefused.Code.MORE_CAPACITY);
        }
        if (inUnits) {
            return scope.periods(c.change(), c.window()).stream()
                    .<Restriction>map(period -> new Restriction.OutputCap(
                            scope.machines(c.resources()), c.change().value(), period[0], period[1]))
                    .toList();
        }
        double left = c.change().applyTo(100);
        if (left > 100) {
            throw scope.refused(ConditionRefused.Code.MORE_CAPACITY);
        }
        return List.of(reserve(c.resources(), 100 - left, c.window()));
    }

    List<Restriction> closures(Condition.SupplierShutdown c) {
        Window window = c.window().orElse(Window.ALWAYS);
        List<int[]> ranges = c.festival()
                .map(f -> scope.ranges(scope.days().festival(f, Window.ALWAYS)))
                .or(() -> c.recurrence().map(r -> scope.ranges(scope.days().in(window, Optional.of(r)))))
                .orElseGet(() -> List.of(new int[] {scope.from(window), scope.to(window)}));
        var closures = new ArrayList<Restriction>();
        for (String supplier : c.suppliers()) {
            ranges.forEach(range -> closures.add(new Restriction.SupplierClosed(supplier, range[0], range[1])));
        }
        return closures;
    }

    List<Restriction> downtimes(Condition.ResourceDowntime c) {
        if (c.resources().isEmpty()) {
            throw scope.refused(ConditionRefused.Code.WRONG_THING);
        }
        var downtimes = new ArrayList<Restriction>();
        for (int[] range : ranges(c)) {
            for (PlanningProblem.Tool tool : problem.tools()) {
                if (c.resources().contains(tool.id())) {
                    downtimes.add(new Restriction.ToolDown(tool.index(), range[0], range[1]));
                }
            }
            boolean onlyTools = c.resources().stream()
                    .allMatch(id -> problem.tools().stream().anyMatch(t -> t.id().equals(id)));
            if (!onlyTools) {
                scope.machines(c.resources()).stream()
                        .sorted()
                        .forEach(m -> downtimes.add(new Restriction.MachineDown(m, range[0], range[1])));
            }
        }
        return downtimes;
    }

    private List<int[]> ranges(Condition.ResourceDowntime c) {
        if (c.floatingDays().isPresent()) {
            return List.of(floating(c, c.floatingDays().get()));
        }
        if (c.timeOfDay().isEmpty()) {
            return c.recurrence().isPresent()
                    ? scope.ranges(scope.days().in(c.window(), c.recurrence()))
                    : List.<int[]>of(new int[] {scope.from(c.window()), scope.to(c.window())});
        }
        WorkingTime hours = scope.hours(
                scope.days().in(c.window(), c.recurrence()), c.timeOfDay().get());
        var ranges = new ArrayList<int[]>();
        for (int i = 0; i < hours.size(); i++) {
            ranges.add(new int[] {hours.start(i), hours.end(i)});
        }
        return ranges;
    }

    /** Where the fewest hours are lost, the earliest of such places: holidays and free weekends first. */
    private int[] floating(Condition.ResourceDowntime c, int days) {
        List<LocalDate> window = scope.days().in(c.window(), Optional.empty());
        if (days < 1 || window.size() < days) {
            throw scope.refused(ConditionRefused.Code.NOTHING_TO_CHANGE);
        }
        int least = Integer.MAX_VALUE;
        int[] best = {0, 0};
        for (int i = 0; i + days <= window.size(); i++) {
            int from = problem.minute(window.get(i));
            int to = from + days * DAY;
            int lost = worked(c.resources(), from, to);
            if (lost < least) {
                least = lost;
                best = new int[] {from, to};
            }
        }
        return best;
    }

    /** Of a tool the hours of whatever machine it may be mounted on. */
    private int worked(List<String> resources, int from, int to) {
        boolean tools = problem.tools().stream().anyMatch(t -> resources.contains(t.id()));
        Set<Integer> machines = scope.machines(tools ? List.of() : resources);
        return machines.stream()
                .mapToInt(m -> problem.machines().get(m).time().workedBetween(from, to))
                .sum();
    }

    /** Days that are worked too are in the machines' hours already: see {@link WorkedDays}. */
    List<Restriction> calendar(Condition.WorkingCalendar c) {
        List<LocalDate> days = scope.days().of(c);
        if (days.isEmpty()) {
            throw scope.refused(ConditionRefused.Code.NOTHING_TO_CHANGE);
        }
        return c.working()
                ? List.of()
                : List.of(new Restriction.NotWorked(scope.machines(c.sites()), WorkingTime.of(scope.ranges(days))));
    }

    /** What a machine's calendar calls its night shift; where it calls none so, the night. */
    List<Restriction> shiftBan(Condition.ShiftBan c) {
        List<LocalDate> days = scope.days().in(c.window(), c.recurrence());
        Set<Integer> machines = scope.machines(c.resources());
        Map<WorkingTime, Set<Integer>> closed = new LinkedHashMap<>();
        for (int machine : machines.stream().sorted().toList()) {
            closed.computeIfAbsent(closed(c.shift(), machine, days), hours -> new HashSet<>())
                    .add(machine);
        }
        List<Restriction> restrictions = closed.entrySet().stream()
                .filter(hours -> hours.getKey().size() > 0)
                .<Restriction>map(hours -> new Restriction.NotWorked(hours.getValue(), hours.getKey()))
                .toList();
        if (restrictions.isEmpty()) {
            throw scope.refused(ConditionRefused.Code.NOTHING_TO_CHANGE);
        }
        return restrictions;
    }

    private WorkingTime closed(String shift, int machine, List<LocalDate> days) {
        return switch (shift) {
            case "night" -> {
                List<WeekPattern.Period> nights =
                        nights(problem.machines().get(machine).id());
                yield nights.isEmpty() ? scope.hours(days, NIGHT) : hours(days, nights);
            }
            case "weekend" ->
                WorkingTime.of(scope.ranges(days.stream()
                        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0)
                        .toList()));
            default -> throw scope.refused(ConditionRefused.Code.WRONG_THING);
        };
    }

    private List<WeekPattern.Period> nights(String equipment) {
        return Calendars.calendarOf(scope.scenario().snapshot().node(equipment))
                .flatMap(calendar -> calendar.findWeekPattern(SHIFTS))
                .map(WeekPattern::periods)
                .orElse(List.of())
                .stream()
                .filter(period -> period.label().equals("night"))
                .toList();
    }

    /** An adjusted workday has its night too, whatever its weekday. */
    private WorkingTime hours(List<LocalDate> days, List<WeekPattern.Period> periods) {
        WorkingTime all = WorkingTime.of(List.of());
        for (WeekPattern.Period period : periods) {
            all = all.or(WorkingTime.of(days.stream()
                    .map(problem::minute)
                    .map(minute -> new int[] {minute + period.fromMinute(), minute + period.toMinute()})
                    .toList()));
        }
        return all;
    }

    /** What is said of each person holds for each machine: whoever works longer does so at one. */
    List<Restriction> overtime(Condition.OvertimeLimit c) {
        if (!RuleScope.unit(c.limit()).equals("h") || c.limit().value() < 0) {
            throw scope.refused(ConditionRefused.Code.WRONG_THING);
        }
        int minutes = (int) Math.round(c.limit().value() * 60);
        Set<Integer> machines = scope.machines(c.resources());
        return scope.periods(c.limit(), c.window()).stream()
                .<Restriction>map(p -> new Restriction.OvertimeCap(machines, minutes, p[0], p[1]))
                .toList();
    }
}
