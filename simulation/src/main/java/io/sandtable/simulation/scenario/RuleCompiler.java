package io.sandtable.simulation.scenario;

import io.sandtable.rules.Condition;
import io.sandtable.rules.Modality;
import io.sandtable.rules.Window;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules in the planner's terms: each condition becomes one restriction or several, with its id and words. What becomes none has changed
 * the problem already.
 */
final class RuleCompiler {
    private final Scenario scenario;
    private final PlanningProblem problem;

    RuleCompiler(Scenario scenario, PlanningProblem problem) {
        this.scenario = scenario;
        this.problem = problem;
    }

    List<PlannedRule> rules() {
        List<PlannedRule> said =
                scenario.conditions().stream().flatMap(this::rules).toList();
        List<PlannedRule> ofData = new CompanyRules(scenario.snapshot(), problem).all();
        return Stream.concat(said.stream(), ofData.stream()).toList();
    }

    private Stream<PlannedRule> rules(ConfirmedCondition confirmed) {
        List<Restriction> restrictions = restrictions(confirmed, confirmed.condition());
        Condition.Stance stance = confirmed.condition().stance();
        boolean must = stance.modality() != Modality.PREFER;
        return restrictions.stream()
                .map(r -> new PlannedRule(
                        confirmed.id(), confirmed.text(), confirmed.kind(), must, stance.weight(), confirmed.by(), r));
    }

    private List<Restriction> restrictions(ConfirmedCondition confirmed, Condition condition) {
        var scope = new RuleScope(scenario, problem, confirmed);
        var calendar = new CalendarRules(scope);
        var purchases = new PurchaseRules(scope);
        var stock = new StockRules(scope);
        var money = new MoneyRules(scope);
        return switch (condition) {
            case Condition.Supposition _ -> List.of();
            case Condition.Objective c -> List.of(new Restriction.Favour(goal(scope, c.goal())));
            case Condition.CapacityReservation c -> List.of(calendar.reserve(c.resources(), c.percent(), c.window()));
            case Condition.CapacityChange c -> calendar.capacity(c);
            case Condition.SupplierShutdown c -> calendar.closures(c);
            case Condition.ResourceDowntime c -> calendar.downtimes(c);
            case Condition.WorkingCalendar c -> calendar.calendar(c);
            case Condition.ShiftBan c -> calendar.shiftBan(c);
            case Condition.OvertimeLimit c -> calendar.overtime(c);
            case Condition.SourcingBan c -> List.of(purchases.banned(c.entities(), true, c.window()));
            case Condition.SourcingAllowOnly c -> List.of(purchases.banned(c.entities(), false, c.window()));
            case Condition.PurchaseShare c -> purchases.shares(c);
            case Condition.PriceTolerance c -> List.of(purchases.tolerance(c));
            case Condition.MinOrderQty c -> purchases.minimum(c);
            case Condition.Substitution c -> purchases.substitution(c);
            case Condition.SafetyStock c -> stock.safety(c);
            case Condition.StockLimit c -> stock.limit(c);
            case Condition.ShelfLife c -> stock.shelfLife(c);
            case Condition.CashFloor c -> List.of(money.cash(c));
            case Condition.BudgetCap c -> money.budget(c);
            case Condition.MarginFloor c -> money.margin(c.entities(), c.percent(), c.window());
            case Condition.MarginTarget c -> money.target(c);
            case Condition.EmissionCap c -> money.emission(c);
            case Condition.EnergyCap c -> money.energy(c);
            case Condition.Policy c -> policy(scope, c);
            case Condition.ServiceLevel c -> service(scope, c);
            case Condition.ConfidentialProcess c -> confidential(scope, c);
            case Condition.MustDeliver c ->
                List.of(new Restriction.DeliverBy(
                        scope.demands(c.entities(), Window.ALWAYS),
                        problem.minute(c.deadline().plusDays(1))));
            case Condition.Conditional c ->
                new Thresholds(scope).restrictions(c, then -> restrictions(confirmed, then));
            case Condition.Compound _, Condition.Query _ -> throw scope.refused(ConditionRefused.Code.KIND_NOT_OBEYED);
        };
    }

    private static Restriction.Goal goal(RuleScope scope, String goal) {
        return Arrays.stream(Restriction.Goal.values())
                .filter(g -> g.name().toLowerCase(Locale.ROOT).equals(goal))
                .findFirst()
                .orElseThrow(() -> scope.refused(ConditionRefused.Code.WRONG_THING));
    }

    /** Of all together, or of each customer for itself. */
    private List<Restriction> service(RuleScope scope, Condition.ServiceLevel c) {
        Set<Integer> demands = scope.demands(c.entities(), c.window());
        Collection<Set<Integer>> groups = c.each()
                ? demands.stream()
                        .collect(Collectors.groupingBy(
                                d -> problem.demands().get(d).customer(), TreeMap::new, Collectors.toSet()))
                        .values()
                : List.of(demands);
        return groups.stream()
                .<Restriction>map(group -> c.metric().equals("FILL_RATE")
                        ? new Restriction.FillRate(group, c.percent())
                        : new Restriction.ServiceLevel(group, c.percent()))
                .toList();
    }

    /** The rates themselves are in the problem already: see {@link PolicyRates}. */
    private List<Restriction> policy(RuleScope scope, Condition.Policy c) {
        PolicyRates.check(c, scope);
        boolean duty = c.subject().equals(PolicyRates.TARIFF);
        if (duty
                && scope.offers(c.entities(), RuleScope.only("SUP-", c.entities())).stream()
                        .noneMatch(o -> problem.offers().get(o).foreign())) {
            throw scope.refused(ConditionRefused.Code.NOTHING_TO_CHANGE);
        }
        return List.of();
    }

    private List<Restriction> confidential(RuleScope scope, Condition.ConfidentialProcess c) {
        if (c.mayLeave()) {
            // leave to outsource is what the graph's relation already gives; the rule forbids nothing
            return List.of();
        }
        Set<String> named = new HashSet<>(c.processes());
        Set<String> processes = problem.routings().stream()
                .flatMap(r -> r.steps().stream().filter(s -> named.contains(s.process()) || scope.makes(r, named)))
                .map(PlanningProblem.Step::process)
                .collect(Collectors.toSet());
        return List.of(
                new Restriction.NoOutsourcing(scope.some(processes), scope.from(c.window()), scope.to(c.window())));
    }
}
