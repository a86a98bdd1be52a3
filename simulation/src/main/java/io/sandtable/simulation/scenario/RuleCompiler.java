package io.sandtable.simulation.scenario;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.model.DateRange;
import io.sandtable.model.Money;
import io.sandtable.rules.Comparison;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules in the planner's terms: each condition becomes one restriction or several, with its id and words. */
final class RuleCompiler {
    private static final double KILOGRAMS_PER_TONNE = 1000;

    private final Scenario scenario;
    private final PlanningProblem problem;

    RuleCompiler(Scenario scenario, PlanningProblem problem) {
        this.scenario = scenario;
        this.problem = problem;
    }

    PlanningProblem withRules() {
        List<PlannedRule> said =
                scenario.conditions().stream().flatMap(c -> rules(c).stream()).toList();
        List<PlannedRule> ofData = new CompanyRules(scenario.snapshot(), problem).all();
        return problem.with(Stream.concat(said.stream(), ofData.stream()).toList());
    }

    private List<PlannedRule> rules(ConfirmedCondition confirmed) {
        return switch (confirmed.condition()) {
            case Condition.DemandChange _, Condition.PriceChange _, Condition.LeadTimeChange _ -> List.of();
            case Condition.CapacityReservation c ->
                one(confirmed, c.stance(), reserve(confirmed, c.resources(), c.percent(), c.window()));
            case Condition.CapacityChange c -> one(confirmed, c.stance(), capacity(confirmed, c));
            case Condition.SupplierShutdown c -> each(confirmed, c.stance(), closures(confirmed, c));
            case Condition.ResourceDowntime c -> each(confirmed, c.stance(), downtimes(confirmed, c));
            case Condition.CashFloor c ->
                one(
                        confirmed,
                        c.stance(),
                        new Restriction.CashFloor(money(confirmed, c.floor()), from(c.window()), to(c.window())));
            case Condition.BudgetCap c -> one(confirmed, c.stance(), budget(confirmed, c));
            case Condition.MarginFloor c -> {
                if (!c.entities().isEmpty()) {
                    throw notObeyed(confirmed);
                }
                yield one(confirmed, c.stance(), new Restriction.MarginFloor(c.percent()));
            }
            case Condition.ServiceLevel c ->
                one(
                        confirmed,
                        c.stance(),
                        new Restriction.ServiceLevel(demands(confirmed, c.entities(), c.window()), c.percent()));
            case Condition.EmissionCap c ->
                one(
                        confirmed,
                        c.stance(),
                        new Restriction.EmissionCap(kilograms(confirmed, c.cap()), from(c.window()), to(c.window())));
            case Condition.EnergyCap c -> one(confirmed, c.stance(), energy(confirmed, c));
            case Condition.SourcingBan c ->
                one(confirmed, c.stance(), banned(confirmed, c.window(), offers(c.entities(), true)));
            case Condition.SourcingAllowOnly c ->
                one(confirmed, c.stance(), banned(confirmed, c.window(), offers(c.entities(), false)));
            case Condition.ConfidentialProcess c -> confidential(confirmed, c);
            case Condition.MustDeliver c ->
                one(
                        confirmed,
                        c.stance(),
                        new Restriction.DeliverBy(
                                demands(confirmed, c.entities(), Window.ALWAYS),
                                problem.minute(c.deadline().plusDays(1))));
            case Condition.OvertimeLimit _,
                    Condition.ShiftBan _,
                    Condition.Objective _,
                    Condition.WorkingCalendar _,
                    Condition.PurchaseShare _,
                    Condition.PriceTolerance _,
                    Condition.MarginTarget _,
                    Condition.SafetyStock _,
                    Condition.StockLimit _,
                    Condition.ShelfLife _,
                    Condition.MinOrderQty _,
                    Condition.Policy _,
                    Condition.Substitution _,
                    Condition.Conditional _,
                    Condition.Compound _,
                    Condition.Query _ -> throw notObeyed(confirmed);
        };
    }

    private Restriction reserve(ConfirmedCondition confirmed, List<String> resources, double percent, Window window) {
        if (percent < 0 || percent > 100) {
            throw new ConditionRefused(ConditionRefused.Code.WRONG_THING, confirmed.text());
        }
        return new Restriction.ReserveCapacity(machines(confirmed, resources), from(window), to(window), percent);
    }

    /** Less capacity is capacity that stays free; more of it needs a machine or a shift, which a plan may choose. */
    private Restriction capacity(ConfirmedCondition confirmed, Condition.CapacityChange c) {
        double left = c.change().applyTo(100);
        if (c.limit().filter(l -> l == Comparison.GE || l == Comparison.GT).isPresent()
                || left > 100
                || c.change().form() == Quantity.Form.DELTA
                || (c.change().form() == Quantity.Form.SET && !c.change().unit().equals("%"))) {
            throw notObeyed(confirmed);
        }
        return reserve(confirmed, c.resources(), 100 - left, c.window());
    }

