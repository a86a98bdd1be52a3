package io.sandtable.simulation.evaluate;

import io.sandtable.model.Money;
import io.sandtable.simulation.scenario.PlanningProblem.Demand;
import java.util.List;

/** A plan's figures, the rules it breaks and what becomes of its orders, without the postings: for those who ask many times. */
public final class Judged {
    private final Kpis kpis;
    private final List<Violation> violations;
    private final Deliveries deliveries;
    private final long[] cashByDay;

    Judged(Kpis kpis, List<Violation> violations, Deliveries deliveries, long[] cashByDay) {
        this.kpis = kpis;
        this.violations = List.copyOf(violations);
        this.deliveries = deliveries;
        this.cashByDay = cashByDay.clone();
    }

    public Kpis kpis() {
        return kpis;
    }

    /** As in {@link Evaluation#violations}. */
    public List<Violation> violations() {
        return violations;
    }

    /** What becomes of an order line. */
    public DeliveryStatus status(Demand demand) {
        return deliveries.status(demand);
    }

    /** Balance at the end of a day of the horizon, counted from the as-of day. */
    public Money cashOn(int day) {
        return Money.fen(cashByDay[day]);
    }
}
