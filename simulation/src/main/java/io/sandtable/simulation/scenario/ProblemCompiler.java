package io.sandtable.simulation.scenario;

import static io.sandtable.simulation.scenario.Dimension.BOM_USAGE;
import static io.sandtable.simulation.scenario.Dimension.DEMAND_TIMING;
import static io.sandtable.simulation.scenario.Dimension.DEMAND_VOLUME;
import static io.sandtable.simulation.scenario.Dimension.ENERGY_INTENSITY;
import static io.sandtable.simulation.scenario.Dimension.ENERGY_PRICE;
import static io.sandtable.simulation.scenario.Dimension.EQUIPMENT_AVAILABILITY;
import static io.sandtable.simulation.scenario.Dimension.EQUIPMENT_CAPEX;
import static io.sandtable.simulation.scenario.Dimension.FINANCE_FX;
import static io.sandtable.simulation.scenario.Dimension.FINANCE_RECEIVABLE;
import static io.sandtable.simulation.scenario.Dimension.LABOUR_RATE;
import static io.sandtable.simulation.scenario.Dimension.OUTSOURCE_LEAD_TIME;
import static io.sandtable.simulation.scenario.Dimension.OUTSOURCE_PRICE;
import static io.sandtable.simulation.scenario.Dimension.POLICY_CARBON;
import static io.sandtable.simulation.scenario.Dimension.POLICY_DUTY;
import static io.sandtable.simulation.scenario.Dimension.PROCESS_CYCLE;
import static io.sandtable.simulation.scenario.Dimension.PROCESS_SETUP;
import static io.sandtable.simulation.scenario.Dimension.PROCESS_YIELD;
import static io.sandtable.simulation.scenario.Dimension.PURCHASE_PRICE;
import static io.sandtable.simulation.scenario.Dimension.SALES_PRICE;
import static io.sandtable.simulation.scenario.Dimension.STOCK_ACCURACY;
import static io.sandtable.simulation.scenario.Dimension.STOCK_DECAY;
import static io.sandtable.simulation.scenario.Dimension.SUPPLY_CAPACITY;
import static io.sandtable.simulation.scenario.Dimension.SUPPLY_LEAD_TIME;
import static io.sandtable.simulation.scenario.Dimension.SUPPLY_ON_TIME;
import static io.sandtable.simulation.scenario.Dimension.SUPPLY_REJECT;
import static io.sandtable.simulation.scenario.Dimension.TOOL_WEAR;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Snapshot and overlay become the planner's flat problem, part by part. A part is made again only where a change moves a dimension that it
 * reads; what it takes from other parts besides, where things stand in their lists, no change moves.
 */
final class ProblemCompiler {
    /** Planning runs this far past the horizon, so that what is late is planned late and not lost. */
    static final int DAYS_BEYOND = 182;
    /** Of a part: who asks around a point comes back to it many times. */
    private static final int PARTS_KEPT = 8;

    private static final Set<Dimension> OF_PRICES = EnumSet.of(FINANCE_FX, POLICY_DUTY, POLICY_CARBON);
    private static final Set<Dimension> OF_ENERGIES = EnumSet.of(ENERGY_PRICE);
    private static final Set<Dimension> OF_SHOP_FLOOR = EnumSet.of(
            EQUIPMENT_AVAILABILITY, ENERGY_INTENSITY, PROCESS_SETUP, LABOUR_RATE, TOOL_WEAR, EQUIPMENT_CAPEX);
    private static final Set<Dimension> OF_OFFERS =
            EnumSet.of(PURCHASE_PRICE, SUPPLY_LEAD_TIME, SUPPLY_ON_TIME, SUPPLY_REJECT, SUPPLY_CAPACITY);
    private static final Set<Dimension> OF_STOCKS = EnumSet.of(STOCK_ACCURACY, STOCK_DECAY);
    private static final Set<Dimension> OF_ROUTINGS = EnumSet.of(
            BOM_USAGE,
            PROCESS_CYCLE,
            PROCESS_SETUP,
            PROCESS_YIELD,
            OUTSOURCE_PRICE,
            OUTSOURCE_LEAD_TIME,
            ENERGY_INTENSITY,
            LABOUR_RATE);
    private static final Set<Dimension> OF_DEMANDS =
            EnumSet.of(DEMAND_VOLUME, DEMAND_TIMING, SALES_PRICE, FINANCE_RECEIVABLE);
    private static final Set<Dimension> OF_FINANCE = EnumSet.of(FINANCE_RECEIVABLE, LABOUR_RATE);

    private final Scenario scenario;
    private final Calendars calendars;
    private final PolicyRates policies;
    private final Sites sites;
    /** Foreign ones in which anything has a price: the rates of all of them are part of the problem. */
    private final Set<String> currencies = new HashSet<>();

    private final Parts<Prices> prices = new Parts<>();
    private final Parts<EnergyPart> energies = new Parts<>();
    private final Parts<ShopFloorPart> shopFloors = new Parts<>();
    private final Parts<SupplyPart> supplies = new Parts<>();
    private final Parts<Work> works = new Parts<>();
    private final Parts<SubstitutePart> substitutes = new Parts<>();
    private final Parts<List<PlanningProblem.Item>> items = new Parts<>();
    private final Parts<List<Demand>> demands = new Parts<>();
    private final Parts<List<PlanningProblem.Stock>> stocks = new Parts<>();
    private final Parts<List<PlanningProblem.Receipt>> receipts = new Parts<>();
    private final Parts<PlanningProblem.Finance> finances = new Parts<>();
    private final Parts<List<PlannedRule>> rules = new Parts<>();

