package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Plan;
import java.util.Comparator;
import java.util.List;

/** A plan with its ledger, its figures and the rules it breaks. */
public record Evaluation(Plan plan, Ledger ledger, Kpis kpis, List<Violation> violations) {
    /** Fewer orders late or short first, else who earns more; rules apart. */
    public static final Comparator<Evaluation> BEST_SERVICE_FIRST = Comparator.comparingInt(
                    (Evaluation e) -> e.kpis.missedOrders())
            .thenComparing(e -> e.kpis.grossMargin(), Comparator.reverseOrder());

    public Evaluation {
        violations = List.copyOf(violations);
    }

    /** Whether no must-rule is broken. */
    public boolean compliant() {
        return violations.stream().noneMatch(Violation::must);
    }
}
