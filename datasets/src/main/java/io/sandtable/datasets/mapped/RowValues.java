package io.sandtable.datasets.mapped;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.mapped.FactMaker.Source;
import io.sandtable.datasets.mapped.Mapping.FactRule;
import io.sandtable.datasets.mapped.Mapping.ValueRule;
import io.sandtable.datasets.reading.Cell;
import io.sandtable.datasets.reading.Decimals;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Nearest;
import io.sandtable.model.ValueKind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The values that the cells of a row give: words, units, factors and VAT of the mapping applied. */
final class RowValues {
    private final Source source;
    private final Draft draft;
    /** Rows in which a word of the mapping stands in, by columns and word. */
    private final Map<Assumed, Integer> assumed = new LinkedHashMap<>();

    private record Assumed(String columns, String word) {}

    RowValues(Source source, Draft draft) {
        this.source = source;
        this.draft = draft;
    }

    /** To be called after the last row: says what stood in. */
    void end() {
        assumed.forEach((stands, rows) -> draft.problem(
                ProblemCode.VALUE_ASSUMED, source.file(), 0, stands.columns(), stands.word(), rows.toString()));
    }

    /** All that can be read; how it is written goes into the last map. */
    Map<String, Object> of(FactRule rule, int row, UnaryOperator<String> cells, Map<String, String> written) {
        var values = new TreeMap<String, Object>();
        for (ValueRule value : rule.values()) {
            String name = value.attribute().name();
            boolean asked = value.at() == null && !written.containsKey(name);
            String text = asked ? text(value, row, cells) : "";
            if (!text.isEmpty()) {
                written.put(name, text);
                Cell.read(value.attribute(), text, source.file(), row, () -> source.columns(value.text()), draft)
                        .ifPresent(v -> values.put(name, v));
            }
        }
        return values;
    }

    /** The value as the graph writes it; empty where the row has none, or after reporting a word that means nothing. */
    String text(ValueRule value, int row, UnaryOperator<String> cells) {
        String cell = value.text().of(cells);
        if (cell.isEmpty()) {
            return "";
        }
        noteStandIn(value.text(), cells);
        noteStandIn(value.vat(), cells);
        noteStandIn(value.factorOf(), cells);
        if (!value.words().isEmpty() || value.otherwise() != null) {
            String meaning = meaning(value.words(), cell);
            if (meaning == null && value.otherwise() != null && !value.words().isEmpty()) {
                assumed.merge(
                        new Assumed(source.columns(value.text()) + " = " + cell, value.otherwise()), 1, Integer::sum);
            }
            meaning = meaning == null ? value.otherwise() : meaning;
            if (meaning == null) {
                unknown(value, cell, value.words().keySet(), source.columns(value.text()), row);
                return "";
            }
            return meaning;
        }
        String plain = Written.plain(value.attribute().kind(), cell);
        BigDecimal factor = BigDecimal.valueOf(value.times());
        if (value.factorOf() != null) {
            String unit = value.factorOf().of(cells);
            Double of = value.factors().get(unit);
            if (of == null) {
                unknown(value, unit, value.factors().keySet(), source.columns(value.factorOf()), row);
                return "";
            }
            factor = factor.multiply(BigDecimal.valueOf(of));
        }
        Optional<BigDecimal> per = divisor(value, value.per(), row, cells);
        Optional<BigDecimal> vat = divisor(value, value.vat(), row, cells);
        if (per.isEmpty() || vat.isEmpty()) {
            return "";
        }
        BigDecimal divisor = value.vat() == null ? per.get() : per.get().multiply(withTax(vat.get()));
        return scaled(plain, factor, divisor);
    }

    private void noteStandIn(@Nullable Text text, UnaryOperator<String> cells) {
        if (text != null && text.mayStandIn()) {
            text.standsIn(cells)
                    .ifPresent(word -> assumed.merge(new Assumed(source.columns(text), word), 1, Integer::sum));
        }
    }

    /** Case makes no difference where no word is written so. */
    private static @Nullable String meaning(Map<String, String> words, String cell) {
        String exact = words.get(cell);
        return exact != null
                ? exact
                : words.entrySet().stream()
                        .filter(word -> word.getKey().equalsIgnoreCase(cell))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static BigDecimal withTax(BigDecimal percent) {
        return percent.movePointLeft(2).add(BigDecimal.ONE);
    }

    /** The number of the text, 1 where the mapping has none; empty after reporting one that cannot be divided by. */
    private Optional<BigDecimal> divisor(ValueRule value, @Nullable Text text, int row, UnaryOperator<String> cells) {
        if (text == null) {
            return Optional.of(BigDecimal.ONE);
        }
        String cell = text.of(cells);
        String written = Written.plain(ValueKind.NUMBER, cell);
        boolean tax = text == value.vat();
        if (Decimals.isOne(written)) {
            var number = new BigDecimal(written);
            // 0.13 for 13 % would make every price an eighth too high
            boolean possible =
                    tax ? number.signum() == 0 || number.compareTo(BigDecimal.ONE) >= 0 : number.signum() > 0;
            if (possible) {
                return Optional.of(number);
            }
        }
        draft.wrong(value.attribute(), source.file(), row);
        draft.problem(
                cell.isEmpty() ? ProblemCode.VALUE_MISSING : ProblemCode.NUMBER_WRONG,
                source.file(),
                row,
                source.columns(text),
                cell,
                tax ? "13" : "100");
        return Optional.empty();
    }

    /** What is no number stays, and is reported as what it is. */
    private static String scaled(String plain, BigDecimal factor, BigDecimal divisor) {
        if (factor.compareTo(BigDecimal.ONE) == 0 && divisor.compareTo(BigDecimal.ONE) == 0) {
            return plain;
        }
        return Decimals.isOne(plain)
                ? new BigDecimal(plain)
                        .multiply(factor)
                        .divide(divisor, Decimals.DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                : plain;
    }

    private void unknown(ValueRule value, String word, Set<String> known, String column, int row) {
        draft.wrong(value.attribute(), source.file(), row);
        draft.problem(
                ProblemCode.WORD_UNKNOWN,
                source.file(),
                row,
                column,
                word,
                Nearest.to(word, known).orElse(String.join("|", known)));
    }
}
