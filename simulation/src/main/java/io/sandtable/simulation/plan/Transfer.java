package io.sandtable.simulation.plan;

import static io.sandtable.simulation.scenario.PlanningProblem.DAY;

import io.sandtable.simulation.plan.Plan.Source;
import io.sandtable.simulation.plan.Plan.Take;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.PlanningProblem.Elsewhere;
import io.sandtable.simulation.scenario.PlanningProblem.Stock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stock that a plan fetches from another site, as late as it can be: it arrives on the day it is used.
 *
 * @param stock index of the stock
 * @param departs minute at which it leaves, {@code arrives} at which it is there
 */
public record Transfer(int stock, double quantity, int departs, int arrives) {
    /** All transfers of a plan, by stock and then by departure; what leaves one lot on one day goes together. */
    public static List<Transfer> all(PlanningProblem problem, Plan plan) {
        if (problem.stocks().stream().allMatch(stock -> stock.elsewhere() == null)) {
            return List.of();
        }
        Map<Integer, Integer> delivered = new HashMap<>();
        plan.deliveries().forEach(d -> delivered.merge(d.demand(), d.minute(), Math::min));
        var fetched = new TreeMap<Integer, Map<Integer, Double>>();
        for (Take take : plan.takes()) {
            if (take.source() == Source.STOCK) {
                Elsewhere from = problem.stocks().get(take.index()).elsewhere();
                if (from != null) {
                    int used = take.lot() < 0
                            ? delivered.getOrDefault(take.demand(), 0)
                            : plan.lots()
                                    .get(take.lot())
                                    .operations()
                                    .get(take.step())
                                    .start();
                    int departs = Math.max(0, used - from.minutes()) / DAY * DAY;
                    fetched.computeIfAbsent(take.index(), s -> new TreeMap<>())
                            .merge(departs, take.quantity(), Double::sum);
                }
            }
        }
        var all = new ArrayList<Transfer>();
        fetched.forEach((stock, byDay) -> byDay.forEach((departs, quantity) -> all.add(new Transfer(
                stock, quantity, departs, departs + problem.stocks().get(stock).available()))));
        return all;
    }

    /** CNY that the transfer costs, without VAT. */
    public double cost(PlanningProblem problem) {
        Stock fetched = problem.stocks().get(stock);
        return fetched.elsewhere() == null ? 0 : quantity * fetched.elsewhere().costPerUnit();
    }
}
