package io.sandtable.datasets.mapped;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.mapped.Mapping.Condition;
import io.sandtable.datasets.mapped.Mapping.FactRule;
import io.sandtable.datasets.mapped.Mapping.NodeRule;
import io.sandtable.datasets.mapped.Mapping.RelationRule;
import io.sandtable.datasets.mapped.Mapping.ValueRule;
import io.sandtable.datasets.reading.Cell;
import io.sandtable.datasets.reading.Decimals;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Nearest;
import io.sandtable.datasets.reading.ValueTotals;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.ValueKind;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts that the rows of one table say. */
final class FactMaker {
    private final List<FactRule> rules;
    private final Source source;
    private final String file;
    private final Takes takes;
    private final Draft draft;
    /** Rows in which a word of the mapping stands in, by columns and word. */
    private final Map<Assumed, Integer> assumed = new LinkedHashMap<>();
    /** Nodes whose rows give the points of a series. */
    private final Map<String, Series> series = new LinkedHashMap<>();

    /**
     * Where the rows stand.
     *
     * @param evidence who says what a rule makes of them
     * @param called what the file itself calls a column
     */
    record Source(String file, Function<FactRule, Evidence> evidence, UnaryOperator<String> called) {}

    /**
     * Who takes what they say.
     *
     * @param firstPlaces where what was said stands first, by rule and what it is about; over all files the rules are for
     * @param said names of the values that were said of each node, by rule and id
     */
    record Takes(
            Map<String, String> firstPlaces,
            Map<String, Set<String>> said,
            RowTally tally,
            Draft draft,
            ValueTotals totals) {}

    private record Assumed(String columns, String word) {}

    private record Series(NodeRule rule, String id, int row, Map<String, Object> values, Map<String, String> points) {}

    FactMaker(List<FactRule> rules, Source source, Takes takes) {
        this.rules = rules;
        this.source = source;
        this.file = source.file();
        this.takes = takes;
        this.draft = takes.draft();
    }

    void row(int row, UnaryOperator<String> cells) {
        for (int r = 0; r < rules.size(); r++) {
            FactRule rule = rules.get(r);
            if (rule.when().stream().allMatch(condition -> holds(condition, cells))) {
                takes.tally().says(row);
                switch (rule) {
                    case NodeRule node -> node(r, node, row, cells);
                    case RelationRule relation -> relation(r, relation, row, cells);
                }
            }
        }
    }

    /** To be called after the last row: series are facts now, and what stood in is said. */
    void end() {
        assumed.forEach((stands, rows) ->
                draft.problem(ProblemCode.VALUE_ASSUMED, file, 0, stands.columns(), stands.word(), rows.toString()));
        for (Series one : series.values()) {
            for (ValueRule value : one.rule().values()) {
                if (value.at() != null) {
                    String points = one.points().entrySet().stream()
                            .map(p -> p.getKey() + "=" + p.getValue())
                            .collect(Collectors.joining(";"));
                    Cell.read(value.attribute(), points, file, one.row(), columns(value.text()), draft)
                            .ifPresent(v -> one.values().put(value.attribute().name(), v));
                }
            }
            state(
                    new Fact.NodeFact(
                            one.rule().type(),
                            one.id(),
                            one.values(),
                            source.evidence().apply(one.rule()),
                            "" + one.row()),
                    one.row());
        }
    }

    private static boolean holds(Condition condition, UnaryOperator<String> cells) {
        String cell = condition.of().of(cells);
        return switch (condition.test()) {
            case PRESENT -> !cell.isEmpty();
            case BLANK -> cell.isEmpty();
            case ONE_OF -> condition.values().contains(cell);
            case NONE_OF -> !condition.values().contains(cell);
        };
    }

    private void node(int number, NodeRule rule, int row, UnaryOperator<String> cells) {
        String id = id(rule.id(), Set.of(rule.type()), row, cells);
        if (id.isEmpty()) {
            return;
        }
        boolean gathers = rule.values().stream().anyMatch(value -> value.at() != null);
        if (gathers) {
            Series of = series.computeIfAbsent(
                    number + "\t" + id,
                    k -> new Series(rule, id, row, values(rule, row, cells, new TreeMap<>()), new TreeMap<>()));
            rule.values().stream().filter(value -> value.at() != null).forEach(value -> point(of, value, row, cells));
            return;
        }
        boolean first = isNew(number, id, rule.once(), row, ProblemCode.ID_TWICE, id);
        var written = new TreeMap<String, String>();
        Map<String, Object> values = values(rule, row, cells, written);
        Set<String> said = takes.said().computeIfAbsent(number + "\t" + id, k -> new HashSet<>());
        if (first) {
            takes.totals().add(rule.type(), name -> written.getOrDefault(name, ""));
        } else {
            // a list that names it in passing may say less of it than the next one
            values.keySet().removeAll(said);
        }
        if (first || !values.isEmpty()) {
            said.addAll(values.keySet());
            state(new Fact.NodeFact(rule.type(), id, values, source.evidence().apply(rule), "" + row), row);
        }
    }

