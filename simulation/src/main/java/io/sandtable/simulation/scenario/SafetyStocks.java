package io.sandtable.simulation.scenario;

import io.sandtable.simulation.scenario.PlanningProblem.Consumption;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import io.sandtable.simulation.scenario.PlanningProblem.Item;
import io.sandtable.simulation.scenario.PlanningProblem.Routing;
import io.sandtable.simulation.scenario.PlanningProblem.Step;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Safety stock in days of use: the days times the mean daily gross requirement of the horizon, which is the open orders exploded through
 * the preferred routings without regard to stock.
 */
final class SafetyStocks {
    private final List<Item> items;
    private final List<Routing> routings;
    private final double[] required;
    /** What consumes itself is not followed. */
    private final boolean[] onTheWay;

    private SafetyStocks(List<Item> items, List<Routing> routings) {
        this.items = items;
        this.routings = routings;
        this.required = new double[items.size()];
        this.onTheWay = new boolean[items.size()];
    }

    /** Mean units of each item that are needed a day of the horizon. */
    static double[] dailyUse(PlanningProblem problem) {
        var stocks = new SafetyStocks(problem.items(), problem.routings());
        stocks.requireAll(problem.demands());
        return Arrays.stream(stocks.required)
                .map(units -> units / problem.horizonDays())
                .toArray();
    }

    /** The items, each with the larger of its two safety stocks. */
    static List<Item> of(
            List<Item> items, List<Routing> routings, List<Demand> demands, int horizonDays, IntToDoubleFunction days) {
        if (items.stream().allMatch(item -> days.applyAsDouble(item.index()) <= 0)) {
            return items;
        }
        var stocks = new SafetyStocks(items, routings);
        stocks.requireAll(demands);
        return items.stream()
                .map(item -> item.withSafetyStock(Math.max(
                        item.safetyStock(),
                        days.applyAsDouble(item.index()) * stocks.required[item.index()] / horizonDays)))
                .toList();
    }

    private void requireAll(List<Demand> demands) {
        var ordered = new double[items.size()];
        demands.forEach(demand -> ordered[demand.item()] += demand.quantity());
        for (int item = 0; item < ordered.length; item++) {
            if (ordered[item] > 0) {
                require(item, ordered[item]);
            }
        }
    }

    private void require(int item, double quantity) {
        required[item] += quantity;
        if (items.get(item).isMade() && !onTheWay[item]) {
            onTheWay[item] = true;
            for (Step step : routings.get(items.get(item).routings().getFirst()).steps()) {
                for (Consumption consumption : step.consumptions()) {
                    require(consumption.item(), consumption.quantityPerUnit() * quantity);
                }
            }
            onTheWay[item] = false;
        }
    }
}
