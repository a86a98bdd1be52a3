package io.sandtable.simulation.backtest;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What was planned, or what happened, by month and product. */
public final class Performance {
    private final NavigableMap<Cell, Amounts> cells = new TreeMap<>();

    /** A product in a month. */
    public record Cell(YearMonth month, String product) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byMonth = month.compareTo(other.month);
            return byMonth != 0 ? byMonth : product.compareTo(other.product);
        }
    }

    /** Adds to what is there of the product in the month. */
    public void add(YearMonth month, String product, Amounts amounts) {
        cells.merge(new Cell(month, product), amounts, Amounts::plus);
    }

    public Map<Cell, Amounts> cells() {
        return Collections.unmodifiableMap(cells);
    }

    /** Of one product in one month. */
    public Amounts of(Cell cell) {
        return cells.getOrDefault(cell, Amounts.NONE);
    }

    /** The sum of the cells that fit. */
    public Amounts sum(Predicate<Cell> fits) {
        return cells.entrySet().stream()
                .filter(cell -> fits.test(cell.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Amounts.NONE, Amounts::plus);
    }

    /** All of a period. */
    public Amounts of(Period period) {
        return sum(cell -> isIn(cell.month(), period));
    }

    /** One month of it, by product. */
    public SortedMap<String, Amounts> in(YearMonth month) {
        var products = new TreeMap<String, Amounts>();
        only(cell -> cell.month().equals(month))
                .cells
                .forEach((cell, amounts) -> products.put(cell.product(), amounts));
        return products;
    }

    /** Only what is in the period. */
    Performance within(Period period) {
        return only(cell -> isIn(cell.month(), period));
    }

    /** Only the cells that fit. */
    public Performance only(Predicate<Cell> fits) {
        var only = new Performance();
        cells.forEach((cell, amounts) -> {
            if (fits.test(cell)) {
                only.cells.put(cell, amounts);
            }
        });
        return only;
    }

    private static boolean isIn(YearMonth month, Period period) {
        return !month.isBefore(period.first()) && month.isBefore(period.first().plusMonths(period.months()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Performance performance && cells.equals(performance.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return cells.toString();
    }
}
