package io.sandtable.simulation.scenario;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Snapshot and overlay become the planner's flat problem, part by part. */
final class ProblemCompiler {
    /** Planning runs this far past the horizon, so that what is late is planned late and not lost. */
    static final int DAYS_BEYOND = 182;

    private final Scenario scenario;

    ProblemCompiler(Scenario scenario) {
        this.scenario = scenario;
    }

    PlanningProblem compile() {
        BusinessSnapshot snapshot = scenario.snapshot();
        var adjustments = new Adjustments(scenario.changes());
        var calendars = new Calendars(
                scenario.asOf(), scenario.horizonDays() + DAYS_BEYOND, scenario.holidays(), WorkedDays.of(scenario));
        var policies = new PolicyRates(scenario);
        var prices = new Prices(snapshot, scenario.asOf(), adjustments, policies);
        var energies = new EnergyPart(snapshot, adjustments);
        var crews = new CrewPart(adjustments, calendars);
        var shopFloor = new ShopFloorPart(snapshot, scenario.asOf(), adjustments, calendars, prices, energies, crews);
        var supply = new SupplyPart(snapshot, scenario.asOf(), adjustments, calendars, prices);
        var routings = new RoutingPart(snapshot, scenario.asOf(), adjustments, shopFloor, supply, energies, prices);
        var substitutes = new SubstitutePart(
                snapshot, scenario.asOf(), scenario.horizonDays() + DAYS_BEYOND, supply, routings, shopFloor, scenario);
        List<PlanningProblem.Demand> demands = new DemandPart(scenario, adjustments, supply).demands();
        var problem = new PlanningProblem(
                scenario.asOf(),
                scenario.horizonDays(),
                SafetyStocks.of(
                        supply.items(routings.byItem()),
                        routings.all(),
                        demands,
                        scenario.horizonDays(),
                        supply::safetyStockDays),
                substitutes.routings(),
                substitutes.machines(),
                crews.all(),
                shopFloor.tools(),
                supply.offers(),
                demands,
                supply.stocks(),
                supply.receipts(),
                shopFloor.investments(),
                energies.all(),
                new FinancePart(snapshot, scenario.asOf(), scenario.horizonDays(), adjustments, prices).finance(),
                List.of());
        return new RuleCompiler(scenario, problem).withRules();
    }

    /** The place of each node in a list, by id. */
    static Map<String, Integer> places(List<Node> nodes) {
        var places = new HashMap<String, Integer>();
        nodes.forEach(n -> places.put(n.id(), places.size()));
        return places;
    }
}
