package io.sandtable.simulation.strategy;

import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Restriction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The order of plans that somebody's objective asks for: plans that break no rule first, then those that serve the goal best. */
final class Favoured {
    private Favoured() {}

    /** The same plans, in their own order where nobody said what to favour; of two objectives the last one counts. */
    static List<Candidate> order(PlanningProblem problem, List<Candidate> plans) {
        Optional<Restriction.Goal> goal = problem.rules().stream()
                .flatMap(r -> r.restriction() instanceof Restriction.Favour favour
                        ? Optional.of(favour.goal()).stream()
                        : Optional.<Restriction.Goal>empty().stream())
                .reduce((first, last) -> last);
        return goal.map(g -> plans.stream()
                        .sorted(Comparator.comparingLong(Candidate::brokenRules).thenComparing(by(g)))
                        .toList())
                .orElse(plans);
    }

    private static Comparator<Candidate> by(Restriction.Goal goal) {
        return switch (goal) {
            case CASH ->
                Comparator.comparing((Candidate c) -> c.evaluation().kpis().cashLow())
                        .reversed();
            case DELIVERY -> Candidate.BEST_SERVICE_FIRST;
            case MARGIN -> Comparator.comparingLong(Candidate::earned).reversed();
            case CARBON ->
                Comparator.comparingDouble(c -> carbonPerFen(c.evaluation().kpis()));
        };
    }

    private static double carbonPerFen(Kpis kpis) {
        return kpis.revenue().minor() <= 0
                ? Double.POSITIVE_INFINITY
                : kpis.carbonKg() / kpis.revenue().minor();
    }
}