    private List<Restriction> closures(ConfirmedCondition confirmed, Condition.SupplierShutdown c) {
        if (c.recurrence().isPresent()) {
            throw notObeyed(confirmed);
        }
        var closures = new ArrayList<Restriction>();
        for (String supplier : c.suppliers()) {
            c.window().ifPresent(w -> closures.add(new Restriction.SupplierClosed(supplier, from(w), to(w))));
            c.festival()
                    .ifPresent(f -> festivals(f)
                            .forEach(w -> closures.add(new Restriction.SupplierClosed(supplier, from(w), to(w)))));
        }
        return closures;
    }

    private List<Window> festivals(String name) {
        int year = scenario.asOf().getYear();
        return java.util.stream.IntStream.rangeClosed(year, year + 2)
                .mapToObj(y -> scenario.holidays().festival(name, y))
                .flatMap(Optional::stream)
                .filter(f -> !f.to().isBefore(scenario.asOf()))
                .map(RuleCompiler::window)
                .toList();
    }

    private static Window window(DateRange range) {
        return new Window(range.from(), range.to());
    }

    private List<Restriction> downtimes(ConfirmedCondition confirmed, Condition.ResourceDowntime c) {
        if (c.floatingDays().isPresent()
                || c.recurrence().isPresent()
                || c.resources().isEmpty()) {
            throw notObeyed(confirmed);
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
                machines(confirmed, c.resources())
                        .forEach(m -> downtimes.add(new Restriction.MachineDown(m, range[0], range[1])));
            }
        }
        return downtimes;
    }

    private List<int[]> ranges(Condition.ResourceDowntime c) {
        int from = from(c.window());
        int to = to(c.window());
        if (c.timeOfDay().isEmpty()) {
            return List.<int[]>of(new int[] {from, to});
        }
        Condition.TimeOfDay hours = c.timeOfDay().orElseThrow();
        var ranges = new ArrayList<int[]>();
        int begin = minuteOfDay(hours.from());
        int end = minuteOfDay(hours.to());
        // 22:00 to 06:00 ends on the morning after
        int last = end > begin ? end : end + DAY;
        for (int day = from; day < to; day += DAY) {
            ranges.add(new int[] {day + begin, day + last});
        }
        return ranges;
    }

    private static int minuteOfDay(String time) {
        return time.equals("24:00") ? DAY : java.time.LocalTime.parse(time).toSecondOfDay() / 60;
    }

    private Restriction budget(ConfirmedCondition confirmed, Condition.BudgetCap c) {
        if (!c.entities().isEmpty()
                || c.category().filter(k -> !k.equals("capex")).isPresent()) {
            throw notObeyed(confirmed);
        }
        return new Restriction.BudgetCap(money(confirmed, c.cap()), from(c.window()), to(c.window()));
    }

    private Restriction energy(ConfirmedCondition confirmed, Condition.EnergyCap c) {
        if (!c.cap().unit().equals("kWh")
                || c.timeOfDay().isPresent()
                || c.entities().stream().anyMatch(id -> !id.startsWith("ENE-"))) {
            throw notObeyed(confirmed);
        }
        int source = problem.energies().stream()
                .filter(e -> c.entities().contains(e.id()))
                .mapToInt(PlanningProblem.EnergySource::index)
                .findFirst()
                .orElse(-1);
        return new Restriction.EnergyCap(source, c.cap().value(), from(c.window()), to(c.window()));
    }

    private double kilograms(ConfirmedCondition confirmed, Quantity cap) {
        return switch (cap.unit()) {
            case "t", "tCO2", "t CO2" -> cap.value() * KILOGRAMS_PER_TONNE;
            case "kg", "kgCO2", "kg CO2" -> cap.value();
            default -> throw notObeyed(confirmed);
        };
    }

    private static Money money(ConfirmedCondition confirmed, Quantity quantity) {
        if (!quantity.unit().equals("CNY")) {
            throw notObeyed(confirmed);
        }
        return Money.of(Money.CNY, quantity.value());
    }

    private Restriction banned(ConfirmedCondition confirmed, Window window, Set<Integer> offers) {
        if (offers.isEmpty()) {
            throw new ConditionRefused(ConditionRefused.Code.NOTHING_TO_CHANGE, confirmed.text());
        }
        return new Restriction.BannedOffers(offers, from(window), to(window));
    }

    /** The offers that a ban names, or those that an exclusive source rules out. */
    private Set<Integer> offers(List<String> entities, boolean named) {
        var suppliers = only("SUP-", entities);
        return problem.offers().stream()
                .filter(o -> isAbout(problem.items().get(o.item()).id(), entities))
                .filter(o -> suppliers.isEmpty() ? named : suppliers.contains(o.supplier()) == named)
                .map(PlanningProblem.Offer::index)
                .collect(Collectors.toSet());
    }

    private boolean isAbout(String material, List<String> entities) {
        var named = new HashSet<>(only("MAT-", entities));
        named.addAll(only("FAM-", entities));
        return named.isEmpty()
                || Adjustments.namesOf(scenario.snapshot().node(material)).stream()
                        .anyMatch(named::contains);
    }

    private List<PlannedRule> confidential(ConfirmedCondition confirmed, Condition.ConfidentialProcess c) {
        if (c.mayLeave()) {
            // leave to outsource is what the graph's relation already gives; the rule forbids nothing
            return List.of();
        }
        Set<String> named = new HashSet<>(c.processes());
        Set<String> processes = problem.routings().stream()
                .flatMap(r -> r.steps().stream().filter(s -> named.contains(s.process()) || makes(r, named)))
                .map(PlanningProblem.Step::process)
                .collect(Collectors.toSet());
        if (processes.isEmpty()) {
            throw new ConditionRefused(ConditionRefused.Code.NOTHING_TO_CHANGE, confirmed.text());
        }
        return one(confirmed, c.stance(), new Restriction.NoOutsourcing(processes));
    }

    private boolean makes(PlanningProblem.Routing routing, Set<String> named) {
        return Adjustments.namesOf(scenario.snapshot()
                        .node(problem.items().get(routing.item()).id()))
                .stream()
                .anyMatch(named::contains);
    }

    private Set<Integer> demands(ConfirmedCondition confirmed, List<String> entities, Window window) {
        Set<Integer> demands = problem.demands().stream()
                .filter(d -> window.contains(problem.day(d.due() - 1)))
                .filter(d -> entities.isEmpty() || isNamed(d, entities))
                .map(PlanningProblem.Demand::index)
                .collect(Collectors.toSet());
        if (demands.isEmpty()) {
            throw new ConditionRefused(ConditionRefused.Code.NOTHING_TO_CHANGE, confirmed.text());
        }
        return demands;
    }

    private boolean isNamed(PlanningProblem.Demand demand, List<String> entities) {
        return entities.contains(demand.id())
                || entities.contains(demand.customer())
                || Adjustments.namesOf(scenario.snapshot()
                                .node(problem.items().get(demand.item()).id()))
                        .stream()
                        .anyMatch(entities::contains);
    }

    /** The machines that are named, or whose workshop is; all of them where none is. */
    private Set<Integer> machines(ConfirmedCondition confirmed, List<String> resources) {
        Function<PlanningProblem.Machine, Boolean> named = m -> resources.isEmpty()
                || Adjustments.namesOf(scenario.snapshot().node(m.id())).stream()
                        .anyMatch(resources::contains);
        Set<Integer> machines = problem.machines().stream()
                .filter(m -> !m.unlimited())
                .filter(named::apply)
                .map(PlanningProblem.Machine::index)
                .collect(Collectors.toSet());
        machines.addAll(machinesMaking(only("FAM-", resources)));
        if (machines.isEmpty()) {
            throw new ConditionRefused(ConditionRefused.Code.WRONG_THING, confirmed.text());
        }
        return machines;
    }

    private Set<Integer> machinesMaking(Set<String> families) {
        return families.isEmpty()
                ? Set.of()
                : problem.routings().stream()
                        .filter(r -> makes(r, families))
                        .flatMap(r -> r.steps().stream())
                        .flatMap(s -> s.machines().stream())
                        .map(PlanningProblem.MachineOption::machine)
                        .filter(m -> !problem.machines().get(m).unlimited())
                        .collect(Collectors.toSet());
    }

    private static Set<String> only(String prefix, List<String> ids) {
        return ids.stream().filter(id -> id.startsWith(prefix)).collect(Collectors.toSet());
    }

    private int from(Window window) {
        return window.from() == null ? 0 : Math.max(0, problem.minute(window.from()));
    }

    private int to(Window window) {
        return window.to() == null
                ? Integer.MAX_VALUE
                : Math.max(0, problem.minute(window.to().plusDays(1)));
    }

    private static List<PlannedRule> one(
            ConfirmedCondition confirmed, Condition.Stance stance, Restriction restriction) {
        return each(confirmed, stance, List.of(restriction));
    }

    private static List<PlannedRule> each(
            ConfirmedCondition confirmed, Condition.Stance stance, List<? extends Restriction> restrictions) {
        boolean must = stance.modality() != Modality.PREFER;
        return restrictions.stream()
                .map(r -> new PlannedRule(
                        confirmed.id(), confirmed.text(), confirmed.kind(), must, stance.weight(), confirmed.by(), r))
                .toList();
    }

    private static ConditionRefused notObeyed(ConfirmedCondition confirmed) {
        return new ConditionRefused(ConditionRefused.Code.KIND_NOT_OBEYED, confirmed.text(), confirmed.kind());
    }
}
