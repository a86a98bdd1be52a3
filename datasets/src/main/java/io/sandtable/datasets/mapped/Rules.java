package io.sandtable.datasets.mapped;

import io.sandtable.datasets.mapped.Mapping.FactRule;
import io.sandtable.datasets.mapped.Mapping.NodeRule;
import io.sandtable.datasets.mapped.Mapping.RelationRule;
import io.sandtable.datasets.mapped.Mapping.Table;
import io.sandtable.datasets.mapped.Mapping.ValueRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the rules of a mapping ask of the columns. */
final class Rules {
    private Rules() {}

    /** Texts without which there is no fact, or a value that it must have. */
    static List<Text> needed(FactRule rule) {
        var texts = new ArrayList<Text>();
        switch (rule) {
            case NodeRule node -> texts.add(node.id());
            case RelationRule relation -> {
                texts.add(relation.from());
                texts.add(relation.to());
            }
        }
        rule.values().stream()
                .filter(value -> value.attribute().required())
                .map(ValueRule::text)
                .forEach(texts::add);
        return texts;
    }

    /** All columns that a table's rules mention. */
    static Set<String> columns(Table table) {
        var columns = new LinkedHashSet<String>();
        for (FactRule rule : table.facts()) {
            needed(rule).forEach(text -> columns.addAll(text.columns()));
            rule.values().forEach(value -> columns.addAll(value.text().columns()));
            rule.when().forEach(condition -> columns.add(condition.column()));
        }
        return columns;
    }
}
