package io.sandtable.datasets.reading;

import io.sandtable.model.Attributes;
import io.sandtable.model.Fact.NodeFact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Series;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sums over the written cells, so that the sums over the facts have something to be held against. */
public final class ValueTotals {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    /** What measured values carry beyond it is the noise of binary fractions. */
    private static final int SUM_DECIMALS = 6;

    private final Draft draft;
    private final Map<Total, BigDecimal> sums = new TreeMap<>();
    /** Dated values by the file that they stand in. */
    private final Map<String, Points> series = new TreeMap<>();

    public ValueTotals(Draft draft) {
        this.draft = draft;
    }

    /** So many rows of the file say something. */
    public void rows(String file, int rows) {
        rows(file, rows, 0);
    }

    /** @param merged of the rows, those that repeat or go on with what others said, and state nothing of their own */
    public void rows(String file, int rows, int merged) {
        draft.total(
                "rows",
                file,
                "rows",
                BigDecimal.valueOf(rows),
                good -> BigDecimal.valueOf(merged
                        + good.stream()
                                .filter(s -> s.file().equals(file))
                                .map(Statement::row)
                                .distinct()
                                .count()));
    }

    /** Takes in one row about a node, as it is written. */
    public void add(NodeType type, Function<String, String> cell) {
        Total total = total(type, cell);
        if (total != null) {
            sums.merge(total, amount(type, cell), BigDecimal::add);
        }
    }

    /**
     * Takes in one dated value of a series.
     *
     * @param added whether it is added to a point that is there, so that it makes none of its own
     */
    public void point(String file, BigDecimal value, boolean added) {
        Points points = series.computeIfAbsent(file, f -> new Points());
        points.count += added ? 0 : 1;
        // a fact holds no more digits
        boolean exact = value.precision() <= Decimals.DIGITS.getPrecision();
        points.sum = points.sum.add(exact ? value : BigDecimal.valueOf(value.doubleValue()));
    }

    private static final class Points {
        private long count;
        private BigDecimal sum = BigDecimal.ZERO;
    }

    /** Promises the sums to the draft; to be called once, after the last row. */
    public void sums() {
        series.forEach((file, written) -> {
            draft.total(
                    "series-points",
                    file,
                    "points",
                    BigDecimal.valueOf(written.count),
                    good -> BigDecimal.valueOf(points(file, good).count()));
            draft.total("series-sum", file, "", rounded(written.sum), good -> sum(points(file, good)));
        });
        sums.forEach((total, sum) ->
                draft.total(total.what(), total.subject(), total.unit(), sum, good -> total.over(good)));
    }

    private static Stream<Double> points(String file, List<Statement> good) {
        return good.stream()
                .filter(s -> s.file().equals(file))
                .map(s -> s.fact().values().get(Attributes.POINTS.name()))
                .filter(String.class::isInstance)
                .flatMap(points -> Series.parse((String) points).points().values().stream());
    }

    private static BigDecimal sum(Stream<Double> values) {
        return rounded(values.map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal rounded(BigDecimal sum) {
        return sum.setScale(SUM_DECIMALS, RoundingMode.HALF_UP);
    }

    private static @org.jspecify.annotations.Nullable Total total(NodeType type, Function<String, String> cell) {
        boolean open = cell.apply("status").equals("open");
        return switch (type) {
            case STOCK_LOT -> new Total("stock-value", "", "CNY");
            case ACCOUNT -> new Total("account", cell.apply("kind"), "CNY");
            case ORDER -> open ? new Total("order-value", "open", "CNY") : null;
            case PURCHASE_ORDER -> {
                String currency = cell.apply("currency");
                yield open ? new Total("purchase-value", "open", currency.isEmpty() ? "CNY" : currency) : null;
            }
            default -> null;
        };
    }

    private static BigDecimal amount(NodeType type, Function<String, String> cell) {
        return switch (type) {
            case STOCK_LOT -> number(cell.apply("quantity")).multiply(number(cell.apply("unitCost")));
            case ACCOUNT -> number(cell.apply("amount"));
            default -> number(cell.apply("quantity")).multiply(number(cell.apply("price")));
        };
    }

    private static BigDecimal number(String cell) {
        return NUMBER.matcher(cell).matches() ? new BigDecimal(cell) : BigDecimal.ZERO;
    }

    private record Total(String what, String subject, String unit) implements Comparable<Total> {
        BigDecimal over(List<Statement> good) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Statement s : good) {
                if (s.fact() instanceof NodeFact node) {
                    Function<String, String> value =
                            name -> written(node.values().get(name));
                    if (equals(total(node.type(), value))) {
                        sum = sum.add(amount(node.type(), value));
                    }
                }
            }
            return sum;
        }

        private static String written(@org.jspecify.annotations.Nullable Object value) {
            return value == null
                    ? ""
                    : value instanceof Double d ? BigDecimal.valueOf(d).toPlainString() : value.toString();
        }

        @Override
        public int compareTo(Total other) {
            return toString().compareTo(other.toString());
        }
    }
}
