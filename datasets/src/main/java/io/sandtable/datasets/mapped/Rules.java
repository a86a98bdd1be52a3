package io.sandtable.datasets.mapped;

import io.sandtable.datasets.mapped.Mapping.FactRule;
import io.sandtable.datasets.mapped.Mapping.NodeRule;
import io.sandtable.datasets.mapped.Mapping.RelationRule;
import io.sandtable.datasets.mapped.Mapping.Table;
import io.sandtable.datasets.mapped.Mapping.ValueRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rules of a mapping ask of the columns. */
final class Rules {
    private Rules() {}

    /** Texts without which there is no fact, or a value that it must have; of several one is enough. */
    static List<List<Text>> needed(FactRule rule) {
        var texts = new ArrayList<List<Text>>();
        switch (rule) {
            case NodeRule node -> texts.add(List.of(node.id()));
            case RelationRule relation -> {
                texts.add(List.of(relation.from()));
                texts.add(List.of(relation.to()));
            }
        }
        texts.addAll(rule.values().stream()
                .filter(value -> value.attribute().required())
                .collect(Collectors.groupingBy(
                        value -> value.attribute().name(),
                        LinkedHashMap::new,
                        Collectors.mapping(ValueRule::text, Collectors.toList())))
                .values());
        return texts;
    }

    /** All columns that a table's rules mention, those of other tables by their own names. */
    static Set<String> columns(Table table) {
        return written(table)
                .map(column -> ofTheOther(column, table))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As they are written in the mapping, those of other tables after a dot. */
    private static Stream<String> written(Table table) {
        Stream<Text> ofFacts = table.facts().stream()
                .flatMap(rule -> Stream.of(
                                needed(rule).stream().flatMap(List::stream),
                                rule instanceof RelationRule relation
                                        ? Stream.of(relation.variant())
                                        : Stream.<Text>empty(),
                                rule.values().stream().flatMap(value -> texts(value).stream()),
                                rule.when().stream().map(Mapping.Condition::of))
                        .flatMap(texts -> texts));
        return Stream.of(
                        ofFacts.flatMap(text -> text.columns().stream()),
                        table.fillDown().stream(),
                        table.count().keySet().stream(),
                        table.lookups().stream().flatMap(lookup -> lookup.key().stream()))
                .flatMap(columns -> columns)
                .distinct();
    }

    /** The same, and what other tables look up in it. */
    static Set<String> columnsOf(Table table, Mapping mapping) {
        Set<String> columns = columns(table);
        for (Table other : mapping.tables()) {
            other.lookups().stream()
                    .filter(lookup -> lookup.table().equals(table))
                    .map(lookup -> lookup.as() + ".")
                    .forEach(prefix -> written(other)
                            .filter(column -> column.startsWith(prefix))
                            .map(column -> column.substring(prefix.length()))
                            .forEach(columns::add));
        }
        return columns;
    }

    /** Whether the mapping takes anything from that column of the table, for itself or for those that look into it. */
    static boolean use(String column, Table table, Mapping mapping) {
        boolean unpivoted = table.unpivot() != null && !table.unpivot().keep().contains(column);
        boolean own = written(table).anyMatch(column::equals) || table.count().containsValue(column);
        return unpivoted
                || own
                || mapping.tables().stream()
                        .anyMatch(other -> other.lookups().stream()
                                .filter(lookup -> lookup.table().equals(table))
                                .anyMatch(lookup -> lookup.theirs().equals(column)
                                        || written(other).anyMatch((lookup.as() + "." + column)::equals)));
    }

    /** For each thing without which the table says nothing, the columns of which one is enough. */
    static Set<List<String>> holes(Table table) {
        List<FactRule> stated =
                table.facts().stream().filter(rule -> rule.assumed() == null).toList();
        List<FactRule> always = stated.stream()
                .filter(rule -> rule.when().stream().noneMatch(c -> c.test() == Mapping.Condition.Test.PRESENT))
                .toList();
        // where all have one, a table is about what it says under the fewest
        int fewest = stated.stream().mapToInt(rule -> rule.when().size()).min().orElse(0);
        List<FactRule> first =
                stated.stream().filter(rule -> rule.when().size() == fewest).toList();
        return (always.isEmpty() ? first : always)
                .stream()
                        .flatMap(rule -> needed(rule).stream())
                        .flatMap(Rules::oneHole)
                        .map(columns -> ofItsOwn(columns, table))
                        .filter(columns ->
                                !columns.isEmpty() && columns.stream().noneMatch(table.count()::containsKey))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Without what may stand in another table instead. */
    private static List<String> ofItsOwn(List<String> columns, Table table) {
        Set<String> elsewhere = columns.stream()
                .filter(column -> !ofTheOther(column, table).equals(column))
                .map(column -> ofTheOther(column, table))
                .collect(Collectors.toSet());
        List<String> own = columns.stream()
                .filter(column -> ofTheOther(column, table).equals(column))
                .toList();
        return elsewhere.containsAll(own) ? List.of() : own;
    }

    /** The holes of a text; those of several, of which one is enough, are one. */
    private static Stream<List<String>> oneHole(List<Text> texts) {
        return texts.size() == 1
                ? texts.getFirst().holes().stream()
                : Stream.of(
                        texts.stream().flatMap(text -> text.columns().stream()).toList());
    }

    private static List<Text> texts(ValueRule value) {
        return Stream.of(value.text(), value.at(), value.per(), value.vat(), value.factorOf())
                .filter(Objects::nonNull)
                .toList();
    }

    /** A column of a lookup by its own name. */
    private static String ofTheOther(String column, Table table) {
        return table.lookups().stream()
                .map(lookup -> lookup.as() + ".")
                .filter(column::startsWith)
                .findFirst()
                .map(prefix -> column.substring(prefix.length()))
                .orElse(column);
    }
}
