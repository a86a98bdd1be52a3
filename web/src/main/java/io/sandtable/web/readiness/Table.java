package io.sandtable.web.readiness;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.model.Thing;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of rows that a company may have; most are a file of the plain template, some only certain rows of it. */
sealed interface Table {
    /** The file of the plain template that holds it. */
    String file();

    String title(Language language);

    /** Its rows in a snapshot. */
    List<? extends Thing> rows(BusinessSnapshot snapshot);

    /**
     * Rows about things.
     *
     * @param kind only those of that kind, such as tool; null takes all
     */
    record Nodes(NodeType type, @Nullable String kind) implements Table {
        @Override
        public String file() {
            return type.label() + ".csv";
        }

        @Override
        public String title(Language language) {
            String title = language.choose(type.zh(), type.en());
            return kind == null ? title : Words.in(language).say("readiness.kind." + kind, title);
        }

        @Override
        public List<? extends Thing> rows(BusinessSnapshot snapshot) {
            var all = snapshot.nodes(type);
            return kind == null
                    ? all
                    : all.stream()
                            .filter(n -> n.findText(Attributes.KIND)
                                    .filter(kind::equals)
                                    .isPresent())
                            .toList();
        }
    }

    /** Rows about relations. */
    record Relations(RelationType type) implements Table {
        @Override
        public String file() {
            return type.name() + ".csv";
        }

        @Override
        public String title(Language language) {
            return language.choose(type.zh(), type.en());
        }

        @Override
        public List<? extends Thing> rows(BusinessSnapshot snapshot) {
            return snapshot.relations(type);
        }
    }

    /** How many of its rows know that value. */
    default int filled(BusinessSnapshot snapshot, Attribute attribute) {
        return (int) rows(snapshot).stream().filter(r -> r.has(attribute)).count();
    }
}
