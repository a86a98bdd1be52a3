package io.sandtable.simulation.strategy;

import io.sandtable.simulation.plan.Levers;
import io.sandtable.simulation.plan.Weights;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.Comparator;
import java.util.List;

/**
 * What lies between the plan that delivers best and the one that earns most. Those two show what an order more on time costs here; at half
 * of that price and at twice of it the planner finds plans near the one end and near the other. (The first step of the dichotomic search
 * for supported points: Aneja and Nair, Bicriteria transportation problem, Management Science 25, 1979.)
 */
final class TradeOffs {
    private static final double CHEAP = 0.5;
    private static final double DEAR = 2;

    private TradeOffs() {}

    /** The strategies between; none where the best delivery is also the best earner. */
    static List<Strategy> between(List<Candidate> found, PlanningProblem problem, Candidate baseline) {
        List<Candidate> today = found.stream()
                .filter(c -> c.plan().investments().isEmpty()
                        && c.plan().liftedRules().isEmpty())
                .toList();
        if (today.isEmpty()) {
            return List.of();
        }
        Candidate serves = today.stream().min(Candidate.BEST_SERVICE_FIRST).orElseThrow();
        Candidate earns =
                today.stream().max(Comparator.comparingLong(Candidate::earned)).orElseThrow();
        int orders = earns.missed() - serves.missed();
        double yuan = (earns.earned() - serves.earned()) / Candidate.FEN;
        if (orders <= 0 || yuan <= 0) {
            return List.of();
        }
        Levers levers = new LeverFinder(problem).all(baseline.plan());
        double price = yuan / orders;
        return List.of(
                new Strategy(Strategy.DELIVERY_BEFORE_COST, levers, Weights.worth(DEAR * price)),
                new Strategy(Strategy.COST_BEFORE_DELIVERY, levers, Weights.worth(CHEAP * price)));
    }
}
