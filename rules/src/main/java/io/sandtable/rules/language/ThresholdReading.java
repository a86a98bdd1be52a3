package io.sandtable.rules.language;

import io.sandtable.rules.Comparison;
import io.sandtable.rules.Quantity;
import io.sandtable.rules.Statement;
import io.sandtable.rules.grammar.Sentence;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When a rule begins to hold: a figure passes a value. */
final class ThresholdReading extends ClauseReading {
    private static final Map<Integer, String> METRICS = metrics();

    ThresholdReading(Clause clause, LocalDate asOf, Statement.Source source) {
        super(clause, asOf, source);
    }

    private static Map<Integer, String> metrics() {
        var metrics = new LinkedHashMap<Integer, String>();
        metrics.put(Sentence.PRICE, "price");
        metrics.put(Sentence.ON_TIME, "OTD");
        metrics.put(Sentence.FILL_RATE, "FILL_RATE");
        metrics.put(Sentence.CASH, "cash");
        metrics.put(Sentence.MARGIN, "margin");
        metrics.put(Sentence.LOSS, "loss");
        metrics.put(Sentence.REVENUE, "revenue");
        metrics.put(Sentence.PURCHASE_BUDGET, "purchase");
        metrics.put(Sentence.LATENESS, "lateness");
        metrics.put(Sentence.HALT, "downtime");
        metrics.put(Sentence.STOCK, "stock");
        metrics.put(Sentence.DEMAND, "demand");
        return metrics;
    }

    /** A threshold says nothing alone. */
    @Override
    Optional<Draft> draft() {
        return Optional.empty();
    }

    /** The slot {@code condition}, or empty where no figure or no value is told. */
    Optional<Map<String, Object>> condition() {
        List<String> metrics = METRICS.entrySet().stream()
                .filter(m -> clause.has(m.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        boolean dearer = clause.has(Sentence.DEARER) || clause.has(Sentence.CHEAPER);
        boolean perUnit = clause.amounts().stream().anyMatch(a -> a.measure() == Amount.Measure.PRICE);
        String metric =
                metrics.size() == 1 ? metrics.getFirst() : metrics.isEmpty() && (dearer || perUnit) ? "price" : "";
        if (metric.isEmpty() || clause.amounts().size() != 1 || !clause.times().isEmpty() || clause.has(Sentence.PER)) {
            return Optional.empty();
        }
        Amount amount = clause.amounts().getFirst();
        boolean up = clause.has(Sentence.UP) || clause.has(Sentence.DEARER);
        boolean down = clause.has(Sentence.DOWN) || clause.has(Sentence.CHEAPER);
        boolean moves = (up || down)
                && amount.measure() == Amount.Measure.PERCENT
                && metric.equals("price")
                && !clause.has(Sentence.TO);
        if (up && down) {
            return Optional.empty();
        }
        return comparison(up, down).map(side -> {
            Quantity value = moves
                    ? new Quantity(down ? -amount.value() : amount.value(), "%", Quantity.Form.RELATIVE)
                    : Quantities.threshold(metric, amount);
            var condition = new TreeMap<String, Object>();
            condition.put("metric", metric);
            condition.put("entities", entities());
            condition.put("comparator", (moves && down ? mirrored(side) : side).name());
            condition.put("quantity", Quantities.slot(value));
            if (!open.isEmpty()) {
                throw new Unclear(open.getFirst());
            }
            return condition;
        });
    }

    private Optional<Comparison> comparison(boolean up, boolean down) {
        if (clause.has(Sentence.AT_MOST_SO) && clause.side().isPresent()) {
            // 跌到85%以下 is under it
            return Optional.of(Comparison.LT);
        }
        return clause.side()
                .or(() -> up ? Optional.of(Comparison.GE) : down ? Optional.of(Comparison.LE) : Optional.empty());
    }

    private static Comparison mirrored(Comparison side) {
        return switch (side) {
            case GT -> Comparison.LT;
            case GE -> Comparison.LE;
            case LT -> Comparison.GT;
            case LE -> Comparison.GE;
            case EQ -> Comparison.EQ;
        };
    }
}
