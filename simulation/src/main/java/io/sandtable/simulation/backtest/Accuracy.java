package io.sandtable.simulation.backtest;

import io.sandtable.model.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** How far what was said lay from what happened. */
public final class Accuracy {
    private Accuracy() {}

    /** |said − happened| / |happened| in percent; empty where nothing happened. */
    public static OptionalDouble deviationPercent(Money said, Money happened) {
        return happened.minor() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * Math.abs(said.minor() - happened.minor()) / Math.abs(happened.minor()));
    }

    /**
     * Weighted absolute percentage error over all products and months: Σ |said − happened| / Σ happened of the quantities delivered, a product's unit weighing
     * what it was sold for on average, so that different units can be added. Empty where nothing happened.
     */
    public static OptionalDouble wapePercent(List<Performance> said, List<Performance> happened) {
        Map<String, Double> price = prices(happened);
        double missed = 0;
        double all = 0;
        for (int i = 0; i < happened.size(); i++) {
            var cells = new TreeSet<>(happened.get(i).cells().keySet());
            cells.addAll(said.get(i).cells().keySet());
            for (Performance.Cell cell : cells) {
                double unit = price.getOrDefault(cell.product(), 0.0);
                double there = happened.get(i).of(cell).delivered();
                missed += unit * Math.abs(said.get(i).of(cell).delivered() - there);
                all += unit * there;
            }
        }
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100 * missed / all);
    }

    private static Map<String, Double> prices(List<Performance> happened) {
        var sold = new HashMap<String, Amounts>();
        happened.forEach(p -> p.cells().forEach((cell, amounts) -> sold.merge(cell.product(), amounts, Amounts::plus)));
        var prices = new HashMap<String, Double>();
        sold.forEach((product, amounts) -> {
            if (amounts.delivered() > 0) {
                prices.put(product, amounts.revenue().minor() / amounts.delivered());
            }
        });
        return prices;
    }
}
