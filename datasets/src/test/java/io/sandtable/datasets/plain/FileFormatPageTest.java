package io.sandtable.datasets.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.reading.Cell;
import io.sandtable.datasets.reading.Limits;
import io.sandtable.model.Attribute;
import io.sandtable.model.ValueKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page a person writes her files by says what the reader does, because half of it is made from the type table. */
class FileFormatPageTest {
    private static final Path PAGE = Path.of("../docs/reference/file-format.md");
    private static final String BEGIN = "<!-- made from the type table: begin -->\n";
    private static final String END = "<!-- made from the type table: end -->";

    @Test
    void page_holdsTheTableOfFilesAndColumns() throws IOException {
        Path made = Path.of("target/file-format-table.md");
        Files.createDirectories(made.getParent());
        Files.writeString(made, table());

        String page = Files.readString(PAGE);
        String written = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));

        assertThat(written)
                .as("%s differs from the type table; put %s between its two markers", PAGE, made.toAbsolutePath())
                .isEqualTo(table());
    }

    private static String table() {
        return Template.all().stream().map(FileFormatPageTest::section).collect(Collectors.joining("\n"));
    }

    private static String section(Template template) {
        var text = new StringBuilder("### `%s.csv` · %s\n".formatted(template.name(), words(template)));
        text.append("| column | 中文 | meaning | unit | written | |\n|---|---|---|---|---|---|\n");
        keys(template).forEach(text::append);
        template.attributes().forEach(a -> text.append(row(template, a)));
        return text.toString();
    }

    private static String words(Template template) {
        return switch (template) {
            case Template.Nodes n -> n.type().zh() + " · " + n.type().en();
            case Template.Relations r -> r.type().zh() + " · " + r.type().en();
        };
    }

    private static List<String> keys(Template template) {
        return switch (template) {
            case Template.Nodes n ->
                List.of("| `id` | 编号 | unique | | `%s-…` | required |\n"
                        .formatted(n.type().prefix()));
            case Template.Relations r ->
                List.of(
                        "| `from` | 起点 | where it begins | | %s | required |\n"
                                .formatted(prefixes(r.type().fromTypes())),
                        "| `to` | 终点 | where it ends | | %s | required |\n"
                                .formatted(prefixes(r.type().toTypes())),
                        "| `variant` | 变体 | tells apart several between the same two | | text | |\n");
        };
    }

    private static String prefixes(java.util.Set<io.sandtable.model.NodeType> types) {
        return types.stream().sorted().map(t -> "`" + t.prefix() + "-…`").collect(Collectors.joining(" "));
    }

    private static String row(Template template, Attribute a) {
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(a.name(), a.zh(), a.en(), a.unit(), written(template, a), a.required() ? "required" : "");
    }

    private static String written(Template template, Attribute a) {
        List<String> allowed = switch (template) {
            case Template.Nodes n -> Limits.words(n.type(), a);
            case Template.Relations r -> Limits.words(r.type(), a);
        };
        if (!allowed.isEmpty()) {
            return allowed.stream().map(w -> "`" + w + "`").collect(Collectors.joining(" "));
        }
        if (a.kind() == ValueKind.TEXT) {
            return "text";
        }
        Optional<Limits.Range> range = Limits.range(a);
        String example = "`" + Cell.example(a.kind()).replace("|", "\\|") + "`";
        return range.map(r -> "number " + r.toString().replace(">=0", "≥ 0").replace(">0", "> 0"))
                .orElse(a.kind() == ValueKind.NUMBER ? "number" : example);
    }
}
