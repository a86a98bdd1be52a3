package io.sandtable.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract's JSON of an understanding, both ways; its shape stands in {@code understanding.schema.json}. */
public final class UnderstandingJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private UnderstandingJson() {}

    /** One line without a line break. */
    public static String write(Understanding understanding) {
        return tree(understanding).toString();
    }

    public static ObjectNode tree(Understanding understanding) {
        ObjectNode root =
                JSON.createObjectNode().put("outcome", understanding.outcome().name());
        ArrayNode statements = root.putArray("statements");
        understanding.statements().forEach(s -> statements.add(tree(s)));
        ArrayNode questions = root.putArray("questions");
        understanding.questions().forEach(q -> questions.add(tree(q)));
        return root;
    }

    public static ObjectNode tree(Statement s) {
        ObjectNode node = JSON.createObjectNode()
                .put("kind", s.kind().name())
                .put("modality", s.modality() == null ? null : s.modality().name());
        ArrayNode entities = node.putArray("entities");
        s.entities().forEach(entities::add);
        node.put("comparator", s.comparator() == null ? null : s.comparator().name());
        putQuantity(node, s.quantity());
        putWindow(node, s.window());
        node.put("recurrence", s.recurrence());
        node.set("slots", JSON.valueToTree(s.slots()));
        ObjectNode source = node.putObject("source").put("text", s.source().text());
        ArrayNode spans = source.putArray("spans");
        s.source().spans().forEach(span -> spans.addArray().add(span.start()).add(span.end()));
        ReadBy readBy = s.source().readBy();
        if (readBy != null) {
            source.putObject("readBy")
                    .put("host", readBy.host())
                    .put("model", readBy.model())
                    .put("at", readBy.at().toString());
        }
        node.set("paraphrase", tree(s.paraphrase()));
        return node;
    }

    /** A statement inside another's slots: all it says, without its words. */
    public static Object part(Statement s) {
        ObjectNode node = tree(s);
        node.remove(List.of("source", "paraphrase"));
        // through text, so that numbers are of the types that reading gives them
        return JSON.readValue(node.toString(), Object.class);
    }

    static Statement readPart(@Nullable Object part) {
        return statement(JSON.readTree(JSON.writeValueAsString(part)));
    }

    private static ObjectNode tree(Question q) {
        ObjectNode node = JSON.createObjectNode().put("code", q.code().name());
        ArrayNode arguments = node.putArray("arguments");
        q.arguments().forEach(arguments::add);
        node.put("zh", q.words().zh()).put("en", q.words().en());
        ArrayNode choices = node.putArray("choices");
        q.choices()
                .forEach(c -> choices.addObject()
                        .put("value", c.value())
                        .put("zh", c.words().zh())
                        .put("en", c.words().en()));
        return node;
    }

    private static ObjectNode tree(Wording words) {
        return JSON.createObjectNode().put("zh", words.zh()).put("en", words.en());
    }

    private static void putQuantity(ObjectNode node, @Nullable Quantity q) {
        if (q == null) {
            node.putNull("quantity");
            return;
        }
        ObjectNode quantity = node.putObject("quantity");
        if (q.value() == Math.rint(q.value()) && Math.abs(q.value()) < 1e15) {
            quantity.put("value", (long) q.value());
        } else {
            quantity.put("value", q.value());
        }
        quantity.put("unit", q.unit().isEmpty() ? null : q.unit())
                .put("form", q.form().name());
    }

    private static void putWindow(ObjectNode node, @Nullable Window w) {
        if (w == null) {
            node.putNull("window");
            return;
        }
        node.putObject("window")
                .put("from", w.from() == null ? null : w.from().toString())
                .put("to", w.to() == null ? null : w.to().toString());
    }

    /** Reads a statement back, as a decision record or a rule keeps it. */
    public static Statement readStatement(String json) {
        return statement(JSON.readTree(json));
    }

    private static Statement statement(JsonNode node) {
        var entities = new ArrayList<String>();
        node.path("entities").forEach(e -> entities.add(e.asString()));
        var spans = new ArrayList<Statement.Span>();
        node.path("source")
                .path("spans")
                .forEach(s ->
                        spans.add(new Statement.Span(s.get(0).asInt(), s.get(1).asInt())));
        return new Statement(
                Kind.valueOf(node.get("kind").asString()),
                present(node, "modality")
                        ? Modality.valueOf(node.get("modality").asString())
                        : null,
                entities,
                present(node, "comparator")
                        ? Comparison.valueOf(node.get("comparator").asString())
                        : null,
                present(node, "quantity") ? quantity(node.get("quantity")) : null,
                present(node, "window")
                        ? new Window(date(node.get("window"), "from"), date(node.get("window"), "to"))
                        : null,
                present(node, "recurrence") ? node.get("recurrence").asString() : null,
                slots(node.path("slots")),
                new Statement.Source(node.path("source").path("text").asString(""), spans, readBy(node.path("source"))),
                new Wording(
                        node.path("paraphrase").path("zh").asString(""),
                        node.path("paraphrase").path("en").asString("")));
    }

    private static @Nullable ReadBy readBy(JsonNode source) {
        return present(source, "readBy")
                ? new ReadBy(
                        source.get("readBy").get("host").asString(),
                        source.get("readBy").get("model").asString(),
                        Instant.parse(source.get("readBy").get("at").asString()))
                : null;
    }

    private static Quantity quantity(JsonNode node) {
        return new Quantity(
                node.get("value").asDouble(),
                node.path("unit").asString(""),
                Quantity.Form.valueOf(node.get("form").asString()));
    }

    private static @Nullable LocalDate date(JsonNode node, String field) {
        return present(node, field) ? LocalDate.parse(node.get(field).asString()) : null;
    }

    private static Map<String, Object> slots(JsonNode node) {
        var slots = new TreeMap<String, Object>();
        node.properties().forEach(e -> slots.put(e.getKey(), JSON.treeToValue(e.getValue(), Object.class)));
        return slots;
    }

    private static boolean present(JsonNode node, String field) {
        return node.has(field) && !node.get(field).isNull();
    }

    /** The JSON Schema (draft 2020-12) every understanding satisfies. */
    public static String schema() {
        try (InputStream in = UnderstandingJson.class.getResourceAsStream("understanding.schema.json")) {
            if (in == null) {
                throw new IllegalStateException(
                        "understanding.schema.json is missing from the rules jar; build it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "understanding.schema.json cannot be read from the rules jar; build it again.", e);
        }
    }
}