    ProblemCompiler(Scenario scenario) {
        this.scenario = scenario;
        calendars = new Calendars(
                scenario.asOf(), scenario.horizonDays() + DAYS_BEYOND, scenario.holidays(), WorkedDays.of(scenario));
        policies = new PolicyRates(scenario);
        sites = new Sites(scenario.snapshot(), scenario.asOf());
    }

    /** Steps of work, and the people that they ask for. */
    private static final class Work {
        private final RoutingPart routings;
        private final List<PlanningProblem.Crew> crews;

        Work(RoutingPart routings, CrewPart crews) {
            this.routings = routings;
            this.crews = List.copyOf(crews.all());
        }
    }

    /** The last few of a part. */
    private static final class Parts<P> {
        private final Kept<List<Object>, P> kept = new Kept<>(PARTS_KEPT);

        /** @param of what moved of what the part reads, and the parts that it is made from */
        P get(List<Object> of, Supplier<P> make) {
            return kept.get(of, make);
        }
    }

    /** @param more changes after the scenario's own */
    PlanningProblem compile(List<Change> more) {
        PlanningProblem problem = new Compilation(more).problem();
        if (scenario.interventions().isEmpty()) {
            return problem;
        }
        var byHand = new InterventionCompiler(problem, false);
        scenario.interventions().forEach(byHand::add);
        return byHand.problem();
    }

    /** One problem on the way. */
    private final class Compilation {
        private final BusinessSnapshot snapshot = scenario.snapshot();
        private final LocalDate asOf = scenario.asOf();
        private final List<Change> more;
        private final Adjustments adjustments;
        private final Prices priced;

        Compilation(List<Change> more) {
            this.more = more;
            var all = new ArrayList<>(scenario.changes());
            all.addAll(more);
            adjustments = new Adjustments(all);
            priced = prices.get(moved(OF_PRICES), this::prices);
        }

        private Prices prices() {
            var made = new Prices(snapshot, asOf, adjustments, policies);
            made.ask(currencies);
            return made;
        }

        /** What moves of what a part reads, and the parts that it is made from. */
        private List<Object> moved(Set<Dimension> read, Object... parts) {
            var moved = new ArrayList<Object>(Arrays.asList(parts));
            for (Change change : more) {
                if (read.contains(change.dimension())) {
                    moved.add(change);
                }
            }
            return moved;
        }

        PlanningProblem problem() {
            EnergyPart energy = energies.get(moved(OF_ENERGIES), () -> new EnergyPart(snapshot, adjustments));
            ShopFloorPart shopFloor = shopFloors.get(
                    moved(OF_SHOP_FLOOR, priced),
                    () -> new ShopFloorPart(snapshot, asOf, adjustments, calendars, priced, energy));
            SupplyPart supply = supplies.get(
                    moved(OF_OFFERS, priced), () -> new SupplyPart(snapshot, asOf, adjustments, calendars, priced));
            Work work = works.get(moved(OF_ROUTINGS, priced), () -> work(shopFloor, supply, energy));
            SubstitutePart substitute = substitutes.get(
                    List.of(work, shopFloor),
                    () -> new SubstitutePart(
                            snapshot,
                            asOf,
                            scenario.horizonDays() + DAYS_BEYOND,
                            supply,
                            work.routings,
                            shopFloor,
                            scenario));
            List<Demand> demanded = demands.get(
                    moved(OF_DEMANDS), () -> List.copyOf(new DemandPart(scenario, adjustments, supply).demands()));
            PlanningProblem unruled = new PlanningProblem(
                    asOf,
                    scenario.horizonDays(),
                    items.get(moved(OF_DEMANDS, supply, work), () -> items(supply, work, demanded)),
                    substitute.routings(),
                    substitute.machines(),
                    work.crews,
                    shopFloor.tools(),
                    supply.offers(),
                    demanded,
                    stocks.get(moved(OF_STOCKS, supply), () -> List.copyOf(supply.stocks(adjustments, sites))),
                    receipts.get(List.of(supply), () -> List.copyOf(supply.receipts())),
                    shopFloor.investments(),
                    energy.all(),
                    finances.get(moved(OF_FINANCE, priced), this::finance),
                    List.of());
            currencies.addAll(unruled.finance().rates().keySet());
            return unruled.with(rules(unruled));
        }

        private Work work(ShopFloorPart shopFloor, SupplyPart supply, EnergyPart energy) {
            var crews = new CrewPart(adjustments, calendars);
            var routings = new RoutingPart(snapshot, asOf, adjustments, shopFloor, supply, energy, priced, crews);
            return new Work(routings, crews);
        }

        private List<PlanningProblem.Item> items(SupplyPart supply, Work work, List<Demand> demanded) {
            return List.copyOf(SafetyStocks.of(
                    supply.items(work.routings.byItem()),
                    work.routings.all(),
                    demanded,
                    scenario.horizonDays(),
                    supply::safetyStockDays));
        }

        private PlanningProblem.Finance finance() {
            return new FinancePart(snapshot, asOf, scenario.horizonDays(), adjustments, priced).finance();
        }

        /** What people said may look at any number of the problem; what the data asks for looks at who ordered alone. */
        private List<PlannedRule> rules(PlanningProblem unruled) {
            var compiler = new RuleCompiler(scenario, unruled);
            return scenario.conditions().isEmpty()
                    ? rules.get(
                            List.copyOf(unruled.demands().stream()
                                    .map(Demand::customer)
                                    .toList()),
                            compiler::rules)
                    : compiler.rules();
        }
    }

    /** The place of each node in a list, by id. */
    static Map<String, Integer> places(List<Node> nodes) {
        var places = new HashMap<String, Integer>();
        nodes.forEach(n -> places.put(n.id(), places.size()));
        return places;
    }
}
