package io.sandtable.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The second half of docs/reference/terms.md is the type table in words; run with -Dsurefire.jvm=-Dsandtable.write-docs=true to write it anew. */
class GlossaryTest {
    private static final Path TERMS = Path.of("..", "..", "docs", "reference", "terms.md");
    private static final String MARK = "<!-- from here on written from the type table by GlossaryTest -->\n";

    @Test
    void glossary_namesEveryTypeRelationAndAttributeWithItsUnit() throws Exception {
        String text = Files.readString(TERMS);
        String head = text.substring(0, text.indexOf(MARK) + MARK.length());
        if (Boolean.getBoolean("sandtable.write-docs")) {
            Files.writeString(TERMS, head + tables());
        }

        assertThat(Files.readString(TERMS)).isEqualTo(head + tables());
    }

    @Test
    void everyAttribute_isUsedBySomeType() {
        Set<Attribute> used = new LinkedHashSet<>();
        for (NodeType type : NodeType.values()) {
            used.addAll(type.attributes());
        }
        for (RelationType type : RelationType.values()) {
            used.addAll(type.attributes());
        }

        assertThat(Attributes.all()).allSatisfy(a -> assertThat(used).contains(a));
    }

    private static String tables() {
        var text = new StringBuilder("\n## Types\n\n| type | 中文 | English | id |\n|---|---|---|---|\n");
        for (NodeType t : NodeType.values()) {
            text.append("| `%s` | %s | %s | `%s-…` |\n".formatted(t.label(), t.zh(), t.en(), t.prefix()));
        }
        text.append("\n## Relations\n\n| relation | 中文 | English | from → to |\n|---|---|---|---|\n");
        for (RelationType t : RelationType.values()) {
            String ends = t.fromTypes().size() == NodeType.values().length
                    ? "any → any"
                    : ends(t.fromTypes()) + " → " + ends(t.toTypes());
            text.append("| `%s` | %s | %s | %s |\n".formatted(t, t.zh(), t.en(), ends));
        }
        text.append("\n## Attributes\n\n| attribute | 中文 | English | unit |\n|---|---|---|---|\n");
        for (Attribute a : Attributes.all()) {
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(a.name(), a.zh(), a.en(), a.unit().isEmpty() ? "–" : a.unit()));
        }
        return text.toString();
    }

    private static String ends(Set<NodeType> types) {
        return types.stream().sorted().map(NodeType::label).collect(Collectors.joining(", "));
    }
}
