package io.sandtable.simulation.scenario;

import io.sandtable.rules.Comparison;
import io.sandtable.rules.Condition;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Window;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Offer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Conditions about what is bought from whom, how much of it and at what price, and about stand-ins. */
final class PurchaseRules {
    private final RuleScope scope;
    private final PlanningProblem problem;

    PurchaseRules(RuleScope scope) {
        this.scope = scope;
        this.problem = scope.problem();
    }

    /** The offers that a ban names, or those that an exclusive source rules out. */
    Restriction banned(List<String> entities, boolean named, Window window) {
        Set<String> suppliers = RuleScope.only("SUP-", entities);
        Set<Integer> about = scope.offers(entities, Set.of());
        Set<Integer> offers = about.stream()
                .filter(o -> suppliers.isEmpty()
                        ? named
                        : suppliers.contains(problem.offers().get(o).supplier()) == named)
                .collect(Collectors.toSet());
        return new Restriction.BannedOffers(scope.some(offers), scope.from(window), scope.to(window));
    }

    /** One restriction for each supplier that is meant. */
    List<Restriction> shares(Condition.PurchaseShare c) {
        Set<Integer> among = scope.some(scope.offers(c.entities(), Set.of()));
        Set<String> named = RuleScope.only("SUP-", c.entities());
        Set<String> suppliers = new TreeSet<>(named);
        if (c.each() || named.isEmpty()) {
            among.forEach(o -> suppliers.add(problem.offers().get(o).supplier()));
        }
        boolean least = c.side() == Comparison.GE || c.side() == Comparison.GT;
        return suppliers.stream()
                .<Restriction>map(supplier -> new Restriction.PurchaseShare(
                        supplier,
                        scope.some(among.stream()
                                .filter(o -> problem.offers().get(o).supplier().equals(supplier))
                                .collect(Collectors.toSet())),
                        among,
                        least,
                        c.percent(),
                        scope.from(c.window()),
                        scope.to(c.window())))
                .toList();
    }

    /** Against what the data says the offer asks today, whatever the question supposes. */
    Restriction tolerance(Condition.PriceTolerance c) {
        scope.require(ConditionRefused.Code.WRONG_THING, c.entities(), "MAT-", "FAM-", "SUP-");
        List<Offer> today = pricesToday();
        Map<Integer, Double> most = new HashMap<>();
        for (int o : scope.some(scope.offers(c.entities(), RuleScope.only("SUP-", c.entities())))) {
            Offer offer = today.get(o);
            most.put(o, offer.price() + rise(c.most(), offer));
        }
        return new Restriction.PriceLimit(most, scope.from(c.window()), scope.to(c.window()));
    }

    /** The offers as if the question supposed nothing. */
    List<Offer> pricesToday() {
        Scenario scenario = scope.scenario();
        var unchanged = new Scenario(scenario.snapshot(), scenario.asOf(), scenario.horizonDays(), scenario.seed());
        var nothing = new Adjustments(List.of());
        var calendars = new Calendars(scenario.asOf(), 1, scenario.holidays());
        var prices = new Prices(scenario.snapshot(), scenario.asOf(), nothing, new PolicyRates(unchanged));
        return new SupplyPart(unchanged.snapshot(), scenario.asOf(), nothing, calendars, prices).offers();
    }

    /** In CNY per unit of the item. */
    private double rise(Quantity most, Offer offer) {
        if (most.unit().equals("%")) {
            return offer.price() * most.value() / 100;
        }
        Item item = problem.items().get(offer.item());
        int slash = most.unit().indexOf('/');
        if (!most.unit().startsWith("CNY")) {
            throw scope.refused(ConditionRefused.Code.WRONG_THING);
        }
        return slash < 0
                ? most.value()
                : most.value()
                        / scope.units(new Quantity(1, most.unit().substring(slash + 1), Quantity.Form.SET), item);
    }

    /** In the unit of each material. */
    List<Restriction> minimum(Condition.MinOrderQty c) {
        scope.require(ConditionRefused.Code.WRONG_THING, c.entities(), "MAT-", "FAM-", "SUP-");
        Set<Integer> offers = scope.some(scope.offers(c.entities(), RuleScope.only("SUP-", c.entities())));
        return offers.stream()
                .collect(Collectors.groupingBy(o -> problem.offers().get(o).item(), TreeMap::new, Collectors.toSet()))
                .entrySet()
                .stream()
                .<Restriction>map(ofItem -> new Restriction.MinimumOrder(
                        ofItem.getValue(),
                        scope.units(c.least(), problem.items().get(ofItem.getKey())),
                        scope.from(c.window()),
                        scope.to(c.window())))
                .toList();
    }

    /** What is allowed is among the routings already: see {@link SubstitutePart}. */
    List<Restriction> substitution(Condition.Substitution c) {
        Set<Integer> routings = scope.some(problem.routings().stream()
                .filter(PlanningProblem.Routing::substitution)
                .filter(r -> problem.items().get(r.item()).id().equals(c.replaced()))
                .filter(r -> r.steps().getFirst().consumptions().stream()
                        .anyMatch(used -> problem.items().get(used.item()).id().equals(c.by())))
                .map(PlanningProblem.Routing::index)
                .collect(Collectors.toSet()));
        return c.allowed()
                ? List.of()
                : List.of(new Restriction.NoSubstitution(routings, scope.from(c.window()), scope.to(c.window())));
    }
}
