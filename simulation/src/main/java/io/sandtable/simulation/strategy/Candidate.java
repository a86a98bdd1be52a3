package io.sandtable.simulation.strategy;

import io.sandtable.model.Money;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.simulation.plan.Plan;

/** A strategy's plan with its figures, what sets it apart, and its name. */
public record Candidate(Strategy strategy, Plan plan, Evaluation evaluation, Choices choices, PlanName name) {
    /** The same candidate, its plan's search told anew. */
    Candidate with(Plan same) {
        return new Candidate(
                strategy,
                same,
                new Evaluation(same, evaluation.ledger(), evaluation.kpis(), evaluation.violations()),
                choices,
                name);
    }

    /** The same candidate with the worth of its investments. */
    Candidate withNpv(Money npv) {
        return new Candidate(
                strategy,
                plan,
                new Evaluation(plan, evaluation.ledger(), evaluation.kpis().withNpv(npv), evaluation.violations()),
                choices,
                name);
    }

    private long brokenRules() {
        return evaluation.violations().stream().filter(Violation::must).count();
    }

    /** Whether it does the same as the other, whatever it was allowed to do. */
    boolean isSameAs(Candidate other) {
        return plan.lots().equals(other.plan.lots())
                && plan.purchases().equals(other.plan.purchases())
                && plan.deliveries().equals(other.plan.deliveries())
                && plan.investments().equals(other.plan.investments())
                && plan.liftedRules().equals(other.plan.liftedRules());
    }

    /** Whether it is nowhere worse than the other in margin, delivery, capital, cash, carbon and rules, and somewhere better. */
    boolean dominates(Candidate other) {
        Kpis mine = evaluation.kpis();
        Kpis theirs = other.evaluation.kpis();
        int[] compared = {
            mine.grossMargin().compareTo(theirs.grossMargin()),
            Double.compare(mine.onTimePct(), theirs.onTimePct()),
            -mine.capex().compareTo(theirs.capex()),
            mine.cashLow().compareTo(theirs.cashLow()),
            -Double.compare(mine.carbonKg(), theirs.carbonKg()),
            -Long.compare(brokenRules(), other.brokenRules()),
            -Integer.compare(mine.shortOrders(), theirs.shortOrders())
        };
        boolean better = false;
        for (int c : compared) {
            if (c < 0) {
                return false;
            }
            better |= c > 0;
        }
        return better;
    }

    /** Whether it breaks fewer rules, else has fewer orders late or short, else earns more. */
    boolean isBetterThan(Candidate other) {
        int rules = Long.compare(brokenRules(), other.brokenRules());
        return rules != 0 ? rules < 0 : servesBetterThan(other);
    }

    /** Whether it has fewer orders late or short, else earns more; rules apart. */
    boolean servesBetterThan(Candidate other) {
        Kpis mine = evaluation.kpis();
        Kpis theirs = other.evaluation.kpis();
        int missed =
                Integer.compare(mine.lateOrders() + mine.shortOrders(), theirs.lateOrders() + theirs.shortOrders());
        return missed != 0 ? missed < 0 : mine.grossMargin().compareTo(theirs.grossMargin()) > 0;
    }
}
