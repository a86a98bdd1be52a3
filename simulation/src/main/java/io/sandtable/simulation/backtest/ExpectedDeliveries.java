package io.sandtable.simulation.backtest;

import io.sandtable.model.Money;
import io.sandtable.simulation.scenario.OpenDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** What is likely to be delivered in months that no plan reaches: the orders in hand when they are due, and those that will still be entered. */
public final class ExpectedDeliveries {
    private ExpectedDeliveries() {}

    /**
     * Units and revenue by month and product; cost and output are left to who knows them. What was entered in the month of the day itself is not looked at: the
     * forecast counts by whole months, and would count it twice.
     *
     * @param orders of all times; what is entered on the day's month's first or later is not seen
     * @param open from the first order to the end of the period
     */
    public static Performance of(OrderHistory orders, OpenDays open, LocalDate day, Period period) {
        LocalDate first = day.withDayOfMonth(1);
        OrderHistory known = orders.knownBefore(first);
        int horizonDays = Math.toIntExact(ChronoUnit.DAYS.between(first, period.end()));
        var expected = new Performance();
        for (OrderLine line : known.lines()) {
            add(line.product(), line.due(), line.quantity() - line.shipped(), line.price(), expected);
        }
        for (ForecastOrder order : DemandForecast.of(known, first, open, horizonDays)) {
            add(order.product(), order.due(), order.quantity(), order.price(), expected);
        }
        return expected.within(period);
    }

    private static void add(String product, LocalDate due, double quantity, double price, Performance expected) {
        if (quantity > 0) {
            expected.add(
                    YearMonth.from(due),
                    product,
                    new Amounts(quantity, Money.of(Money.CNY, quantity * price), Money.fen(0), 0));
        }
    }
}
