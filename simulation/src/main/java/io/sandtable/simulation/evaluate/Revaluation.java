package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.plan.Redispatch;
import io.sandtable.simulation.scenario.Change;
import io.sandtable.simulation.scenario.Kept;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Recompilation;
import io.sandtable.simulation.scenario.Restriction;
import io.sandtable.simulation.scenario.Scenario;
import java.util.List;

/**
 * All figures of one plan after inputs have moved while its choices and sequence stay, for whoever asks thousands of times: the same as
 * compiling, timing and summing anew, but what a point shares with one of the last few is not done again. Not for several threads: each
 * makes one of its own.
 */
public final class Revaluation {
    /** Of times: those of a point and of what was asked around it. */
    private static final int TIMES_KEPT = 4;

    private final Plan plan;
    private final Recompilation problems;
    private final Plan timed;
    private final Kpis today;
    private final boolean timedByPrices;
    private final Kept<List<Change>, Plan> times = new Kept<>(TIMES_KEPT);

    /** @param plan of the scenario's problem */
    public Revaluation(Scenario scenario, Plan plan) {
        this.plan = plan;
        this.problems = new Recompilation(scenario);
        PlanningProblem base = problems.with(List.of());
        this.timed = Redispatch.drawingOnSafetyStock(base, plan);
        this.today = Evaluator.kpis(base, timed);
        this.timedByPrices =
                base.rules().stream().anyMatch(rule -> rule.restriction() instanceof Restriction.PriceLimit);
    }

    /** The figures with nothing changed. */
    public Kpis today() {
        return today;
    }

    /** The figures after these changes: times are found again unless only money moves. */
    public Kpis at(List<Change> changes) {
        if (changes.isEmpty()) {
            return today;
        }
        PlanningProblem problem = problems.with(changes);
        return Evaluator.kpis(problem, timed(problem, changes));
    }

    private Plan timed(PlanningProblem problem, List<Change> changes) {
        if (changes.stream().allMatch(change -> change.dimension().isMoneyOnly())) {
            return timed;
        }
        List<Change> moving = changes.stream()
                .filter(change -> change.dimension().movesTimes())
                .toList();
        // which supplier is too dear by rule is a matter of prices
        return times.get(timedByPrices ? changes : moving, () -> Redispatch.forFigures(problem, plan));
    }
}
