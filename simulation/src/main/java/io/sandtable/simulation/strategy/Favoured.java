package io.sandtable.simulation.strategy;

import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.scenario.PlannedRule;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.Restriction.Goal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The order of plans that somebody's objective asks for: plans that break no rule first, then those that serve the goal best. */
public final class Favoured {
    private Favoured() {}

    /** What somebody said to favour; of several objectives the last one counts. */
    public static Optional<Goal> goal(PlanningProblem problem) {
        return problem.rules().stream()
                .map(PlannedRule::restriction)
                .filter(Restriction.Favour.class::isInstance)
                .map(restriction -> ((Restriction.Favour) restriction).goal())
                .reduce((first, last) -> last);
    }

    /** Those first that serve the goal best; rules apart. */
    public static Comparator<Evaluation> bestFirst(Goal goal) {
        return switch (goal) {
            case CASH ->
                Comparator.comparing((Evaluation e) -> e.kpis().cashLow()).reversed();
            case DELIVERY -> Evaluation.BEST_SERVICE_FIRST;
            case MARGIN -> Comparator.comparingLong(Favoured::earned).reversed();
            case CARBON -> Comparator.comparingDouble(e -> carbonPerFen(e.kpis()));
        };
    }

    /** The same plans, in their own order where nobody said what to favour. */
    static List<Candidate> order(PlanningProblem problem, List<Candidate> plans) {
        return goal(problem)
                .map(goal -> plans.stream()
                        .sorted(Comparator.comparingLong(Candidate::brokenRules)
                                .thenComparing(Candidate::evaluation, bestFirst(goal)))
                        .toList())
                .orElse(plans);
    }

    /** Gross margin less penalties, fen. */
    static long earned(Evaluation evaluation) {
        Kpis kpis = evaluation.kpis();
        return kpis.grossMargin().minus(kpis.penalties()).minor();
    }

    private static double carbonPerFen(Kpis kpis) {
        return kpis.revenue().minor() <= 0
                ? Double.POSITIVE_INFINITY
                : kpis.carbonKg() / kpis.revenue().minor();
    }
}
