package io.sandtable.datasets.openapi;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.openapi.ApiColumn.Type;
import io.sandtable.datasets.reading.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The tables that an interface's answers hold, with the columns by which {@link io.sandtable.datasets.reading.JsonLists} reads them: each
 * list of objects is one; what an object holds is beside what it is; a list within a row has the row's values, too. An object that only
 * says how the request went, or which page this is, is a wrapper and no row.
 */
final class ApiTables {
    private static final int DEEPEST = 6;
    private static final int MOST_COLUMNS = 400;
    private static final int MOST_TABLES = 400;
    /** Columns of all tables: each is compared with every word that is known. */
    private static final int MOST_IN_ALL = 5_000;

    private static final int MOST_CELLS = 50;
    private static final Set<String> METHODS = Set.of("get", "post", "put", "query");
    private static final Pattern WENT_WELL = Pattern.compile("2(\\d\\d|XX)");
    /** What says how a request went, and which part of the result this is. */
    private static final Set<String> OF_WRAPPERS = Set.of("""
            code msg message success ok status statuscode error errorcode errormessage errmsg errcode returncode returnmsg
            resultcode resultmsg result traceid requestid timestamp time total totalcount totalelements totalpages totalpage
            pages page pagenum pageno pageindex pagenumber pagesize current currentpage size limit offset count rowcount hasnext
            hasmore hasnextpage hasprevious next previous nextpage nextcursor cursor nextlink first last empty
            numberofelements""".split("\\s+"));

    private final JsonNode document;
    private final Schemas schemas;
    private final Map<List<String>, ApiTable> tables = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private int all;
    /** Components that are part of a table. */
    private final Set<String> met = new HashSet<>();

    private ApiTables(JsonNode document, String file, Draft draft) {
        this.document = document;
        this.schemas = new Schemas(document, file, draft);
    }

    static List<ApiTable> of(JsonNode document, String file, Draft draft) {
        var all = new ApiTables(document, file, draft);
        all.answers();
        if (all.tables.isEmpty()) {
            all.components();
        }
        return List.copyOf(all.tables.values());
    }

