package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.plan.Plan;
import java.util.List;

/** A plan with its ledger, its figures and the rules it breaks. */
public record Evaluation(Plan plan, Ledger ledger, Kpis kpis, List<Violation> violations) {
    public Evaluation {
        violations = List.copyOf(violations);
    }

    /** Whether no must-rule is broken. */
    public boolean compliant() {
        return violations.stream().noneMatch(Violation::must);
    }
}
