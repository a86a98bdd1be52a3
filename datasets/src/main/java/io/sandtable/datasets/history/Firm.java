package io.sandtable.datasets.history;

import io.sandtable.datasets.history.Market.Wanted;
import io.sandtable.datasets.history.Trade.Buyer;
import io.sandtable.datasets.history.Trade.Part;
import io.sandtable.datasets.history.Trade.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A company from its first day to the day the files speak of: takes orders, makes, buys, ships; its books are what it wrote down on the way. */
final class Firm {
    static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    /** Days before an order is due that work on it may be released. */
    private static final int RELEASE_DAYS = 18;

    /** To stock: made when what is free falls below so many days of use, up to so many. */
    private static final int MAKE_AT_DAYS = 2;

    private static final int MAKE_UP_TO_DAYS = 5;
    private static final int STOCK_JOB_DAYS = 7;
    private static final double SMOOTHING = 1 / 30.0;
    /** What the stock of the first day is valued at: material and this much on top for work. */
    private static final double OPENING_WORK = 1.12;

    /** A customer's order; {@code delivered} is null while it is open. */
    static final class Order {
        final String id;
        final Product product;
        final Buyer buyer;
        final double quantity;
        final double price;
        final LocalDate ordered;
        final LocalDate due;

        @Nullable
        LocalDate delivered;

        private Order(String id, Wanted wanted, double price, LocalDate ordered) {
            this.id = id;
            this.product = wanted.product();
            this.buyer = wanted.buyer();
            this.quantity = wanted.quantity();
            this.price = price;
            this.ordered = ordered;
            this.due = wanted.due();
        }
    }

    /** A work order for an order that is not yet to be released. */
    private record Later(LocalDate release, Job job) {}

    private final Trade trade;
    private final PriceBook prices;
    private final Goods goods = new Goods();
    private final Market market;
    private final Shop shop;
    private final Buying buying;
    private final List<Order> orders = new ArrayList<>();
    private final List<Order> open = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<Later> later = new ArrayList<>();
    private final Map<String, Double> dailyUse = new HashMap<>();

    private Firm(Trade trade) {
        this.trade = trade;
        var chance = new Chance(trade.seed());
        this.prices = new PriceBook(trade, chance, FIRST);
        this.market = new Market(trade, chance, FIRST);
        this.shop = new Shop(trade, chance, goods, prices);
        this.buying = new Buying(trade, chance, goods, prices);
    }

    /** All that happened. */
    static Firm lived(Trade trade) {
        var firm = new Firm(trade);
        firm.open();
        for (LocalDate day = FIRST; !day.isAfter(AS_OF); day = day.plusDays(1)) {
            firm.live(day);
        }
        return firm;
    }

    private void open() {
        buying.open(FIRST);
        for (Product product : trade.products()) {
            dailyUse.put(product.id(), product.monthly() / 30);
            if (product.batch() > 0) {
                goods.receive(product.id(), Math.ceil(product.monthly() / 2), openingCost(product), FIRST, "");
            }
        }
    }

    private double openingCost(Product product) {
        double cost = 0;
        for (Part part : product.parts()) {
            cost += part.quantity() * (1 + part.waste() / 100) * prices.material("MAT-" + part.raw(), FIRST);
        }
        return Math.round(cost * OPENING_WORK * 1e4) / 1e4;
    }

    private void live(LocalDate day) {
        prices.begin(day);
        buying.receive(day);
        takeOrders(day);
        release(day);
        buying.order(day, shop.jobs());
        if (WorkDays.isWorked(day)) {
            shop.work(day);
            ship(day);
        }
    }

    private void takeOrders(LocalDate day) {
        var today = new HashMap<String, Double>();
        for (Wanted wanted : market.on(day)) {
            var order = new Order(
                    "ORD-%05d".formatted(orders.size() + 1),
                    wanted,
                    Math.round(prices.salesPrice(wanted.product()) * 100) / 100.0,
                    day);
            double free = free(order.product);
            orders.add(order);
            open.add(order);
            today.merge(order.product.id(), order.quantity, Double::sum);
            if (order.product.batch() == 0 && free < order.quantity) {
                LocalDate start = order.due.minusDays(RELEASE_DAYS);
                later.add(new Later(
                        start.isBefore(day) ? day : start, job(order.product, order.quantity - free, order.due)));
            }
        }
        dailyUse.replaceAll((item, use) -> use + SMOOTHING * (today.getOrDefault(item, 0.0) - use));
    }

    /** What is there or being made and nobody has ordered; never less than nothing. */
    private double free(Product product) {
        double making = shop.jobs().stream()
                        .filter(job -> job.product == product)
                        .mapToDouble(job -> job.wanted)
                        .sum()
                + later.stream()
                        .filter(l -> l.job.product == product)
                        .mapToDouble(l -> l.job.wanted)
                        .sum();
        double ordered = open.stream()
                .filter(order -> order.product == product)
                .mapToDouble(order -> order.quantity)
                .sum();
        double free = goods.onHand(product.id()) + making - ordered;
        return product.batch() == 0 ? Math.max(0, free) : free;
    }

    private Job job(Product product, double wanted, LocalDate due) {
        var job = new Job("WOR-%05d".formatted(jobs.size() + 1), product, wanted, Job.toStart(product, wanted), due);
        jobs.add(job);
        return job;
    }

    private void release(LocalDate day) {
        for (Later waiting : List.copyOf(later)) {
            if (!waiting.release.isAfter(day)) {
                later.remove(waiting);
                shop.release(waiting.job);
            }
        }
        for (Product product : trade.products()) {
            double use = dailyUse.getOrDefault(product.id(), 0.0);
            if (product.batch() > 0 && free(product) < use * MAKE_AT_DAYS) {
                while (free(product) < use * MAKE_UP_TO_DAYS) {
                    shop.release(job(product, product.batch(), day.plusDays(STOCK_JOB_DAYS)));
                }
            }
        }
    }

    /** What is due before the next working day leaves, the oldest first. */
    private void ship(LocalDate day) {
        LocalDate next = WorkDays.nextAfter(day);
        List<Order> due = open.stream()
                .filter(order -> order.due.isBefore(next))
                .sorted(Comparator.<Order, LocalDate>comparing(order -> order.due)
                        .thenComparing(order -> order.id))
                .toList();
        for (Order order : due) {
            if (goods.onHand(order.product.id()) >= order.quantity) {
                goods.ship(order.product.id(), order.quantity, order.id, day);
                order.delivered = day;
                open.remove(order);
            }
        }
    }

    Trade trade() {
        return trade;
    }

    PriceBook prices() {
        return prices;
    }

    Goods goods() {
        return goods;
    }

    List<Order> orders() {
        return orders;
    }

    List<Buying.Purchase> purchases() {
        return buying.purchases();
    }

    /** All work orders that were released, done or not. */
    List<Job> jobs() {
        return jobs.stream()
                .filter(job -> later.stream().noneMatch(l -> l.job == job))
                .toList();
    }
}
