package io.sandtable.simulation.scenario;

import io.sandtable.model.Money;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import io.sandtable.simulation.scenario.Restriction.Spending;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Conditions about money, emissions and energy. */
final class MoneyRules {
    private static final String CAPEX = "capex";

    private final RuleScope scope;
    private final PlanningProblem problem;

    MoneyRules(RuleScope scope) {
        this.scope = scope;
        this.problem = scope.problem();
    }

    Restriction cash(Condition.CashFloor c) {
        return new Restriction.CashFloor(money(c.floor()), scope.from(c.window()), scope.to(c.window()));
    }

    /** Without a category and without a material it is what is invested. */
    List<Restriction> budget(Condition.BudgetCap c) {
        String category = c.category().orElse(c.entities().isEmpty() ? CAPEX : Spending.PURCHASE.id());
        Money cap = money(
                new Quantity(c.cap().value(), RuleScope.unit(c.cap()), c.cap().form()));
        if (category.equals(CAPEX) && c.entities().isEmpty()) {
            return scope.periods(c.cap(), c.window()).stream()
                    .<Restriction>map(p -> new Restriction.BudgetCap(cap, p[0], p[1]))
                    .toList();
        }
        Spending spending = Arrays.stream(Spending.values())
                .filter(s -> s.id().equals(category))
                .filter(s -> s == Spending.PURCHASE || c.entities().isEmpty())
                .findFirst()
                .orElseThrow(() -> scope.refused(ConditionRefused.Code.BUDGET_SCOPE));
        scope.require(ConditionRefused.Code.BUDGET_SCOPE, c.entities(), "MAT-", "FAM-");
        Set<Integer> items = c.entities().isEmpty() ? Set.of() : scope.items(c.entities());
        return scope.periods(c.cap(), c.window()).stream()
                .<Restriction>map(p -> new Restriction.SpendingCap(spending, items, cap, p[0], p[1]))
                .toList();
    }

    List<Restriction> margin(List<String> entities, double percent, Window window) {
        return List.of(
                entities.isEmpty() && isWhole(window)
                        ? new Restriction.MarginFloor(percent)
                        : new Restriction.MarginOf(
                                scope.demands(entities, Window.ALWAYS), percent, scope.from(window), scope.to(window)));
    }

    List<Restriction> target(Condition.MarginTarget c) {
        return switch (c.target().form()) {
            case SET -> margin(c.entities(), c.target().value(), c.window());
            case PCT_POINTS, DELTA, RELATIVE ->
                List.of(new Restriction.MarginGain(
                        c.entities().isEmpty() && isWhole(c.window())
                                ? Set.of()
                                : scope.demands(c.entities(), Window.ALWAYS),
                        c.target().value(),
                        c.target().form() == Quantity.Form.RELATIVE,
                        scope.from(c.window()),
                        scope.to(c.window())));
            case FACTOR -> throw scope.refused(ConditionRefused.Code.WRONG_THING);
        };
    }

    /** Whether it leaves out none of the days that are planned. */
    private boolean isWhole(Window window) {
        return scope.from(window) == 0 && window.to() == null;
    }

    /** In the names' machines; in the whole house where nothing is named. */
    List<Restriction> emission(Condition.EmissionCap c) {
        double kilograms = kilograms(c.cap());
        return scope.periods(c.cap(), c.window()).stream()
                .<Restriction>map(p -> c.entities().isEmpty()
                        ? new Restriction.EmissionCap(kilograms, p[0], p[1])
                        : new Restriction.EmissionOf(scope.machines(c.entities()), kilograms, p[0], p[1]))
                .toList();
    }

    private double kilograms(Quantity cap) {
        return switch (RuleScope.unit(cap)) {
            case "t", "tCO2", "t CO2" -> cap.value() * RuleScope.KILOGRAMS_PER_TONNE;
            case "kg", "kgCO2", "kg CO2" -> cap.value();
            default -> throw scope.refused(ConditionRefused.Code.WRONG_THING);
        };
    }

    List<Restriction> energy(Condition.EnergyCap c) {
        String unit = RuleScope.unit(c.cap());
        if (unit.equals("kW") && c.cap().value() != 0) {
            throw scope.refused(ConditionRefused.Code.PEAK_POWER);
        }
        long sources = c.entities().stream().filter(id -> id.startsWith("ENE-")).count();
        if (sources > 1 || sources == 1 && (!c.hours().isEmpty() || c.entities().size() > 1)) {
            throw scope.refused(ConditionRefused.Code.WRONG_THING);
        }
        Optional<PlanningProblem.EnergySource> source = problem.energies().stream()
                .filter(e -> c.entities().contains(e.id()))
                .findFirst();
        boolean ofSource = c.entities().stream().allMatch(id -> id.startsWith("ENE-"));
        if (ofSource && c.hours().isEmpty()) {
            boolean fits = source.map(e -> e.unit().equalsIgnoreCase(unit)).orElse(unit.equals("kWh"));
            if (!fits || source.isEmpty() && !c.entities().isEmpty()) {
                throw scope.refused(ConditionRefused.Code.WRONG_THING);
            }
            int index = source.map(PlanningProblem.EnergySource::index).orElse(-1);
            return scope.periods(c.cap(), c.window()).stream()
                    .<Restriction>map(
                            p -> new Restriction.EnergyCap(index, c.cap().value(), p[0], p[1]))
                    .toList();
        }
        if (!unit.equals("kWh") && c.cap().value() != 0) {
            throw scope.refused(ConditionRefused.Code.WRONG_THING);
        }
        return power(c, ofSource ? List.of() : c.entities());
    }

    /** No energy at all is no work at all, which the planner can see to. */
    private List<Restriction> power(Condition.EnergyCap c, List<String> resources) {
        Set<Integer> machines = scope.machines(resources);
        boolean none = c.cap().value() == 0;
        return scope.periods(none ? new Quantity(0, "kWh", Quantity.Form.SET) : c.cap(), c.window()).stream()
                .map(p -> hours(c, p))
                .filter(hours -> hours.size() > 0)
                .<Restriction>map(hours -> none
                        ? new Restriction.NotWorked(machines, hours)
                        : new Restriction.PowerCap(machines, c.cap().value(), hours))
                .toList();
    }

    private WorkingTime hours(Condition.EnergyCap c, int[] period) {
        List<LocalDate> days = scope.days().in(c.window(), Optional.empty()).stream()
                .filter(day -> problem.minute(day) >= period[0] && problem.minute(day) < period[1])
                .toList();
        return c.hours().isEmpty() ? WorkingTime.of(scope.ranges(days)) : scope.hours(days, c.hours());
    }

    private Money money(Quantity quantity) {
        if (!quantity.unit().equals("CNY")) {
            throw scope.wrongUnit(quantity, "CNY");
        }
        return Money.of(Money.CNY, quantity.value());
    }
}
