package io.sandtable.simulation.backtest;

import io.sandtable.simulation.forecast.MonthlyForecast;
import io.sandtable.simulation.forecast.SeasonFactors;
import io.sandtable.simulation.scenario.OpenDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much will be entered of each product in the coming months, from what was entered: seasons and total come from the family, because a single product is too
 * noisy to tell, the shares in it from the products.
 */
final class EntryForecast {
    private final OrderHistory known;
    private final Map<String, Double> prices;
    private final LocalDate day;
    private final YearMonth firstMonth;
    private final int months;
    private final OpenDays open;

    /**
     * @param known as of the morning of the day, the first of a month
     * @param prices CNY of a unit of each product, by which products are added up
     */
    EntryForecast(OrderHistory known, Map<String, Double> prices, LocalDate day, OpenDays open) {
        this.known = known;
        this.prices = prices;
        this.day = day;
        this.open = open;
        // the month in which the records begin is not a whole one
        this.firstMonth = YearMonth.from(known.firstDay().orElse(day)).plusMonths(1);
        this.months = (int) Math.max(0, ChronoUnit.MONTHS.between(firstMonth, YearMonth.from(day)));
    }

    /** Units of each product that will be entered on an open day of each of so many months, the day's own first. */
    Map<String, double[]> perOpenDay(int monthsAhead) {
        Map<String, double[]> entered = entered();
        DemandDays days = DemandDays.fitting(open, firstMonth, value(entered.keySet(), entered));
        var perOpenDay = new TreeMap<String, double[]>();
        byFamily(entered.keySet()).values().forEach(products -> {
            var forecasts = new TreeMap<String, MonthlyForecast>();
            double[] value = days.perDay(value(products, entered), firstMonth);
            SeasonFactors seasons = SeasonFactors.of(value, firstMonth.getMonthValue());
            products.forEach(product ->
                    forecasts.put(product, forecast(days.perDay(of(product, entered), firstMonth), seasons)));
            reconcile(forecasts, forecast(value, seasons), days, monthsAhead, perOpenDay);
        });
        return perOpenDay;
    }

    private MonthlyForecast forecast(double[] perDay, SeasonFactors seasons) {
        return MonthlyForecast.of(perDay, firstMonth.getMonthValue(), seasons);
    }

    /** The products' forecasts, together worth the family's. */
    private void reconcile(
            Map<String, MonthlyForecast> products,
            MonthlyForecast family,
            DemandDays days,
            int monthsAhead,
            Map<String, double[]> perOpenDay) {
        for (int i = 0; i < monthsAhead; i++) {
            int ahead = i + 1;
            YearMonth month = YearMonth.from(day).plusMonths(i);
            double sum = products.entrySet().stream()
                    .mapToDouble(p -> p.getValue().ahead(ahead) * price(p.getKey()))
                    .sum();
            double share = (sum > 0 ? family.ahead(ahead) / sum : 1) * days.in(month) / Math.max(1, open.in(month));
            int at = i;
            products.forEach((product, own) ->
                    perOpenDay.computeIfAbsent(product, p -> new double[monthsAhead])[at] = own.ahead(ahead) * share);
        }
    }

    /** Units of each product by month. */
    private Map<String, double[]> entered() {
        var entered = new TreeMap<String, double[]>();
        for (OrderLine line : known.lines()) {
            double[] units = entered.computeIfAbsent(line.product(), p -> new double[months]);
            int month = (int) ChronoUnit.MONTHS.between(firstMonth, YearMonth.from(line.ordered()));
            if (month >= 0) {
                units[month] += line.quantity();
            }
        }
        return entered;
    }

    private double[] value(Iterable<String> products, Map<String, double[]> entered) {
        var value = new double[months];
        for (String product : products) {
            double[] units = of(product, entered);
            for (int i = 0; i < months; i++) {
                value[i] += units[i] * price(product);
            }
        }
        return value;
    }

    private double[] of(String product, Map<String, double[]> entered) {
        return entered.getOrDefault(product, new double[months]);
    }

    private double price(String product) {
        return prices.getOrDefault(product, 0.0);
    }

    private Map<String, List<String>> byFamily(Iterable<String> products) {
        var families = new TreeMap<String, List<String>>();
        for (String product : products) {
            families.computeIfAbsent(
                            known.familyOf().getOrDefault(product, OrderHistory.NO_FAMILY), f -> new ArrayList<>())
                    .add(product);
        }
        return families;
    }
}
