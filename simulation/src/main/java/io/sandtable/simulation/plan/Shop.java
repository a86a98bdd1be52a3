package io.sandtable.simulation.plan;

import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Coproduct;
import io.sandtable.simulation.scenario.PlanningProblem.Crew;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Investment;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Machine;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import io.sandtable.simulation.scenario.PlanningProblem.Subcontract;
import io.sandtable.simulation.scenario.PlanningProblem.Tool;
import io.sandtable.simulation.scenario.Setups;
import io.sandtable.simulation.scenario.WorkingTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A problem under a set of levers, ready for the search: what a must-rule forbids is no longer there, what an investment brings is.
 * Immutable; shared by all searches of a strategy.
 */
final class Shop {
    private final PlanningProblem problem;
    private final Levers levers;
    /** The problem's lists as arrays: the search looks at them millions of times. */
    private final Item[] items;

    private final Demand[] demands;
    private final Step[][] steps;
    private final StepCoproduct[][] coproducts;
    private final double[] largestLots;
    private final WorkingTime[] times;
    /** The problem's machine behind each index; those that are bought are copies. */
    private final Machine[] machines;

    private final double[] stretch;
    private final List<List<Integer>> substitutions;
    private final Tool[] tools;
    private final List<Crew> crews;
    private final Closures[] toolClosures;
    private final List<Vendor> vendors;
    private final int[] earliestArrival;
    private final Way[][][] ways;
    private final List<Subcontract> capacities;
    private final List<Closures> capacityClosures;
    private final boolean[] unlimited;
    private final Pins pins;
    private final Masks masks;
    private final PurchaseShares shares;

    Shop(PlanningProblem problem, Levers levers) {
        this.problem = problem;
        this.levers = levers;
        items = problem.items().toArray(Item[]::new);
        demands = problem.demands().toArray(Demand[]::new);
        steps = problem.routings().stream()
                .map(routing -> routing.steps().toArray(Step[]::new))
                .toArray(Step[][]::new);
        coproducts = problem.routings().stream().map(Shop::coproducts).toArray(StepCoproduct[][]::new);
        largestLots = problem.items().stream().mapToDouble(Shop::largestLot).toArray();
        Map<Integer, List<Integer>> standIns = problem.routings().stream()
                .filter(Routing::substitution)
                .collect(Collectors.groupingBy(Routing::item, Collectors.mapping(Routing::index, Collectors.toList())));
        substitutions = Arrays.stream(items)
                .map(item -> standIns.getOrDefault(item.index(), List.of()))
                .toList();
        masks = Masks.of(problem, levers);
        shares = new PurchaseShares(problem, masks.shares());
        pins = new Pins(problem, masks.all());
        machines = machines();
        times = times();
        stretch = new double[times.length];
        for (int m = 0; m < times.length; m++) {
            WorkingTime time = times[m];
            stretch[m] = time.total() == 0 ? 1 : (double) (time.end(time.size() - 1) - time.start(0)) / time.total();
        }
        tools = tools();
        crews = problem.crews();
        toolClosures = toolClosures();
        vendors = problem.offers().stream().map(masks::vendor).toList();
        earliestArrival = problem.items().stream()
                .mapToInt(item -> item.offers().stream()
                        .mapToInt(offer -> vendors.get(offer).earliestArrival())
                        .min()
                        .orElse(Placement.NEVER))
                .toArray();
        var finder = new WayFinder(problem, levers, machines, times, energyPrices(problem));
        ways = finder.find(masks.all());
        List<WorkOutside> outside = finder.capacities();
        capacities = outside.stream().map(WorkOutside::offer).toList();
        unlimited = unlimited();
        capacityClosures = outside.stream().map(masks::closures).toList();
    }

    private static StepCoproduct[] coproducts(Routing routing) {
        var all = new ArrayList<StepCoproduct>(0);
        for (int k = 0; k < routing.steps().size(); k++) {
            for (Coproduct coproduct : routing.steps().get(k).coproducts()) {
                all.add(new StepCoproduct(k, coproduct));
            }
        }
        return all.toArray(StepCoproduct[]::new);
    }

    /** CNY per unit of each energy, over the hours of the week. */
    private static double[] energyPrices(PlanningProblem problem) {
        return problem.energies().stream()
                .mapToDouble(e -> e.priceByHourOfWeek().stream()
                        .mapToDouble(p -> p)
                        .average()
                        .orElse(0))
                .toArray();
    }

