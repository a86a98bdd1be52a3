package io.sandtable.simulation.scenario;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.Node;
import io.sandtable.model.RelationType;
import io.sandtable.rules.Condition.TimeOfDay;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a confirmed condition names, in the planner's terms: machines, orders, offers, items, days and periods. */
final class RuleScope {
    static final double KILOGRAMS_PER_TONNE = 1000;
    private static final Set<String> MEASURED = Set.of("t", "kg", "g", "m", "m2", "m3", "L", "CNY", "%", "kWh", "h");

    private final Scenario scenario;
    private final PlanningProblem problem;
    private final ConfirmedCondition confirmed;

    RuleScope(Scenario scenario, PlanningProblem problem, ConfirmedCondition confirmed) {
        this.scenario = scenario;
        this.problem = problem;
        this.confirmed = confirmed;
    }

    Scenario scenario() {
        return scenario;
    }

    PlanningProblem problem() {
        return problem;
    }

    /** No plan can obey it in this form. */
    ConditionRefused refused(ConditionRefused.Code code) {
        return new ConditionRefused(code, confirmed.text(), confirmed.kind());
    }

    <T> Set<T> some(Set<T> found) {
        if (found.isEmpty()) {
            throw refused(ConditionRefused.Code.NOTHING_TO_CHANGE);
        }
        return found;
    }

    /** The orders that are due in the window and meant by the names; all of these where there is none. */
    Set<Integer> demands(List<String> entities, Window window) {
        return some(problem.demands().stream()
                .filter(d -> window.contains(problem.day(d.due() - 1)))
                .filter(d -> entities.isEmpty() || isNamed(d, entities))
                .map(PlanningProblem.Demand::index)
                .collect(Collectors.toSet()));
    }

    private boolean isNamed(PlanningProblem.Demand demand, List<String> entities) {
        return entities.contains(demand.id())
                || entities.contains(demand.customer())
                || names(problem.items().get(demand.item()).id()).stream().anyMatch(entities::contains);
    }

    /** The machines that are named, or whose workshop, site, crew or operation is; all of them where none is. */
    Set<Integer> machines(List<String> resources) {
        Predicate<PlanningProblem.Machine> named =
                m -> resources.isEmpty() || placesAndPeople(m.id()).stream().anyMatch(resources::contains);
        Set<Integer> machines = problem.machines().stream()
                .filter(m -> !m.unlimited())
                .filter(named)
                .map(PlanningProblem.Machine::index)
                .collect(Collectors.toSet());
        machines.addAll(machinesFor(resources));
        if (machines.isEmpty()) {
            throw refused(ConditionRefused.Code.WRONG_THING);
        }
        return machines;
    }

    private Set<String> placesAndPeople(String equipment) {
        Node node = scenario.snapshot().node(equipment);
        Set<String> names = new HashSet<>(Adjustments.namesOf(node));
        node.out(RelationType.STAFFED_BY).forEach(r -> names.addAll(Adjustments.namesOf(r.to())));
        return names;
    }

    /** Those that make the named families or do the named operations. */
    private Set<Integer> machinesFor(List<String> entities) {
        Set<String> families = only("FAM-", entities);
        Set<String> processes = only("PRO-", entities);
        return families.isEmpty() && processes.isEmpty()
                ? Set.of()
                : problem.routings().stream()
                        .flatMap(r ->
                                r.steps().stream().filter(s -> processes.contains(s.process()) || makes(r, families)))
                        .flatMap(s -> s.machines().stream())
                        .map(PlanningProblem.MachineOption::machine)
                        .filter(m -> !problem.machines().get(m).unlimited())
                        .collect(Collectors.toSet());
    }

    boolean makes(PlanningProblem.Routing routing, Set<String> named) {
        return names(problem.items().get(routing.item()).id()).stream().anyMatch(named::contains);
    }

    /** The named materials and the members of the named families. */
    Set<Integer> items(List<String> entities) {
        return some(problem.items().stream()
                .filter(item -> names(item.id()).stream().anyMatch(entities::contains))
                .map(Item::index)
                .collect(Collectors.toSet()));
    }

    /** Offers for the named materials, for any where none is named; {@code suppliers} may be empty for all. */
    Set<Integer> offers(List<String> entities, Set<String> suppliers) {
        return problem.offers().stream()
                .filter(o -> isAbout(problem.items().get(o.item()).id(), entities))
                .filter(o -> suppliers.isEmpty() || suppliers.contains(o.supplier()))
                .map(Offer::index)
                .collect(Collectors.toSet());
    }

    private boolean isAbout(String material, List<String> entities) {
        var named = new HashSet<>(only("MAT-", entities));
        named.addAll(only("FAM-", entities));
        return named.isEmpty() || names(material).stream().anyMatch(named::contains);
    }

    private Set<String> names(String id) {
        return Adjustments.namesOf(scenario.snapshot().node(id));
    }

    /** Refuses a condition that names something of a type which the restriction could only leave out. */
    void require(ConditionRefused.Code otherwise, List<String> ids, String... prefixes) {
        boolean others = ids.stream().anyMatch(id -> Arrays.stream(prefixes).noneMatch(id::startsWith));
        if (others) {
            throw refused(otherwise);
        }
    }

