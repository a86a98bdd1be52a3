package io.sandtable.simulation.annual;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.simulation.backtest.Amounts;
import io.sandtable.simulation.backtest.ExpectedDeliveries;
import io.sandtable.simulation.backtest.Performance;
import io.sandtable.simulation.backtest.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/**
 * Carries an annual plan to twelve months where its plan does not reach that far: what follows is a forecast of deliveries, marked as such. A unit costs what it
 * costs in the plan's months, else what it cost in the twelve months before; costs by kind are not known, and as much is made as is delivered.
 */
public final class CarriedYear {
    /** Of a year. */
    public static final int MONTHS = 12;

    private final AnnualPlan plan;
    private final Recorded recorded;
    private final Performance planned;
    private final Performance lately;

    private CarriedYear(AnnualPlan plan, Recorded recorded) {
        this.plan = plan;
        this.recorded = recorded;
        this.planned = plan.said();
        YearMonth now = YearMonth.from(plan.asOf());
        this.lately =
                recorded.shippedBefore(plan.asOf()).only(cell -> !cell.month().isBefore(now.minusMonths(MONTHS)));
    }

    /**
     * The plan with forecast months behind its own; the same where it has twelve months already.
     *
     * @param snapshot the business it was made on
     * @throws TooLittleKnown where the records do not reach back far enough to see seasons and growth
     */
    public static AnnualPlan of(AnnualPlan plan, BusinessSnapshot snapshot) {
        int missing = MONTHS - plan.months().size();
        if (missing <= 0) {
            return plan;
        }
        var rest = new Period(plan.last().plusMonths(1), missing);
        Recorded recorded = Recorded.of(snapshot, plan.asOf(), rest.end());
        if (recorded.monthsKnown() < TooLittleKnown.MONTHS_NEEDED) {
            throw new TooLittleKnown(recorded.monthsKnown());
        }
        return new CarriedYear(plan, recorded).carried(rest, snapshot);
    }

    private AnnualPlan carried(Period rest, BusinessSnapshot snapshot) {
        Performance expected = ExpectedDeliveries.of(recorded.orders(), recorded.open(), plan.asOf(), rest);
        var months = new ArrayList<>(plan.months());
        var products = new TreeMap<>(plan.products());
        rest.all().forEach(month -> {
            var sold = new TreeMap<String, Amounts>();
            expected.in(month).forEach((product, amounts) -> {
                sold.put(product, withCost(product, amounts));
                products.computeIfAbsent(product, id -> Products.of(id, snapshot));
            });
            months.add(new AnnualMonth(month, AnnualMonth.Kind.FORECAST, Map.of(), sold));
        });
        return new AnnualPlan(plan.asOf(), months, products);
    }

    private Amounts withCost(String product, Amounts amounts) {
        Amounts own = planned.sum(cell -> cell.product().equals(product));
        Amounts known =
                own.delivered() > 0 ? own : lately.sum(cell -> cell.product().equals(product));
        double cost = known.delivered() > 0
                ? known.cost().minor() / known.delivered() * amounts.delivered()
                : shareOfRevenue() * amounts.revenue().minor();
        return new Amounts(amounts.delivered(), amounts.revenue(), Money.fen(Math.round(cost)), amounts.delivered());
    }

    /** For what was ordered once and never delivered: cost takes the share of revenue that it takes in the plan. */
    private double shareOfRevenue() {
        Amounts all = planned.sum(cell -> true);
        return all.revenue().minor() > 0
                ? (double) all.cost().minor() / all.revenue().minor()
                : 0;
    }
}
