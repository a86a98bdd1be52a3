package io.sandtable.datasets.demo;

import io.sandtable.datasets.demo.Customers.Customer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Order lines: what is open over the next 26 weeks, and what was delivered in the three years before. */
final class OrderBook {
    private static final int WEEKS_AHEAD = 26;
    private static final int WEEKS_BACK = 156;
    private static final LocalDate FIRST_MONDAY = DemoCompany.AS_OF.plusDays(2);

    /**
     * One order line.
     *
     * @param deliveredDate null while it is open
     */
    record Line(
            String code,
            ProductLine product,
            Customer customer,
            int quantity,
            double price,
            LocalDate orderDate,
            LocalDate dueDate,
            @Nullable LocalDate deliveredDate) {
        String id() {
            return "ORD-" + code;
        }

        double value() {
            return quantity * price;
        }
    }

    private final Costs costs;
    private final List<Line> open;
    private final List<Line> closed;

    OrderBook(Costs costs) {
        this.costs = costs;
        this.open = open(Dice.of("open orders"));
        this.closed = closed(Dice.of("closed orders"));
    }

    /** Open lines, earliest due first. */
    List<Line> open() {
        return open;
    }

    /** Delivered lines, earliest due first; one a week and product. */
    List<Line> closed() {
        return closed;
    }

    private List<Line> open(RandomGenerator dice) {
        var drafts = new ArrayList<Line>();
        for (ProductLine product : ProductLine.all()) {
            List<Customer> customers = Customers.of(product);
            double lines = dice.nextDouble() * 0.5;
            int turn = dice.nextInt(customers.size());
            for (int week = 0; week < WEEKS_AHEAD; week++) {
                LocalDate monday = FIRST_MONDAY.plusWeeks(week);
                double season = Season.factor(monday, product.growthPercent());
                if (season < 0.2) {
                    continue;
                }
                for (lines += product.linesPerWeek(); lines >= 1; lines--) {
                    double mean = product.weekly() / product.linesPerWeek() * season;
                    Customer customer = customers.get(turn++ % customers.size());
                    LocalDate due = workday(monday, dice);
                    drafts.add(new Line(
                            "",
                            product,
                            customer,
                            rounded(mean * dice.nextDouble(0.82, 1.18)),
                            price(product, customer, 1),
                            ordered(due, dice),
                            due,
                            null));
                }
            }
        }
        drafts.sort(Comparator.comparing(Line::dueDate)
                .thenComparing(l -> l.product().code()));
        return numbered(drafts, "SO-", 1001);
    }

    private List<Line> closed(RandomGenerator dice) {
        var drafts = new ArrayList<Line>();
        for (ProductLine product : ProductLine.all()) {
            List<Customer> customers = Customers.of(product);
            for (int week = -WEEKS_BACK; week < 0; week++) {
                LocalDate monday = FIRST_MONDAY.plusWeeks(week);
                double season = Season.factor(monday, product.growthPercent());
                int quantity = rounded(product.weekly() * season * dice.nextDouble(0.84, 1.16));
                Customer customer = customers.get(dice.nextInt(customers.size()));
                LocalDate due = monday.plusDays(dice.nextInt(5));
                boolean late = dice.nextInt(100) < 4;
                LocalDate delivered = late ? due.plusDays(dice.nextInt(1, 6)) : due.minusDays(dice.nextInt(0, 3));
                double yearsBack = -week / 52.0;
                if (quantity > 0) {
                    drafts.add(new Line(
                            "",
                            product,
                            customer,
                            quantity,
                            price(product, customer, 1 + 0.018 * Math.floor(yearsBack)),
                            due.minusDays(dice.nextInt(25, 60)),
                            due,
                            delivered.isAfter(DemoCompany.AS_OF) ? DemoCompany.AS_OF : delivered));
                }
            }
        }
        drafts.sort(Comparator.comparing(Line::dueDate)
                .thenComparing(l -> l.product().code()));
        return numbered(drafts, "SH-", 10001);
    }

    /** Call-offs reach the company four to ten weeks ahead; what is due later stands in the frame contract already. */
    private static LocalDate ordered(LocalDate due, RandomGenerator dice) {
        LocalDate day = due.minusDays(dice.nextInt(28, 75));
        return day.isBefore(DemoCompany.AS_OF) ? day : DemoCompany.AS_OF.minusDays(dice.nextInt(1, 30));
    }

    private double price(ProductLine product, Customer customer, double factor) {
        return Math.round(costs.salesPrice(product) * customer.priceFactor() * factor * 10) / 10.0;
    }

    private static int rounded(double quantity) {
        return quantity < 5 ? 0 : Math.max(10, (int) Math.round(quantity / 10) * 10);
    }

    /** A day from Monday to Friday on which the company works. */
    private static LocalDate workday(LocalDate monday, RandomGenerator dice) {
        LocalDate day = monday.plusDays(dice.nextInt(5));
        while (WorkingTime.TWO_SHIFTS.hoursOn(day) == 0 || day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static List<Line> numbered(List<Line> drafts, String prefix, int first) {
        var lines = new ArrayList<Line>();
        for (Line draft : drafts) {
            lines.add(new Line(
                    prefix + (first + lines.size()),
                    draft.product(),
                    draft.customer(),
                    draft.quantity(),
                    draft.price(),
                    draft.orderDate(),
                    draft.dueDate(),
                    draft.deliveredDate()));
        }
        return List.copyOf(lines);
    }
}
