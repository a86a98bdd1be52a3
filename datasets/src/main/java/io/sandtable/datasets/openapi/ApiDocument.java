package io.sandtable.datasets.openapi;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.SourceText;
import io.sandtable.datasets.reading.YamlTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI 3 document, in JSON or YAML. */
public final class ApiDocument {
    private static final String EDITIONS = "OpenAPI 3.0 | 3.1";
    private static final String SHORTEST = "openapi: 3.1.0";
    private static final int LARGEST = 16 << 20;
    private static final String SHAPE =
            "components: {schemas: {Item: {type: object, properties: {code: {type: string}}}}}";

    private static final Set<String> MARKS = Set.of("openapi", "swagger");
    /** A field of the document itself in YAML; those of others are further in. */
    private static final Pattern MARK = Pattern.compile("(?m)^(\\{\\s*)?[\"']?(openapi|swagger)[\"']?\\s*:");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ApiDocument() {}

    /** Whether the file says that it is one, of any edition. */
    public static boolean isOne(Path path) throws IOException {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return saysSo(path);
        }
        if (!isYaml(name)) {
            return false;
        }
        try (var in = Files.newInputStream(path)) {
            return MARK.matcher(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8))
                    .find();
        }
    }

    /** By a field of its own: generators put it first, or after all schemas. What is no JSON is none; whoever reads it says what is wrong. */
    private static boolean saysSo(Path path) throws IOException {
        try (var in = Files.newInputStream(path);
                JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                if (MARKS.contains(parser.currentName())) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Whether a file of that name can be nothing else that is proposed from. */
    public static boolean isYaml(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** The tables that its answers hold; what is wrong with it is reported. */
    public static List<ApiTable> read(Path path, String file, Draft draft) throws IOException {
        if (draft.isTooLarge(path, file, LARGEST)) {
            return List.of();
        }
        return SourceText.read(path, file, draft)
                .flatMap(text -> tree(text.text(), file, draft))
                .map(tree -> tables(tree, file, draft))
                .orElse(List.of());
    }

    private static Optional<JsonNode> tree(String text, String file, Draft draft) {
        try {
            return Optional.of(isYaml(file.toLowerCase(Locale.ROOT)) ? YamlTree.read(text) : JSON.readTree(text));
        } catch (YamlTree.Wrong e) {
            draft.problem(ProblemCode.YAML_MALFORMED, file, e.line(), "", e.found(), SHORTEST);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            draft.problem(
                    ProblemCode.JSON_MALFORMED, file, line, "", e.getOriginalMessage(), "{\"openapi\": \"3.1.0\", …}");
        }
        return Optional.empty();
    }

    private static List<ApiTable> tables(JsonNode tree, String file, Draft draft) {
        String edition = tree.path("openapi").asString("");
        if (!edition.startsWith("3.")) {
            draft.problem(ProblemCode.API_EDITION, file, 0, "", found(tree, edition), EDITIONS);
            return List.of();
        }
        List<ApiTable> tables = ApiTables.of(tree, file, draft);
        if (tables.isEmpty()) {
            draft.problem(ProblemCode.API_WITHOUT_TABLES, file, 0, "", String.join(", ", tree.propertyNames()), SHAPE);
        }
        return tables;
    }

    private static String found(JsonNode tree, String edition) {
        String older = tree.path("swagger").asString("");
        if (!older.isEmpty()) {
            return "Swagger " + older;
        }
        return edition.isEmpty() ? String.join(", ", tree.propertyNames()) : "OpenAPI " + edition;
    }
}
