package io.sandtable.simulation.evaluate;

import io.sandtable.simulation.evaluate.Cause.Event;
import io.sandtable.simulation.plan.Plan;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Restriction.MarginGain;
import io.sandtable.simulation.scenario.Restriction.MarginOf;
import io.sandtable.simulation.scenario.Restriction.Spending;
import io.sandtable.simulation.scenario.Restriction.SpendingCap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rules about money that sums over some of the ledger's postings decide. */
final class MoneyRuleCheck {
    private static final double TOLERANCE = 1e-6;

    private final PlanningProblem problem;
    private final Kpis kpis;
    private final Supplier<Evaluation> mine;
    private final Supplier<Evaluation> today;
    private @Nullable Evaluation posted;

    /**
     * @param kpis the plan's figures
     * @param mine the plan with its ledger, made where a rule asks for it
     * @param today the plan in which nobody decides anything, made where a rule asks for it
     */
    MoneyRuleCheck(PlanningProblem problem, Kpis kpis, Supplier<Evaluation> mine, Supplier<Evaluation> today) {
        this.problem = problem;
        this.kpis = kpis;
        this.mine = mine;
        this.today = today;
    }

    private Evaluation mine() {
        if (posted == null) {
            posted = mine.get();
        }
        return posted;
    }

    void margin(MarginOf rule, Breaches breaches) {
        marginOf(mine(), rule.demands(), rule.from(), rule.to())
                .ifPresent(actual -> report(rule.percent(), actual, rule.from(), rule.to(), breaches));
    }

    void marginGain(MarginGain rule, Breaches breaches) {
        OptionalDouble before = margin(today.get(), rule);
        OptionalDouble now = margin(mine(), rule);
        if (before.isPresent() && now.isPresent()) {
            double base = before.getAsDouble();
            double least = rule.relative() ? base + Math.abs(base) * rule.by() / 100 : base + rule.by();
            report(least, now.getAsDouble(), rule.from(), rule.to(), breaches);
        }
    }

    private OptionalDouble margin(Evaluation of, MarginGain rule) {
        return rule.demands().isEmpty()
                ? OptionalDouble.of(of.kpis().grossMarginPct())
                : marginOf(of, rule.demands(), rule.from(), rule.to());
    }

    private static void report(double least, double actual, int from, int to, Breaches breaches) {
        if (actual < least - TOLERANCE) {
            breaches.add("margin", from, to, least, actual, "%");
        }
    }

    /** Percent of the price that is left after the cost of sale; empty where nothing is delivered. */
    private OptionalDouble marginOf(Evaluation of, Set<Integer> demands, int from, int to) {
        Plan plan = of.plan();
        long revenue = 0;
        long cost = 0;
        for (Posting p : of.ledger().postings()) {
            Event event = p.cause().event();
            boolean sale = event == Event.SALE && p.account() == Account.REVENUE;
            boolean costs = (event == Event.COST_OF_SALE || event == Event.UNCOVERED_DELIVERY)
                    && p.account().group() == Account.Group.COST_OF_GOODS;
            if ((sale || costs)
                    && isIn(p, from, to)
                    && demands.contains(plan.deliveries().get(p.cause().index()).demand())) {
                revenue -= sale ? p.amount().minor() : 0;
                cost += costs ? p.amount().minor() : 0;
            }
        }
        return revenue <= 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (revenue - cost) / revenue);
    }

    void spending(SpendingCap cap, Breaches breaches) {
        long spent = 0;
        for (Posting p : mine().ledger().postings()) {
            if (p.amount().minor() > 0
                    && is(cap.category(), p.cause().event())
                    && isIn(p, cap.from(), cap.to())
                    && (cap.items().isEmpty() || cap.items().contains(bought(p.cause())))) {
                spent += p.amount().minor();
            }
        }
        if (spent > cap.cap().minor()) {
            breaches.add(
                    cap.category().id(), cap.from(), cap.to(), cap.cap().major().doubleValue(), spent / 100.0, "CNY");
        }
    }

    /** The item that a purchase or an open order is of. */
    private int bought(Cause cause) {
        return switch (cause.event().subject()) {
            case PURCHASE ->
                problem.offers()
                        .get(mine().plan().purchases().get(cause.index()).offer())
                        .item();
            case RECEIPT -> problem.receipts().get(cause.index()).item();
            default -> -1;
        };
    }

    /** Percent of what the demands were sold for, or of all revenue. */
    OptionalDouble marginPercent(Set<Integer> demands) {
        return demands.isEmpty()
                ? OptionalDouble.of(kpis.grossMarginPct())
                : marginOf(mine(), demands, 0, Integer.MAX_VALUE);
    }

    private static boolean is(Spending category, Event event) {
        return switch (category) {
            case PURCHASE ->
                event == Event.PURCHASE || event == Event.DUTY || event == Event.RECEIPT || event == Event.RECEIPT_DUTY;
            case OUTSOURCING -> event == Event.SUBCONTRACT || event == Event.SUBCONTRACT_DUTY;
            case OVERTIME -> event == Event.OVERTIME;
            case FREIGHT -> event == Event.TRANSFER;
        };
    }

    private boolean isIn(Posting posting, int from, int to) {
        int minute = problem.minute(posting.date());
        return minute >= from && minute < to && minute < problem.horizonMinutes();
    }
}
