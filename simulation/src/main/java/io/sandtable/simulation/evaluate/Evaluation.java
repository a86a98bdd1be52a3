package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.check.Checker;
import io.sandtable.simulation.check.Finding;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import java.util.Comparator;
import java.util.List;

/**
 * A plan with its ledger, its figures and the rules it breaks.
 *
 * @param awaited rules that wait for a figure to pass a value; mostly none
 */
public record Evaluation(Plan plan, Ledger ledger, Kpis kpis, List<Violation> violations, List<Awaited> awaited) {
    /** Fewer orders late or short first, else who earns more; rules apart. */
    public static final Comparator<Evaluation> BEST_SERVICE_FIRST = Comparator.comparingInt(
                    (Evaluation e) -> e.kpis.missedOrders())
            .thenComparing(e -> e.kpis.grossMargin(), Comparator.reverseOrder());

    public Evaluation {
        violations = List.copyOf(violations);
        awaited = List.copyOf(awaited);
    }

    /** Of a business in which no rule waits for a figure. */
    public Evaluation(Plan plan, Ledger ledger, Kpis kpis, List<Violation> violations) {
        this(plan, ledger, kpis, violations, List.of());
    }

    /** The same, its plan's search told anew. */
    public Evaluation with(Plan same) {
        return new Evaluation(same, ledger, kpis, violations, awaited);
    }

    /** The same with other figures. */
    public Evaluation with(Kpis other) {
        return new Evaluation(plan, ledger, other, violations, awaited);
    }

    /** What the independent check finds wrong with the plan, its books and its figures. */
    public List<Finding> check(PlanningProblem problem) {
        return Checker.check(
                problem, plan, ledger.claim(problem.asOf(), problem.horizonDays()), kpis.claim(problem.asOf()));
    }

    /** Whether no must-rule is broken. */
    public boolean compliant() {
        return violations.stream().noneMatch(Violation::must);
    }
}
