package io.sandtable.datasets.history;

import io.sandtable.datasets.history.Trade.Product;
import io.sandtable.datasets.history.Trade.Raw;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** What things cost on a day: materials drift from month to month, wages rise in April, power is dearer in summer, sales prices are renegotiated in January and July. */
final class PriceBook {
    /** Half of what a product's material has become dearer is passed on when prices are renegotiated. */
    private static final double PASSED_ON = 0.5;

    private static final double SUMMER = 1.06;

    private final Trade trade;
    private final RandomGenerator dice;
    private final Map<String, TreeMap<LocalDate, Double>> material = new LinkedHashMap<>();
    private final Map<String, Double> sales = new HashMap<>();
    private final Map<String, Double> materialAtLastTalk = new HashMap<>();
    private final TreeMap<LocalDate, Double> wages = new TreeMap<>();
    private final TreeMap<LocalDate, Double> power = new TreeMap<>();

    PriceBook(Trade trade, Chance chance, LocalDate first) {
        this.trade = trade;
        this.dice = chance.of("prices");
        trade.raws().forEach(raw -> material.put(raw.id(), new TreeMap<>(Map.of(first, raw.price()))));
        trade.products().forEach(p -> {
            sales.put(p.id(), p.price());
            materialAtLastTalk.put(p.id(), materialCost(p, first));
        });
        wages.put(first, trade.wage());
        power.put(first, trade.power());
    }

    void begin(LocalDate day) {
        if (day.getDayOfMonth() != 1) {
            return;
        }
        trade.raws().forEach(raw -> drift(raw, day));
        if (day.getMonthValue() == 4) {
            wages.put(day, cents(wage(day) * (1.04 + 0.01 * dice.nextGaussian())));
        }
        if (day.getMonthValue() == 7 || day.getMonthValue() == 10) {
            power.put(day, cents(trade.power() * (day.getMonthValue() == 7 ? SUMMER : 1)));
        }
        if (day.getMonthValue() == 1 || day.getMonthValue() == 7) {
            trade.products().forEach(product -> negotiate(product, day));
        }
    }

    /** A walk that is drawn back to where it began by a twenty-fifth a month. */
    private void drift(Raw raw, LocalDate day) {
        double now = material(raw.id(), day);
        double back = (raw.price() - now) / 25;
        points(raw.id()).put(day, cents((now + back) * Chance.factor(dice, raw.walk())));
    }

    private void negotiate(Product product, LocalDate day) {
        double cost = materialCost(product, day);
        double before = materialAtLastTalk.getOrDefault(product.id(), cost);
        double list = salesPrice(product);
        double asked = list + PASSED_ON * (cost - before) + list * (0.004 + 0.006 * dice.nextGaussian());
        sales.put(product.id(), cents(asked));
        materialAtLastTalk.put(product.id(), cost);
    }

    private double materialCost(Product product, LocalDate day) {
        return product.parts().stream()
                .mapToDouble(part -> part.quantity() * (1 + part.waste() / 100) * material("MAT-" + part.raw(), day))
                .sum();
    }

    double material(String raw, LocalDate day) {
        return points(raw).floorEntry(day).getValue();
    }

    double salesPrice(Product product) {
        return sales.getOrDefault(product.id(), product.price());
    }

    /** CNY an hour. */
    double wage(LocalDate day) {
        return wages.floorEntry(day).getValue();
    }

    /** CNY a kWh. */
    double power(LocalDate day) {
        return power.floorEntry(day).getValue();
    }

    TreeMap<LocalDate, Double> points(String raw) {
        return material.computeIfAbsent(raw, r -> new TreeMap<>());
    }

    TreeMap<LocalDate, Double> wages() {
        return wages;
    }

    TreeMap<LocalDate, Double> power() {
        return power;
    }

    private static double cents(double price) {
        return Math.round(price * 1e4) / 1e4;
    }
}
