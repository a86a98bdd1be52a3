package io.sandtable.datasets.mapped;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.mapped.Mapping.Condition;
import io.sandtable.datasets.mapped.Mapping.FactRule;
import io.sandtable.datasets.mapped.Mapping.NodeRule;
import io.sandtable.datasets.mapped.Mapping.RelationRule;
import io.sandtable.datasets.mapped.Mapping.Unpivot;
import io.sandtable.datasets.mapped.Mapping.ValueRule;
import io.sandtable.datasets.reading.Cell;
import io.sandtable.datasets.reading.Decimals;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.ValueTotals;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.NodeType;
import io.sandtable.model.ValueKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;

/** The facts that the rows of one table say. */
final class FactMaker {
    private final List<FactRule> rules;
    private final Source source;
    private final String file;
    private final Takes takes;
    private final Draft draft;
    private final RowValues values;
    /** Nodes whose rows give the points of a series. */
    private final Map<String, Series> series = new LinkedHashMap<>();

    private final Map<String, LocalDate> days = new HashMap<>();

    /**
     * Where the rows stand.
     *
     * @param evidence who says what a rule makes of them
     * @param called what the file itself calls a column
     * @param unpivot how a wide table's columns became rows; null where none did
     */
    record Source(
            String file,
            Function<FactRule, Evidence> evidence,
            UnaryOperator<String> called,
            @Nullable Unpivot unpivot) {
        /** The same; a cell of a wide table by what stands above it. */
        String columns(Text text, UnaryOperator<String> cells) {
            return unpivot != null && text.columns().contains(unpivot.value())
                    ? cells.apply(unpivot.column())
                    : columns(text);
        }

        /** As the file calls them; of several, those that it has. */
        String columns(Text text) {
            List<String> there = text.columns().stream()
                    .filter(column -> !called.apply(column).isEmpty())
                    .toList();
            return (there.isEmpty() ? text.columns() : there)
                    .stream()
                            .map(column -> there.isEmpty() ? column : called.apply(column))
                            .collect(Collectors.joining("|"));
        }
    }

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

    private record Series(NodeRule rule, String id, int row, Map<String, Object> values, Map<LocalDate, Point> points) {
        /** The first that gives a point: one that is wrong must not take the others along. */
        int firstGoodRow() {
            return points.values().stream().mapToInt(point -> point.row).min().orElse(row);
        }
    }

    /** A value of a series, and the row that says it first. */
    private static final class Point {
        private BigDecimal amount;
        private final int row;

        Point(BigDecimal amount, int row) {
            this.amount = amount;
            this.row = row;
        }
    }

    FactMaker(List<FactRule> rules, Source source, Takes takes) {
        this.rules = rules;
        this.source = source;
        this.file = source.file();
        this.takes = takes;
        this.draft = takes.draft();
        this.values = new RowValues(source, draft);
    }

    void row(int row, UnaryOperator<String> cells) {
        for (int r = 0; r < rules.size(); r++) {
            FactRule rule = rules.get(r);
            if (draft.isFull()) {
                leaveOut(rule, row, cells);
            } else if (holds(rule.when(), cells)) {
                takes.tally().says(row);
                switch (rule) {
                    case NodeRule node -> node(r, node, row, cells);
                    case RelationRule relation -> relation(r, relation, row, cells);
                }
            }
        }
    }

    /** Nothing can be kept any more: what was noted is of no use, and takes the room that is needed to read on and count. */
    private void leaveOut(FactRule rule, int row, UnaryOperator<String> cells) {
        series.clear();
        takes.firstPlaces().clear();
        takes.said().clear();
        boolean saysSomethingNew = !rule.once() && !gathers(rule);
        if (saysSomethingNew && holds(rule.when(), cells)) {
            draft.leftOut(file, row);
        }
    }

    /** To be called after the last row: series are facts now, and what stood in is said. */
    void end() {
        values.end();
        for (Series one : series.values()) {
            int row = one.firstGoodRow();
            for (ValueRule value : one.rule().values()) {
                if (value.at() != null) {
                    String points = one.points().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(p -> p.getKey() + "=" + p.getValue().amount.toPlainString())
                            .collect(Collectors.joining(";"));
                    Cell.read(value.attribute(), points, file, row, () -> source.columns(value.text()), draft)
                            .ifPresent(v -> one.values().put(value.attribute().name(), v));
                }
            }
            state(
                    new Fact.NodeFact(
                            one.rule().type(),
                            one.id(),
                            one.values(),
                            source.evidence().apply(one.rule()),
                            "" + row),
                    row);
        }
    }

