package io.sandtable.datasets.plain;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Title;
import io.sandtable.datasets.reading.Cell;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Nearest;
import io.sandtable.datasets.reading.SourceText;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code datapackage.json} says about the tables beside it.
 *
 * @param licence null for the company's own data
 * @param source where a third party's data were taken from, null for the company's own
 * @param by the method or person behind derived, default or typed data
 */
record PackageHead(
        String name,
        Title title,
        Origin origin,
        LocalDate asOf,
        @Nullable String licence,
        @Nullable String source,
        @Nullable String by) {
    static final String FILE = "datapackage.json";
    private static final String TITLE = "title.";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads it; empty after reporting all that is wrong with it. */
    static Optional<PackageHead> read(Path folder, String prefix, @Nullable LocalDate asOf, Draft draft)
            throws IOException {
        String file = prefix + FILE;
        Optional<SourceText> text = SourceText.read(folder.resolve(FILE), file, draft);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(text.get().text());
            return json.isObject() ? new Fields(json, file, draft).head(asOf) : malformed(file, "", draft);
        } catch (JacksonException e) {
            return malformed(file, e.getOriginalMessage(), draft);
        }
    }

    /** The same from named fields, {@code title.zh} and {@code title.en} among them; empty after reporting all that is wrong with them. */
    static Optional<PackageHead> of(Map<String, String> fields, String file, @Nullable LocalDate asOf, Draft draft) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode title = json.putObject("title");
        fields.forEach((name, value) -> {
            if (name.startsWith(TITLE) && !value.isEmpty()) {
                title.put(name.substring(TITLE.length()), value);
            } else if (!name.startsWith(TITLE)) {
                json.put(name, value);
            }
        });
        return new Fields(json, file, draft).head(asOf);
    }

    private static Optional<PackageHead> malformed(String file, String found, Draft draft) {
        draft.problem(ProblemCode.JSON_MALFORMED, file, 0, "", found, "{\"name\": …}");
        return Optional.empty();
    }

    private record Fields(JsonNode json, String file, Draft draft) {
        Optional<PackageHead> head(@Nullable LocalDate asOfOption) {
            String name = needed("name");
            Origin origin = origin();
            LocalDate asOf = asOfOption != null ? asOfOption : asOf();
            String by = optional("by");
            if (by == null && (origin == Origin.DERIVED || origin == Origin.DEFAULT || origin == Origin.USER)) {
                draft.problem(ProblemCode.PACKAGE_FIELD_MISSING, file, 0, "by", "", "");
            }
            return name == null || origin == null || asOf == null
                    ? Optional.empty()
                    : Optional.of(new PackageHead(
                            name,
                            title(name),
                            origin,
                            asOf,
                            optional("licence"),
                            optional("source"),
                            by == null ? name : by));
        }

        private @Nullable Origin origin() {
            String code = needed("origin");
            if (code == null) {
                return null;
            }
            List<String> codes =
                    Arrays.stream(Origin.values()).map(Origin::code).toList();
            if (!codes.contains(code)) {
                String expected = Nearest.to(code, codes).orElse(String.join("|", codes));
                draft.problem(ProblemCode.PACKAGE_FIELD_WRONG, file, 0, "origin", code, expected);
                return null;
            }
            return Origin.values()[codes.indexOf(code)];
        }

        private @Nullable LocalDate asOf() {
            String text = needed("asOf");
            return text == null ? null : Cell.date(text, file, 0, "asOf", draft).orElse(null);
        }

        private Title title(String name) {
            JsonNode title = json.path("title");
            return title.isObject()
                    ? new Title(
                            title.path("zh").asString(name), title.path("en").asString(name))
                    : Title.of(title.asString(name));
        }

        private @Nullable String needed(String field) {
            String value = optional(field);
            if (value == null) {
                draft.problem(ProblemCode.PACKAGE_FIELD_MISSING, file, 0, field, "", "");
            }
            return value;
        }

        private @Nullable String optional(String field) {
            String value = json.path(field).asString("").strip();
            return value.isEmpty() ? null : value;
        }
    }
}
