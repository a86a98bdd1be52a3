package io.sandtable.simulation.strategy;

import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.InvestmentCase;
import io.sandtable.simulation.evaluate.Kpis;
import io.sandtable.simulation.evaluate.Violation;
import io.sandtable.simulation.plan.Plan;
import java.util.Comparator;

/** A strategy's plan with its figures, what sets it apart, and its name. */
public record Candidate(Strategy strategy, Plan plan, Evaluation evaluation, Choices choices, PlanName name) {
    /** Fewer orders late or short first, else who earns more; rules apart. */
    static final Comparator<Candidate> BEST_SERVICE_FIRST =
            Comparator.comparing(Candidate::evaluation, Evaluation.BEST_SERVICE_FIRST);

    /** Fewer broken rules first, else who serves better. */
    static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingLong(Candidate::brokenRules).thenComparing(BEST_SERVICE_FIRST);

    /** Differences below which two plans are equal to who chooses: shares of the revenue, percentage points, points of risk, a share of the carbon. */
    private static final double NOTICEABLE_MONEY = 0.001;

    static final double FEN = 100;
    private static final double NOTICEABLE_POINTS = 0.5;
    private static final double NOTICEABLE_RISK = 5;
    private static final double NOTICEABLE_CARBON = 0.01;

    /** The same candidate, its plan's search told anew. */
    Candidate with(Plan same) {
        return new Candidate(strategy, same, evaluation.with(same), choices, name);
    }

    /** The same candidate with the worth of its investments. */
    Candidate with(InvestmentCase investment) {
        return new Candidate(strategy, plan, evaluation.with(evaluation.kpis().with(investment)), choices, name);
    }

    /** Orders due in the horizon that are late or short. */
    int missed() {
        return evaluation.kpis().missedOrders();
    }

    /** Gross margin less penalties, fen. */
    long earned() {
        return Favoured.earned(evaluation);
    }

    /** Must-rules that it breaks. */
    long brokenRules() {
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

    /**
     * Whether nobody misses anything who sees this plan and not the other: it breaks no more rules, commits no more capital, and is nowhere
     * noticeably worse in margin, lowest cash, delivery, carbon per money earned and in the know-how that leaves the house. (Carbon alone would let no plan stand in for one that
     * delivers less.)
     */
    boolean standsInFor(Candidate other) {
        Kpis mine = evaluation.kpis();
        Kpis theirs = other.evaluation.kpis();
        double noticeable = theirs.revenue().minor() * NOTICEABLE_MONEY;
        return brokenRules() <= other.brokenRules()
                && mine.capex().compareTo(theirs.capex()) <= 0
                && theirs.grossMargin().minor() - mine.grossMargin().minor() <= noticeable
                && theirs.cashLow().minor() - mine.cashLow().minor() <= noticeable
                && theirs.onTimePct() - mine.onTimePct() <= NOTICEABLE_POINTS
                && shortPct() - other.shortPct() <= NOTICEABLE_POINTS
                && knowHow() - other.knowHow() <= NOTICEABLE_RISK
                && mine.carbonKg() * theirs.revenue().minor()
                        <= theirs.carbonKg() * mine.revenue().minor() * (1 + NOTICEABLE_CARBON);
    }

    /** The highest know-how risk of its operations, 0 … 100. */
    private double knowHow() {
        return evaluation.kpis().risks().stream()
                .filter(risk -> risk.kind().equals("know-how"))
                .mapToDouble(Kpis.Risk::score)
                .max()
                .orElse(0);
    }

    /** Share of the orders due in the horizon that are never delivered in full. */
    private double shortPct() {
        Kpis kpis = evaluation.kpis();
        double missed = kpis.missedOrders();
        return missed == 0 ? 0 : kpis.shortOrders() / missed * (100 - kpis.onTimePct());
    }

    /** Whether it has fewer orders late or short, else earns more; rules apart. */
    boolean servesBetterThan(Candidate other) {
        return BEST_SERVICE_FIRST.compare(this, other) < 0;
    }
}
