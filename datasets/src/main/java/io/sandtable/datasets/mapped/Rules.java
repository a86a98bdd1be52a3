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

    /** All columns that a table's rules mention, those of other tables too. */
    static Set<String> columns(Table table) {
        var columns = new LinkedHashSet<String>();
        for (FactRule rule : table.facts()) {
            needed(rule).stream().flatMap(List::stream).forEach(text -> columns.addAll(text.columns()));
            if (rule instanceof RelationRule relation) {
                columns.addAll(relation.variant().columns());
            }
            rule.values().forEach(value -> texts(value).forEach(text -> columns.addAll(text.columns())));
            rule.when().forEach(condition -> columns.addAll(condition.of().columns()));
        }
        columns.addAll(table.fillDown());
        columns.addAll(table.count().keySet());
        table.lookups().forEach(lookup -> columns.add(lookup.key()));
        return columns.stream()
                .map(column -> ofTheOther(column, table))
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
