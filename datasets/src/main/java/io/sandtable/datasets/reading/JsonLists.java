package io.sandtable.datasets.reading;

import io.sandtable.datasets.ProblemCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file as tables: each list of objects is one, called by the way to it ({@code orders.lines}). Columns are the ways to plain values
 * ({@code customer.code}); a list within an object has the object's values beside its own. A file may hold one value or one after the
 * other. Lines are numbered as the objects of their list, from 1; the header is line 0.
 */
public final class JsonLists {
    private static final long LARGEST = 256L << 20;
    private static final int MOST_DIGITS = 400;
    /** What a list is called that is the file itself. */
    private static final String ROOT = "list";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

    private JsonLists() {}

    /** Whether the name is one of a JSON file. */
    public static boolean isOne(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Stream.of(".json", ".jsonl", ".ndjson").anyMatch(name::endsWith);
    }

    /** Reads a file, notes it as an original of the draft, and reports what is wrong with it as a whole. */
    public static Optional<Sheets> read(Path path, String file, Draft draft) throws IOException {
        Optional<Original> original = Original.read(path, file, LARGEST, draft);
        if (original.isEmpty()) {
            return Optional.empty();
        }
        var lists = new JsonLists();
        try {
            lists.walk(root(new String(original.get().bytes(), StandardCharsets.UTF_8)), "", Map.of());
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            draft.problem(ProblemCode.JSON_MALFORMED, file, line, "", e.getOriginalMessage(), "JSON");
            return Optional.empty();
        }
        if (lists.rows.isEmpty()) {
            draft.problem(ProblemCode.FILE_EMPTY, file, 0, "", "", "");
            return Optional.empty();
        }
        var sheets = new LinkedHashMap<String, Lines>();
        lists.rows.forEach((name, rows) -> sheets.put(name, Lines.of(lines(rows))));
        return Optional.of(new Sheets(sheets, original.get().sha256()));
    }

    /** The one value of the text, or a list of all. */
    private static JsonNode root(String text) {
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var all = new ArrayList<JsonNode>();
        // an iterator over values would open a list that is the file itself, and one object of it would be no list
        try (JsonParser parser = JSON.createParser(json)) {
            while (parser.nextToken() != null) {
                all.add(parser.readValueAsTree());
            }
        }
        return all.size() == 1 ? all.getFirst() : JSON.createArrayNode().addAll(all);
    }

    private void walk(JsonNode node, String way, Map<String, String> around) {
        if (node.isArray()) {
            List<JsonNode> objects =
                    node.valueStream().filter(JsonNode::isObject).toList();
            var own = new ArrayList<Map<String, String>>();
            var columns = new LinkedHashSet<String>();
            for (JsonNode object : objects) {
                var cells = new LinkedHashMap<String, String>();
                plain(object, "", cells);
                columns.addAll(cells.keySet());
                own.add(cells);
            }
            for (int i = 0; i < objects.size(); i++) {
                Map<String, String> cells = own.get(i);
                // what any object of the list may have of its own is never taken from around it
                around.forEach(
                        (column, value) -> cells.putIfAbsent(columns.contains(column) ? "^" + column : column, value));
                rows.computeIfAbsent(way.isEmpty() ? ROOT : way, w -> new ArrayList<>())
                        .add(cells);
                inner(objects.get(i), way, cells);
            }
        } else if (node.isObject()) {
            var cells = new LinkedHashMap<>(around);
            plain(node, "", cells);
            inner(node, way, cells);
        }
    }

    private void inner(JsonNode object, String way, Map<String, String> around) {
        object.forEachEntry((name, value) -> {
            if (value.isContainer()) {
                walk(value, way.isEmpty() ? name : way + "." + name, around);
            }
        });
    }

    /** Plain values, those of objects within too; a list of plain values is one. */
    private static void plain(JsonNode object, String before, Map<String, String> cells) {
        object.forEachEntry((name, value) -> {
            if (value.isObject()) {
                plain(value, before + name + ".", cells);
            } else if (!value.isArray()) {
                cells.put(before + name, text(value));
            } else if (!value.isEmpty() && value.valueStream().noneMatch(JsonNode::isContainer)) {
                cells.put(
                        before + name, value.valueStream().map(JsonLists::text).collect(Collectors.joining("|")));
            }
        });
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (!value.isNumber()) {
            return value.asString();
        }
        BigDecimal number = value.decimalValue();
        // a few letters could stand for a billion zeros
        return Math.abs(number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
    }

    private static List<CsvTable.Line> lines(List<Map<String, String>> rows) {
        Set<String> columns = rows.stream()
                .flatMap(row -> row.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var lines = new ArrayList<CsvTable.Line>(rows.size() + 1);
        lines.add(new CsvTable.Line(0, List.copyOf(columns)));
        for (Map<String, String> row : rows) {
            lines.add(new CsvTable.Line(
                    lines.size(),
                    columns.stream().map(column -> row.getOrDefault(column, "")).toList()));
        }
        return lines;
    }
}