    /** What requests are answered with where they go well. */
    private void answers() {
        document.path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operation.path("responses").forEachEntry((status, response) -> {
                            if (WENT_WELL.matcher(status).matches()) {
                                answer(path, schemas.followed(response, path));
                            }
                        });
                    }
                }));
    }

    private void answer(String path, JsonNode response) {
        response.path("content").forEachEntry((media, content) -> {
            if (media.contains("json") || media.equals("*/*")) {
                walk(content.path("schema"), new Row(path, List.of(), List.of(), Set.of()));
            }
        });
    }

    /** Where no answer says what it holds: the schemas themselves, but for those that are parts of others. */
    private void components() {
        JsonNode all = document.path("components").path("schemas");
        var parts = new HashSet<String>();
        all.forEachEntry((name, node) -> schemas.of(node, name).properties().entrySet().stream()
                .map(property -> schemas.of(property.getValue(), name + "." + property.getKey()))
                .flatMap(property -> property.isList()
                        ? Stream.of(schemas.of(java.util.Objects.requireNonNull(property.items()), name))
                        : Stream.of(property))
                .map(Schema::component)
                .filter(part -> !part.equals(name))
                .forEach(parts::add));
        for (boolean inside : new boolean[] {false, true}) {
            // parts of each other are tables, too, where nothing else holds them
            schemas.components().stream()
                    .filter(name -> parts.contains(name) == inside && !met.contains(name))
                    .toList()
                    .forEach(name -> component(name, all.path(name)));
        }
    }

    private void component(String name, JsonNode node) {
        if (met.add(name)) {
            walk(node, new Row(name, List.of(), List.of(), Set.of(name)));
        }
    }

    /**
     * Where a walk is.
     *
     * @param name of the table there
     * @param around columns of the rows that it is within
     * @param called what the objects are called that it is within
     * @param open components that it is within
     */
    private record Row(String name, List<ApiColumn> around, List<String> called, Set<String> open) {
        Row within(Schema schema) {
            var more = new HashSet<>(open);
            more.add(schema.component());
            return new Row(name, around, called, more);
        }

        Row at(String part, List<ApiColumn> columns) {
            return new Row(name.isEmpty() ? part : name + "." + part, columns, called, open);
        }
    }

    private void walk(JsonNode node, Row row) {
        Schema schema = schemas.of(node, row.name());
        if (!schema.component().isEmpty() && row.open().contains(schema.component())) {
            return;
        }
        Row here = row.within(schema);
        if (schema.isList()) {
            walk(java.util.Objects.requireNonNull(schema.items()), here);
        } else if (isWrapper(schema, row)) {
            schema.properties().forEach((name, property) -> walk(property, here.at(name, List.of())));
        } else if (schema.isObject()) {
            table(schema, here);
        }
    }

    private boolean isWrapper(Schema schema, Row row) {
        List<Map.Entry<String, JsonNode>> inner = schema.properties().entrySet().stream()
                .filter(property -> {
                    Schema part = schemas.of(property.getValue(), row.name() + "." + property.getKey());
                    return part.isList() || part.isObject();
                })
                .toList();
        return !inner.isEmpty()
                && schema.properties().keySet().stream()
                        .filter(name ->
                                inner.stream().noneMatch(part -> part.getKey().equals(name)))
                        .allMatch(name -> OF_WRAPPERS.contains(
                                name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "")));
    }

    private void table(Schema schema, Row row) {
        var own = new LinkedHashMap<String, ApiColumn>();
        columns(schema, "", row, own, 0);
        var columns = new LinkedHashMap<>(own);
        // as the reader of the answers does: what the row has of its own is never taken from around it
        for (ApiColumn column : row.around()) {
            if (columns.size() < MOST_COLUMNS) {
                String name = own.containsKey(column.name()) ? "^" + column.name() : column.name();
                columns.putIfAbsent(name, new ApiColumn(name, column.said(), column.type(), column.cells()));
            }
        }
        String name = row.around().isEmpty() && !schema.component().isEmpty() ? schema.component() : row.name();
        if (!columns.isEmpty() && !keep(name, List.copyOf(columns.values()))) {
            return;
        }
        lists(schema, new Row(name, List.copyOf(columns.values()), List.of(), row.open()), 0);
    }

    /** Whether it is new, and there is room for it. */
    private boolean keep(String name, List<ApiColumn> columns) {
        List<String> key = new ArrayList<>(columns.stream().map(ApiColumn::name).toList());
        key.addFirst(name.contains(".") || !schemas.components().contains(name) ? "" : name);
        if (tables.containsKey(key)) {
            return false;
        }
        if (all + columns.size() > MOST_IN_ALL) {
            schemas.tell(ProblemCode.API_CUT_SHORT, name, "> " + MOST_IN_ALL, String.valueOf(MOST_IN_ALL));
            return false;
        }
        all += columns.size();
        if (tables.size() >= MOST_TABLES) {
            schemas.tell(ProblemCode.API_CUT_SHORT, "paths", "> " + MOST_TABLES, String.valueOf(MOST_TABLES));
            return false;
        }
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + "-" + i;
        }
        tables.put(key, new ApiTable(free, columns));
        return true;
    }

    /** Plain values, those of objects within too. */
    private void columns(Schema schema, String before, Row row, Map<String, ApiColumn> columns, int depth) {
        if (!schema.component().isEmpty()) {
            met.add(schema.component());
        }
        for (Map.Entry<String, JsonNode> property : schema.properties().entrySet()) {
            String name = before + property.getKey();
            Schema part = schemas.of(property.getValue(), row.name() + "." + name);
            if (depth >= DEEPEST || columns.size() >= MOST_COLUMNS) {
                schemas.tell(
                        ProblemCode.API_CUT_SHORT,
                        row.name() + "." + name,
                        depth >= DEEPEST ? "> " + DEEPEST + " {}" : "> " + MOST_COLUMNS,
                        String.valueOf(depth >= DEEPEST ? DEEPEST : MOST_COLUMNS));
                return;
            }
            if (part.isObject()) {
                if (part.component().isEmpty() || !row.open().contains(part.component())) {
                    List<String> called = part.texts().stream()
                            .flatMap(text -> Said.first(text).stream())
                            .toList();
                    columns(
                            part,
                            name + ".",
                            new Row(
                                    row.name(),
                                    row.around(),
                                    called,
                                    row.within(part).open()),
                            columns,
                            depth + 1);
                }
            } else if (!part.isList()) {
                columns.put(name, column(name, part, row.called()));
            }
        }
    }

    /** Lists of objects within a row; those within objects of it, too. */
    private void lists(Schema schema, Row row, int depth) {
        if (depth >= DEEPEST) {
            return;
        }
        schema.properties().forEach((name, property) -> {
            Schema part = schemas.of(property, row.name() + "." + name);
            boolean again = !part.component().isEmpty() && row.open().contains(part.component());
            if (part.isList()) {
                walk(property, row.at(name, row.around()));
            } else if (part.isObject() && !again) {
                // as the reader of the answers does: what is within hides what is around it
                Row inner = row.within(part);
                var around = new LinkedHashMap<String, ApiColumn>();
                row.around().forEach(column -> around.put(column.name(), column));
                columns(part, "", inner, around, depth);
                lists(part, inner.at(name, List.copyOf(around.values())), depth + 1);
            }
        });
    }

    private static ApiColumn column(String name, Schema schema, List<String> called) {
        return new ApiColumn(name, Said.of(schema.texts(), called, Schemas.unit(schema)), type(schema), cells(schema));
    }

    private static Type type(Schema schema) {
        String format = schema.text("format");
        if (format.equals("date") || format.equals("date-time")) {
            return Type.DATE;
        }
        if (schema.types().size() != 1) {
            return Type.ANY;
        }
        return switch (schema.types().iterator().next()) {
            case "integer" -> isPercent(schema) ? Type.PERCENT : Type.WHOLE_NUMBER;
            case "number" -> isPercent(schema) ? Type.PERCENT : Type.NUMBER;
            case "boolean" -> Type.FLAG;
            case "string" -> Type.TEXT;
            default -> Type.ANY;
        };
    }

    private static boolean isPercent(Schema schema) {
        return schema.text("minimum").matches("0(\\.0+)?")
                && schema.text("maximum").matches("100(\\.0+)?");
    }

    /** Words that it may be, else examples; what generators write where nobody gave one is none. */
    private static List<String> cells(Schema schema) {
        var cells = new LinkedHashSet<String>();
        for (String keyword : List.of("enum", "const", "examples", "example")) {
            JsonNode value = schema.keywords().get(keyword);
            if (value != null) {
                (value.isArray() ? value.valueStream() : Stream.of(value))
                        .filter(one -> !one.isContainer() && !one.isNull())
                        .map(JsonNode::asString)
                        .filter(text -> !text.isBlank() && !text.equals("string"))
                        .forEach(cells::add);
            }
            if (!cells.isEmpty()) {
                break;
            }
        }
        return cells.stream().limit(MOST_CELLS).toList();
    }
}
