package io.sandtable.datasets.openapi;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Nearest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The schemas of a document. What they refer to outside of it is named and never fetched. */
final class Schemas {
    static final String COMPONENTS = "#/components/schemas/";
    /** Extensions that say in words what a value is. */
    private static final Pattern WORDS =
            Pattern.compile("x-.*(name|label|title|caption|desc|comment|display|alias|cn|zh).*");

    private static final String UNIT = "x-unit";
    private static final int LONGEST_CHAIN = 50;
    /** Schemas looked at: small documents can be made that would go on for years. */
    private static final int MOST = 500_000;

    private final JsonNode document;
    private final String file;
    private final Draft draft;
    private final Set<List<String>> told = new HashSet<>();
    private int looked;

    Schemas(JsonNode document, String file, Draft draft) {
        this.document = document;
        this.file = file;
        this.draft = draft;
    }

    /** Names of the schemas that the document describes by themselves. */
    List<String> components() {
        return List.copyOf(document.path("components").path("schemas").propertyNames());
    }

    /** What stands there, with all that it refers to; what is wrong with a reference is said of the place. */
    Schema of(JsonNode node, String place) {
        var gathering = new Gathering(place);
        if (++looked > MOST) {
            tell(ProblemCode.API_CUT_SHORT, "components", "> " + MOST, String.valueOf(MOST));
        } else {
            gathering.take(node, true, 0);
        }
        return gathering.schema();
    }

    /** A node, or the one that it refers to. */
    JsonNode followed(JsonNode node, String place) {
        var seen = new HashSet<String>();
        JsonNode at = node;
        while (at.path("$ref").isString() && seen.add(at.path("$ref").asString())) {
            at = target(at.path("$ref").asString(), place).orElse(MissingNode.getInstance());
        }
        return at;
    }

    private Optional<JsonNode> target(String ref, String place) {
        if (!ref.startsWith("#")) {
            tell(ProblemCode.API_REF_OUTSIDE, place, ref, COMPONENTS + "…");
            return Optional.empty();
        }
        JsonNode found = pointer(ref).map(document::at).orElse(MissingNode.getInstance());
        if (found.isMissingNode()) {
            String known = Nearest.to(ref.substring(ref.lastIndexOf('/') + 1), components())
                    .orElse(components().isEmpty() ? "…" : components().getFirst());
            tell(ProblemCode.API_REF_UNKNOWN, place, ref, COMPONENTS + known);
            return Optional.empty();
        }
        return Optional.of(found);
    }

    /** Once for what is found: a schema is looked at wherever it is used. */
    void tell(ProblemCode code, String place, String found, String expected) {
        if (told.add(List.of(code.name(), found))) {
            draft.problem(code, file, 0, place, found, expected);
        }
    }

    private static Optional<JsonPointer> pointer(String ref) {
        try {
            // a plus sign is one in a fragment
            return Optional.of(JsonPointer.compile(
                    URLDecoder.decode(ref.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One schema while it is put together. */
    private final class Gathering {
        private final String place;
        private final Map<JsonNode, Boolean> taken = new IdentityHashMap<>();
        private String component = "";
        private final Set<String> types = new LinkedHashSet<>();
        private final List<String> titles = new ArrayList<>();
        private final List<String> extensions = new ArrayList<>();
        private final List<String> descriptions = new ArrayList<>();
        private final Map<String, JsonNode> properties = new LinkedHashMap<>();
        private final Map<String, JsonNode> keywords = new HashMap<>();
        private @Nullable JsonNode items;

        Gathering(String place) {
            this.place = place;
        }

        /** @param itself whether the schema is what the node refers to, and not only made of it */
        void take(JsonNode node, boolean itself, int depth) {
            // what is met again, perhaps within itself, says nothing more
            if (taken.put(node, true) != null) {
                return;
            }
            if (depth > LONGEST_CHAIN) {
                tell(ProblemCode.API_CUT_SHORT, place, "$ref, allOf", String.valueOf(LONGEST_CHAIN));
                return;
            }
            words(node);
            String ref = node.path("$ref").asString("");
            if (!ref.isEmpty()) {
                if (itself && component.isEmpty() && ref.startsWith(COMPONENTS)) {
                    component = ref.substring(COMPONENTS.length());
                }
                target(ref, place).ifPresent(target -> take(target, itself, depth + 1));
            }
            kinds(node.path("type"));
            node.forEachEntry((name, value) -> {
                if (!value.isObject() && !name.equals("$ref")) {
                    keywords.putIfAbsent(name, value);
                }
            });
            node.path("properties").forEachEntry(properties::putIfAbsent);
            if (node.path("items").isObject() && items == null) {
                items = node.path("items");
            }
            // one that is made of another and nothing else is that other, with words of its own
            boolean alone = node.path("allOf").size() == 1 && !node.has("properties");
            node.path("allOf").forEach(part -> take(part, itself && alone, depth + 1));
            List<JsonNode> choices = Stream.of("oneOf", "anyOf")
                    .flatMap(name -> node.path(name).valueStream())
                    .filter(choice -> !choice.path("type").asString("").equals("null"))
                    .toList();
            choices.forEach(choice -> take(choice, itself && choices.size() == 1, depth + 1));
        }

        private void words(JsonNode node) {
            add(titles, node.path("title"));
            add(descriptions, node.path("description"));
            node.forEachEntry((name, value) -> {
                if (WORDS.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                    add(extensions, value);
                }
            });
        }

        private static void add(List<String> texts, JsonNode text) {
            if (text.isString() && !text.asString().isBlank()) {
                texts.add(text.asString());
            }
        }

        private void kinds(JsonNode type) {
            Stream<JsonNode> all = type.isArray() ? type.valueStream() : Stream.of(type);
            all.filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .filter(kind -> !kind.equals("null"))
                    .forEach(types::add);
        }

        Schema schema() {
            // words that stand where a schema is used say more than those of the schema itself, and come first
            List<String> texts = Stream.of(titles, extensions, descriptions)
                    .flatMap(List::stream)
                    .toList();
            return new Schema(component, types, texts, properties, items, keywords);
        }
    }

    /** The unit that an extension names; empty where none does. */
    static String unit(Schema schema) {
        return schema.text(UNIT);
    }
}