    private boolean taken(Investment investment) {
        return levers.investments().contains(investment.index());
    }

    private Machine[] machines() {
        var all = new ArrayList<>(problem.machines());
        for (Investment investment : problem.investments()) {
            if (investment.machine() >= 0) {
                all.add(problem.machines().get(investment.machine()));
            }
        }
        return all.toArray(Machine[]::new);
    }

    private Tool[] tools() {
        var all = new ArrayList<>(problem.tools());
        for (Investment investment : problem.investments()) {
            if (investment.tool() >= 0) {
                Tool like = problem.tools().get(investment.tool());
                all.add(new Tool(
                        all.size(), investment.equipment(), investment.name(), like.lifeStrokes(), 0, like.wear()));
            }
        }
        return all.toArray(Tool[]::new);
    }

    private WorkingTime[] times() {
        var result = new WorkingTime[machines.length];
        for (int m = 0; m < problem.machines().size(); m++) {
            Machine machine = machines[m];
            result[m] = levers.overtimeMachines().contains(m) ? machine.overtime() : machine.time();
        }
        for (Investment investment : problem.investments()) {
            if (investment.machine() >= 0) {
                WorkingTime like = problem.machines().get(investment.machine()).time();
                int usableFrom = taken(investment) ? investment.leadTimeMinutes() : Integer.MAX_VALUE;
                result[problem.equipmentIndex(investment)] = like.keeping(0, Integer.MIN_VALUE, usableFrom);
            }
        }
        masks.limit(result);
        return result;
    }

    private Closures[] toolClosures() {
        var closed = new HashMap<Integer, List<int[]>>();
        for (Investment investment : problem.investments()) {
            if (investment.tool() >= 0) {
                int usableFrom = taken(investment) ? investment.leadTimeMinutes() : Integer.MAX_VALUE;
                closed.computeIfAbsent(problem.equipmentIndex(investment), t -> new ArrayList<>())
                        .add(new int[] {Integer.MIN_VALUE, usableFrom});
            }
        }
        masks.closeTools((tool, range) ->
                closed.computeIfAbsent(tool, t -> new ArrayList<>()).add(range));
        var result = new Closures[tools.length];
        for (int t = 0; t < tools.length; t++) {
            result[t] = Closures.of(closed.getOrDefault(t, List.of()));
        }
        return result;
    }

    PlanningProblem problem() {
        return problem;
    }

    Levers levers() {
        return levers;
    }

    Item item(int index) {
        return items[index];
    }

    Demand demand(int index) {
        return demands[index];
    }

    Step step(int routing, int step) {
        return steps[routing][step];
    }

    int stepCount(int routing) {
        return steps[routing].length;
    }

    int machineCount() {
        return machines.length;
    }

    int toolCount() {
        return tools.length;
    }

    Tool tool(int index) {
        return tools[index];
    }

    /** Whether yields depend on what was done before. */
    boolean wears() {
        return Arrays.stream(tools).anyMatch(tool -> tool.wear() != null || Double.isFinite(tool.lifeStrokes()));
    }

    /** Routings that let another item stand in for it. */
    List<Integer> substitutions(int item) {
        return substitutions.get(item);
    }

    /** Whether any number of lots can be worked at a time. */
    boolean isUnlimited(int machine) {
        return machines[machine].unlimited();
    }

    Setups setups(int machine) {
        return machines[machine].setups();
    }

    /** The machine with nothing planned on it yet. */
    MachineLoad emptyMachine(int machine) {
        return new MachineLoad(times[machine], isUnlimited(machine), setups(machine));
    }

    /** All crews with nothing to do yet. */
    CrewLoad[] emptyCrews() {
        return crews.stream().map(crew -> new CrewLoad(crew.people())).toArray(CrewLoad[]::new);
    }

    WorkingTime time(int machine) {
        return times[machine];
    }

    Closures toolClosures(int tool) {
        return toolClosures[tool];
    }

    /** When the first of the item's suppliers can deliver; {@link Placement#NEVER} where none can. */
    int earliestArrival(int item) {
        return earliestArrival[item];
    }

    Vendor vendor(int offer) {
        return vendors.get(offer);
    }

    /** The shares of purchases that suppliers may or must have. */
    PurchaseShares shares() {
        return shares;
    }

    /** Units of the item that stay in stock whatever is wanted. */
    double safetyStock(int item) {
        return Math.max(items[item].safetyStock(), masks.leastStock(item));
    }

