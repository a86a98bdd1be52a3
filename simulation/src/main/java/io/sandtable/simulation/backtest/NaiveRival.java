package io.sandtable.simulation.backtest;

import io.sandtable.model.Money;
import java.time.YearMonth;
import java.util.function.ToLongFunction;

/**
 * What anybody can say without a plan: the same months last year times the growth of the last twelve months over the twelve before, each of revenue and cost
 * by its own growth, quantities by that of revenue.
 */
public final class NaiveRival {
    private NaiveRival() {}

    /**
     * Its forecast of the period, by month and product.
     *
     * @param known what had happened by the day the forecast is made; nothing else is looked at
     */
    public static Performance forecast(Performance known, Period period) {
        double revenue = growth(known, period.first(), a -> a.revenue().minor());
        double cost = growth(known, period.first(), a -> a.cost().minor());
        var forecast = new Performance();
        known.within(period.yearBefore())
                .cells()
                .forEach((cell, last) -> forecast.add(
                        cell.month().plusYears(1),
                        cell.product(),
                        new Amounts(
                                last.delivered() * revenue,
                                grown(last.revenue(), revenue),
                                grown(last.cost(), cost),
                                last.output() * revenue)));
        return forecast;
    }

    /** 1 where there are no two years to compare. */
    private static double growth(Performance known, YearMonth month, ToLongFunction<Amounts> what) {
        long lastYear = what.applyAsLong(known.of(new Period(month.minusMonths(12), 12)));
        long yearBefore = what.applyAsLong(known.of(new Period(month.minusMonths(24), 12)));
        return lastYear <= 0 || yearBefore <= 0 ? 1 : (double) lastYear / yearBefore;
    }

    private static Money grown(Money money, double factor) {
        return Money.fen(Math.round(money.minor() * factor));
    }
}