    static Set<String> only(String prefix, List<String> ids) {
        return ids.stream().filter(id -> id.startsWith(prefix)).collect(Collectors.toSet());
    }

    /** The quantity in the item's own unit; what is counted may be called by any counting word. */
    double units(Quantity said, Item item) {
        if (said.unit().equals(item.unit())) {
            return said.value();
        }
        if (said.unit().equals("t") && item.unit().equals("kg")) {
            return said.value() * KILOGRAMS_PER_TONNE;
        }
        if (said.unit().equals("kg") && item.unit().equals("t")) {
            return said.value() / KILOGRAMS_PER_TONNE;
        }
        if (MEASURED.contains(said.unit()) || isForeign(said) || !item.whole()) {
            throw wrongUnit(said, item.unit());
        }
        return said.value();
    }

    ConditionRefused wrongUnit(Quantity said, String wanted) {
        return new ConditionRefused(ConditionRefused.Code.WRONG_UNIT, confirmed.text(), said.unit(), wanted);
    }

    int from(Window window) {
        return window.from() == null ? 0 : Math.max(0, problem.minute(window.from()));
    }

    int to(Window window) {
        return window.to() == null
                ? Integer.MAX_VALUE
                : Math.max(0, problem.minute(window.to().plusDays(1)));
    }

    /** The days that conditions mean. */
    CalendarDays days() {
        return new CalendarDays(scenario, confirmed);
    }

    /** Minutes [from, to) of runs of days. */
    List<int[]> ranges(List<LocalDate> days) {
        var ranges = new ArrayList<int[]>();
        for (LocalDate day : days) {
            int minute = problem.minute(day);
            if (!ranges.isEmpty() && ranges.getLast()[1] == minute) {
                ranges.getLast()[1] = minute + DAY;
            } else {
                ranges.add(new int[] {minute, minute + DAY});
            }
        }
        return ranges;
    }

    /** The parts of the days together. */
    WorkingTime hours(List<LocalDate> days, List<TimeOfDay> parts) {
        return parts.stream().map(part -> hours(days, part)).reduce(WorkingTime.of(List.of()), WorkingTime::or);
    }

    /** The same part of each of the days; one that begins in the evening ends on the morning after. */
    WorkingTime hours(List<LocalDate> days, TimeOfDay part) {
        int begin = minuteOfDay(part.from());
        int end = minuteOfDay(part.to());
        int last = end > begin ? end : end + DAY;
        return WorkingTime.of(days.stream()
                .map(day -> new int[] {problem.minute(day) + begin, problem.minute(day) + last})
                .toList());
    }

    static int minuteOfDay(String time) {
        return time.equals("24:00") ? DAY : LocalTime.parse(time).toSecondOfDay() / 60;
    }

    /** The unit without its period: {@code h} of {@code h/week}. */
    static String unit(Quantity quantity) {
        int slash = quantity.unit().indexOf('/');
        return slash < 0 ? quantity.unit() : quantity.unit().substring(0, slash);
    }

    /** Whether it is money of another country; a plan is in CNY, and no rate is agreed for a condition. */
    static boolean isForeign(Quantity quantity) {
        String unit = unit(quantity);
        return unit.matches("[A-Z]{3}") && !unit.equals("CNY");
    }

    /** Minutes [from, to) of each day, week, month … of the horizon that a limit's unit names; the window where it names none. */
    List<int[]> periods(Quantity limit, Window window) {
        int slash = limit.unit().indexOf('/');
        if (slash < 0) {
            return List.of(new int[] {from(window), to(window)});
        }
        String period = limit.unit().substring(slash + 1);
        var periods = new ArrayList<int[]>();
        LocalDate end = scenario.asOf().plusDays(scenario.horizonDays());
        for (LocalDate begin = first(period); begin.isBefore(end); begin = next(begin, period)) {
            int from = Math.max(problem.minute(begin), from(window));
            int to = Math.min(problem.minute(next(begin, period)), to(window));
            if (from < to) {
                periods.add(new int[] {from, to});
            }
        }
        if (periods.isEmpty()) {
            throw refused(ConditionRefused.Code.NOTHING_TO_CHANGE);
        }
        return periods;
    }

    private LocalDate first(String period) {
        LocalDate asOf = scenario.asOf();
        return switch (period) {
            case "day" -> asOf;
            case "week" -> asOf.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> asOf.withDayOfMonth(1);
            case "quarter" ->
                asOf.withMonth((asOf.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case "year" -> asOf.withDayOfYear(1);
            default -> throw refused(ConditionRefused.Code.PERIOD_NOT_OBEYED);
        };
    }

    private static LocalDate next(LocalDate begin, String period) {
        return switch (period) {
            case "day" -> begin.plusDays(1);
            case "week" -> begin.plusWeeks(1);
            case "month" -> begin.plusMonths(1);
            case "quarter" -> begin.plusMonths(3);
            default -> begin.plusYears(1);
        };
    }
}
