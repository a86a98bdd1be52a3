package io.sandtable.simulation.backtest;

import io.sandtable.simulation.forecast.OrderLead;
import io.sandtable.simulation.scenario.OpenDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The orders that are still to come: what will be <em>entered</em> falls due as long after as orders have been entered ahead, so that what is already ordered
 * stands beside it and is not counted twice. It sees the orders known on a day and nothing else.
 */
final class DemandForecast {
    private static final int DAYS_OF_PRICE = 90;

    private final OrderHistory known;
    private final LocalDate day;
    private final OpenDays open;
    private final int horizonDays;

    private DemandForecast(OrderHistory known, LocalDate day, OpenDays open, int horizonDays) {
        this.known = known;
        this.day = day;
        this.open = open;
        this.horizonDays = horizonDays;
    }

    /**
     * What will still be ordered for a time, as an order a week and product.
     *
     * @param known as of the morning of the day, the first of a month
     */
    static List<ForecastOrder> of(OrderHistory known, LocalDate day, OpenDays open, int horizonDays) {
        return new DemandForecast(known, day, open, horizonDays).orders();
    }

    private List<ForecastOrder> orders() {
        Map<String, Double> prices = prices();
        double[][] leaving = leaving(lead());
        var orders = new ArrayList<ForecastOrder>();
        new EntryForecast(known, prices, day, open)
                .perOpenDay(monthsAhead())
                .forEach((product, perOpenDay) -> add(product, perOpenDay, leaving, prices, orders));
        return orders;
    }

    private OrderLead lead() {
        var lead = new OrderLead();
        known.lines()
                .forEach(line -> lead.learn(
                        ChronoUnit.DAYS.between(line.ordered(), line.due()), line.quantity() * line.price()));
        return lead;
    }

    private int monthsAhead() {
        return (int) ChronoUnit.MONTHS.between(YearMonth.from(day), YearMonth.from(day.plusDays(horizonDays - 1L))) + 1;
    }

    /** How many open days' worth of what is entered in a month must leave on a day: [day][month]. */
    private double[][] leaving(OrderLead lead) {
        var leaving = new double[horizonDays][monthsAhead()];
        int longest = lead.longest();
        for (int entered = 0; entered < horizonDays; entered++) {
            LocalDate date = day.plusDays(entered);
            if (open.isOpen(date)) {
                int month = (int) ChronoUnit.MONTHS.between(YearMonth.from(day), YearMonth.from(date));
                for (int days = 0; entered + days < horizonDays && days <= longest; days++) {
                    long leaves = ChronoUnit.DAYS.between(day, open.lastBy(date.plusDays(days)));
                    leaving[(int) Math.max(0, leaves)][month] += lead.share(days);
                }
            }
        }
        return leaving;
    }

    /** An order a week; no week reaches into the next month, because months are what is looked at. */
    private void add(
            String product,
            double[] perOpenDay,
            double[][] leaving,
            Map<String, Double> prices,
            List<ForecastOrder> orders) {
        double quantity = 0;
        for (int at = 0; at < horizonDays; at++) {
            for (int month = 0; month < perOpenDay.length; month++) {
                quantity += leaving[at][month] * perOpenDay[month];
            }
            LocalDate date = day.plusDays(at);
            if (date.getDayOfWeek() == DayOfWeek.SUNDAY
                    || date.plusDays(1).getDayOfMonth() == 1
                    || at == horizonDays - 1) {
                if (quantity > 0) {
                    orders.add(new ForecastOrder(product, leaves(date), quantity, prices.getOrDefault(product, 0.0)));
                }
                quantity = 0;
            }
        }
    }

    /** The last open day of the week, in the same month where it has one. */
    private LocalDate leaves(LocalDate last) {
        LocalDate leaves = open.lastBy(last);
        return leaves.isBefore(day) || leaves.getMonthValue() != last.getMonthValue() ? last : leaves;
    }

    /** What each was ordered for in the last three months on average, else by its last order. */
    private Map<String, Double> prices() {
        var lately = new HashMap<String, double[]>();
        var prices = new HashMap<String, Double>();
        known.lines().stream()
                .sorted(Comparator.comparing(OrderLine::ordered).thenComparing(OrderLine::id))
                .forEach(line -> {
                    prices.put(line.product(), line.price());
                    if (line.ordered().isAfter(day.minusDays(DAYS_OF_PRICE))) {
                        double[] sum = lately.computeIfAbsent(line.product(), p -> new double[2]);
                        sum[0] += line.quantity() * line.price();
                        sum[1] += line.quantity();
                    }
                });
        lately.forEach((product, sum) -> {
            if (sum[1] > 0) {
                prices.put(product, sum[0] / sum[1]);
            }
        });
        return prices;
    }
}
