package io.sandtable.datasets.history;

import io.sandtable.datasets.history.Trade.Part;
import io.sandtable.datasets.history.Trade.Product;
import io.sandtable.datasets.history.Trade.Raw;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The buyer's desk: orders up to so many days of use when what is there and on its way falls below the lead time and a week. */
final class Buying {
    /** How much a day counts in the average use. */
    private static final double SMOOTHING = 1 / 40.0;

    private static final int BUY_AT_DAYS = 7;
    private static final int BUY_UP_TO_DAYS = 18;
    private static final int OPENING_DAYS = 30;

    /** A purchase; {@code delivered} is null while it is on its way. */
    static final class Purchase {
        final String id;
        final Raw raw;
        final double quantity;
        final double price;
        final LocalDate ordered;
        final LocalDate due;
        private final LocalDate arrives;

        @Nullable
        LocalDate delivered;

        double rejected;

        private Purchase(
                String id,
                Raw raw,
                double quantity,
                double price,
                LocalDate ordered,
                LocalDate due,
                LocalDate arrives) {
            this.id = id;
            this.raw = raw;
            this.quantity = quantity;
            this.price = price;
            this.ordered = ordered;
            this.due = due;
            this.arrives = arrives;
        }
    }

    private final Trade trade;
    private final Goods goods;
    private final PriceBook prices;
    private final RandomGenerator dice;
    private final List<Purchase> purchases = new ArrayList<>();
    private final Map<String, Double> dailyUse = new HashMap<>();
    private int issuesSeen;

    Buying(Trade trade, Chance chance, Goods goods, PriceBook prices) {
        this.trade = trade;
        this.goods = goods;
        this.prices = prices;
        this.dice = chance.of("buying");
    }

    /** What is in store on the first day: a month's use of everything. */
    void open(LocalDate day) {
        for (Product product : trade.products()) {
            for (Part part : product.parts()) {
                double use = product.monthly() / 30 * part.quantity() * (1 + part.waste() / 100);
                dailyUse.merge("MAT-" + part.raw(), use, Double::sum);
            }
        }
        trade.raws()
                .forEach(raw -> goods.receive(
                        raw.id(), Math.ceil(use(raw) * OPENING_DAYS), prices.material(raw.id(), day), day, ""));
    }

    void receive(LocalDate day) {
        for (Purchase purchase : purchases) {
            if (purchase.delivered == null && !purchase.arrives.isAfter(day)) {
                purchase.delivered = day;
                purchase.rejected =
                        Math.floor(purchase.quantity * purchase.raw.rejects() / 100 * 2 * dice.nextDouble());
                goods.receive(
                        purchase.raw.id(), purchase.quantity - purchase.rejected, purchase.price, day, purchase.id);
            }
        }
    }

    /** @param jobs released work orders, whose material is spoken for */
    void order(LocalDate day, List<Job> jobs) {
        learn();
        for (Raw raw : trade.raws()) {
            double position = goods.onHand(raw.id()) + onOrder(raw) - spokenFor(raw, jobs);
            if (position < use(raw) * (raw.lead() + BUY_AT_DAYS)) {
                double wanted = use(raw) * (raw.lead() + BUY_UP_TO_DAYS) - position;
                buy(raw, Math.max(raw.minimum(), Math.ceil(wanted / raw.multiple()) * raw.multiple()), day);
            }
        }
    }

    private void buy(Raw raw, double quantity, LocalDate day) {
        LocalDate due = day.plusDays(raw.lead());
        boolean late = dice.nextDouble() * 100 >= raw.onTime();
        LocalDate arrives = late ? due.plusDays(1 + dice.nextInt(2 * raw.spread())) : due;
        purchases.add(new Purchase(
                "PUR-%05d".formatted(purchases.size() + 1),
                raw,
                quantity,
                prices.material(raw.id(), day),
                day,
                due,
                WorkDays.isWorked(arrives) ? arrives : WorkDays.nextAfter(arrives)));
    }

    private double onOrder(Raw raw) {
        return purchases.stream()
                .filter(p -> p.raw == raw && p.delivered == null)
                .mapToDouble(p -> p.quantity)
                .sum();
    }

    private static double spokenFor(Raw raw, List<Job> jobs) {
        double sum = 0;
        for (Job job : jobs) {
            for (int step = job.begun ? job.step + 1 : job.step;
                    step < job.product.steps().size();
                    step++) {
                String station = job.product.steps().get(step).station();
                for (Part part : job.product.parts()) {
                    if (part.raw().equals(raw.code()) && part.station().equals(station)) {
                        sum += job.quantity * part.quantity() * (1 + part.waste() / 100);
                    }
                }
            }
        }
        return sum;
    }

    private double use(Raw raw) {
        return dailyUse.getOrDefault(raw.id(), 0.0);
    }

    /** The day's issues go into the average. */
    private void learn() {
        var today = new HashMap<String, Double>();
        Map<String, String> itemOf = new HashMap<>();
        goods.lots().forEach(lot -> itemOf.put(lot.id, lot.item));
        List<Goods.Move> issues = goods.issues();
        for (; issuesSeen < issues.size(); issuesSeen++) {
            Goods.Move move = issues.get(issuesSeen);
            today.merge(itemOf.getOrDefault(move.to(), ""), move.quantity(), Double::sum);
        }
        dailyUse.replaceAll((item, use) -> use + SMOOTHING * (today.getOrDefault(item, 0.0) - use));
    }

    List<Purchase> purchases() {
        return purchases;
    }
}