    private void point(Series of, ValueRule value, int row, UnaryOperator<String> cells) {
        String at =
                Written.plain(ValueKind.DATE, Objects.requireNonNull(value.at()).of(cells));
        String amount = text(value, row, cells);
        if (!at.isEmpty() && !amount.isEmpty()) {
            of.points().put(at, amount);
            takes.tally().repeats(row);
        }
    }

    private void relation(int number, RelationRule rule, int row, UnaryOperator<String> cells) {
        String from = id(rule.from(), rule.type().fromTypes(), row, cells);
        String to = id(rule.to(), rule.type().toTypes(), row, cells);
        if (from.isEmpty() || to.isEmpty()) {
            if (!from.isEmpty()) {
                draft.mention(rule.type(), from);
            }
            return;
        }
        String variant = rule.variant().of(cells);
        String about = from + "\t" + to + "\t" + variant;
        if (isNew(number, about, rule.once(), row, ProblemCode.RELATION_TWICE, from + " → " + to)) {
            Map<String, Object> values = values(rule, row, cells, new TreeMap<>());
            state(
                    new Fact.RelationFact(
                            rule.type(),
                            from,
                            to,
                            variant,
                            values,
                            source.evidence().apply(rule),
                            "" + row),
                    row);
        }
    }

    private void state(Fact fact, int row) {
        takes.tally().states(row);
        draft.state(fact, file, row);
    }

    private boolean isNew(int rule, String about, boolean once, int row, ProblemCode twice, String shown) {
        String first = takes.firstPlaces().putIfAbsent(rule + "\t" + about, file + ":" + row);
        if (first != null && !once) {
            draft.problem(
                    twice,
                    file,
                    row,
                    "",
                    shown,
                    first.startsWith(file + ":") ? first.substring(file.length() + 1) : first);
        }
        if (first != null && once) {
            takes.tally().repeats(row);
        }
        return first == null || !once;
    }

    /** Empty after reporting what is wrong with it. */
    private String id(Text text, Collection<NodeType> allowed, int row, UnaryOperator<String> cells) {
        String id = text.of(cells);
        if (id.isEmpty()) {
            draft.problem(ProblemCode.VALUE_MISSING, file, row, columns(text), "", text.toString());
            return "";
        }
        if (NodeType.ofId(id).filter(allowed::contains).isEmpty()) {
            String prefixes =
                    allowed.stream().sorted().map(t -> t.prefix() + "-…").collect(Collectors.joining("|"));
            draft.problem(ProblemCode.END_TYPE, file, row, columns(text), id, prefixes);
            return "";
        }
        return id;
    }

    /** As the file calls them; of several, those that it has. */
    private String columns(Text text) {
        List<String> there = text.columns().stream()
                .filter(column -> !source.called().apply(column).isEmpty())
                .toList();
        return (there.isEmpty() ? text.columns() : there)
                .stream()
                        .map(column ->
                                there.isEmpty() ? column : source.called().apply(column))
                        .collect(Collectors.joining("|"));
    }

    private Map<String, Object> values(
            FactRule rule, int row, UnaryOperator<String> cells, Map<String, String> written) {
        var values = new TreeMap<String, Object>();
        for (ValueRule value : rule.values()) {
            String name = value.attribute().name();
            boolean asked = value.at() == null && !written.containsKey(name);
            String text = asked ? text(value, row, cells) : "";
            if (!text.isEmpty()) {
                written.put(name, text);
                Cell.read(value.attribute(), text, file, row, columns(value.text()), draft)
                        .ifPresent(v -> values.put(name, v));
            }
        }
        return values;
    }

    /** The value as the graph writes it; empty where the row has none, or after reporting a word that means nothing. */
    private String text(ValueRule value, int row, UnaryOperator<String> cells) {
        String cell = value.text().of(cells);
        if (cell.isEmpty()) {
            return "";
        }
        Stream.of(value.text(), value.vat(), value.factorOf())
                .filter(Objects::nonNull)
                .forEach(text -> text.standsIn(cells)
                        .ifPresent(word -> assumed.merge(new Assumed(columns(text), word), 1, Integer::sum)));
        if (!value.words().isEmpty() || value.otherwise() != null) {
            String meaning = meaning(value.words(), cell);
            if (meaning == null && value.otherwise() != null && !value.words().isEmpty()) {
                assumed.merge(new Assumed(columns(value.text()) + " = " + cell, value.otherwise()), 1, Integer::sum);
            }
            meaning = meaning == null ? value.otherwise() : meaning;
            if (meaning == null) {
                unknown(value, cell, value.words().keySet(), columns(value.text()), row);
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
                unknown(value, unit, value.factors().keySet(), columns(value.factorOf()), row);
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
        draft.wrong(value.attribute(), file, row);
        draft.problem(
                cell.isEmpty() ? ProblemCode.VALUE_MISSING : ProblemCode.NUMBER_WRONG,
                file,
                row,
                columns(text),
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
        draft.wrong(value.attribute(), file, row);
        draft.problem(
                ProblemCode.WORD_UNKNOWN,
                file,
                row,
                column,
                word,
                Nearest.to(word, known).orElse(String.join("|", known)));
    }
}