    private static boolean holds(List<Condition> conditions, UnaryOperator<String> cells) {
        for (Condition condition : conditions) {
            if (!holds(condition, cells)) {
                return false;
            }
        }
        return true;
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
        if (gathers(rule)) {
            Series of = series.computeIfAbsent(
                    number + "\t" + id,
                    k -> new Series(rule, id, row, values.of(rule, row, cells, new TreeMap<>()), new HashMap<>()));
            for (ValueRule value : rule.values()) {
                if (value.at() != null) {
                    point(of, value, row, cells);
                }
            }
            return;
        }
        boolean first = isNew(number, id, rule.once(), row, ProblemCode.ID_TWICE, id);
        var written = new TreeMap<String, String>();
        Map<String, Object> found = values.of(rule, row, cells, written);
        Set<String> said = takes.said().computeIfAbsent(number + "\t" + id, k -> new HashSet<>());
        if (first) {
            takes.totals().add(rule.type(), name -> written.getOrDefault(name, ""));
        } else {
            // a list that names it in passing may say less of it than the next one
            found.keySet().removeAll(said);
        }
        if (first || !found.isEmpty()) {
            said.addAll(found.keySet());
            state(new Fact.NodeFact(rule.type(), id, found, source.evidence().apply(rule), "" + row), row);
        }
    }

    private static boolean gathers(FactRule rule) {
        return rule.values().stream().anyMatch(value -> value.at() != null);
    }

    private void point(Series of, ValueRule value, int row, UnaryOperator<String> cells) {
        Text moment = Objects.requireNonNull(value.at());
        String at = moment.of(cells);
        String amount = Written.plain(ValueKind.NUMBER, values.text(value, row, cells));
        if (at.isEmpty() || amount.isEmpty()) {
            return;
        }
        Optional<LocalDate> day = day(at, moment, row, cells);
        if (!Decimals.isOne(amount)) {
            String column = source.columns(value.text(), cells);
            draft.problem(ProblemCode.NUMBER_WRONG, file, row, column, amount, "1250.5");
            return;
        }
        if (day.isEmpty()) {
            return;
        }
        Point first = of.points().get(day.get());
        if (first != null && !value.sum()) {
            String column = source.columns(value.text(), cells);
            draft.problem(ProblemCode.ID_TWICE, file, row, column, of.id() + " " + day.get(), "" + first.row);
            return;
        }
        var written = new BigDecimal(amount);
        if (first != null) {
            first.amount = first.amount.add(written);
        } else if (draft.keepsPoint(file, row)) {
            of.points().put(day.get(), new Point(written, row));
        } else {
            return;
        }
        takes.totals().point(file, written, first != null);
        takes.tally().repeats(row);
    }

    /** The same few days stand in every row of a wide table. */
    private Optional<LocalDate> day(String written, Text moment, int row, UnaryOperator<String> cells) {
        LocalDate known = days.get(written);
        if (known != null) {
            return Optional.of(known);
        }
        String plain = Written.plain(ValueKind.DATE, written);
        Optional<LocalDate> day = Cell.date(plain, file, row, source.columns(moment, cells), draft);
        day.ifPresent(d -> days.put(written, d));
        return day;
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
            Map<String, Object> found = values.of(rule, row, cells, new TreeMap<>());
            state(
                    new Fact.RelationFact(
                            rule.type(),
                            from,
                            to,
                            variant,
                            found,
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
        String key = rule + "\t" + about;
        String first = takes.firstPlaces().get(key);
        if (first == null) {
            takes.firstPlaces().put(key, file + ":" + row);
        }
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
            draft.problem(ProblemCode.VALUE_MISSING, file, row, source.columns(text), "", text.toString());
            return "";
        }
        if (NodeType.ofId(id).filter(allowed::contains).isEmpty()) {
            String prefixes =
                    allowed.stream().sorted().map(t -> t.prefix() + "-…").collect(Collectors.joining("|"));
            draft.problem(ProblemCode.END_TYPE, file, row, source.columns(text), id, prefixes);
            return "";
        }
        return id;
    }
}