    /** What of the item is there on the as-of day is short of what a rule wants kept; mostly nothing. */
    double missingStock(Item item) {
        double kept = masks.leastStock(item.index());
        if (kept == 0) {
            return 0;
        }
        double there = problem.stocks().stream()
                .filter(stock -> stock.item() == item.index())
                .mapToDouble(PlanningProblem.Stock::quantity)
                .sum();
        return Math.max(0, kept - there);
    }

    /** Whether any stock is to be kept by rule. */
    boolean keepsStockByRule() {
        return masks.keepsStock();
    }

    /** What was decided by hand. */
    Pins pins() {
        return pins;
    }

    /** All the ways in which the step can be done; none where it cannot. */
    Way[] ways(int routing, int step) {
        return ways[routing][step];
    }

    List<Subcontract> capacities() {
        return capacities;
    }

    /** When the subcontractor behind a way is closed by rule. */
    Closures closures(Way way) {
        return capacityClosures.get(way.id());
    }

    /** CNY that work in [start, end) costs on top because it is overtime. */
    double overtimeCost(Way way, int start, int end, int workMinutes) {
        if (!levers.overtimeMachines().contains(way.machine())) {
            return 0;
        }
        Machine m = machines[way.machine()];
        int beyond = Math.max(0, workMinutes - m.time().workedBetween(start, end));
        return beyond * way.operatorRate() / 60 * m.overtimePremiumPercent() / 100;
    }

    /** Wall minutes that the way usually takes for so many units, breaks included: only for deciding what is urgent. */
    int usualMinutes(Way way, double quantityIn) {
        return way.outsourced()
                ? way.leadTimeMinutes()
                : (int) Math.min(1e8, way.workMinutes(quantityIn) * stretch[way.machine()]);
    }

    /** The quantity in whole pieces where only those exist. */
    double whole(int item, double quantity) {
        return item(item).whole() ? Math.ceil(quantity - 1e-6) : quantity;
    }

    /** Whether several lots of it can be worked side by side: on alternates, or where nothing limits how many. */
    boolean gainsBySplitting(Item item) {
        if (item.routings().size() > 1) {
            return true;
        }
        for (int routing : item.routings()) {
            for (Way[] step : ways[routing]) {
                if (step.length > 1) {
                    return true;
                }
            }
        }
        return unlimited[item.index()];
    }

    /** Whether nothing limits how many lots of it can be in a step at a time that takes the longer the more there are in the lot. */
    boolean isUnlimited(Item item) {
        return unlimited[item.index()];
    }

    private boolean[] unlimited() {
        var result = new boolean[items.length];
        for (Item item : items) {
            result[item.index()] = item.routings().stream()
                    .flatMap(routing -> Arrays.stream(ways[routing]))
                    .anyMatch(step -> step.length == 1
                            && !step[0].outsourced()
                            && isUnlimited(step[0].machine())
                            && step[0].minutesPerUnit() > 0);
        }
        return result;
    }

    /** The lot that covers so many units: whole pieces, as the item's lots are made. */
    double lotSize(int item, double quantity) {
        return whole(item, item(item).lotSize().covering(quantity));
    }

    /** The same for a lot by that routing; what only lets another item stand in is no lot that anybody makes. */
    double lotSizeBy(int routing, double quantity) {
        Routing by = problem.routings().get(routing);
        return by.substitution() ? whole(by.item(), quantity) : lotSize(by.item(), quantity);
    }

    /** The largest lot by that routing. */
    double largestLotBy(int routing) {
        Routing by = problem.routings().get(routing);
        return by.substitution() ? Double.POSITIVE_INFINITY : largestLot(by.item());
    }

    /** The largest lot of the item, in whole pieces where only those exist. */
    double largestLot(int item) {
        return largestLots[item];
    }

    private static double largestLot(Item item) {
        double largest = item.lotSize().maximum();
        return item.whole() && Double.isFinite(largest) ? Math.max(1, Math.floor(largest + 1e-6)) : largest;
    }

    /** What comes out beside the item in which step; mostly nothing. */
    StepCoproduct[] coproducts(int routing) {
        return coproducts[routing];
    }

    /** Millionths of a co-product that there are. */
    long yielded(StepCoproduct coproduct, double quantityIn) {
        return Micro.of(problem.comesOut(coproduct.coproduct(), quantityIn));
    }

    /** Another item that comes out of a step. */
    record StepCoproduct(int step, Coproduct coproduct) {
        int item() {
            return coproduct.item();
        }
    }
}
