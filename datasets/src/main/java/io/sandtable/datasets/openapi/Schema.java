package io.sandtable.datasets.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schema with everything that it refers to.
 *
 * @param component its name among the document's schemas; empty where it is written down where it is used
 * @param types that its values may have, {@code null} aside; empty where nobody says
 * @param texts title, extensions and description, the shortest kind first
 * @param properties of an object
 * @param items of a list; null where it is none
 * @param keywords all else that it says, such as {@code format} and {@code enum}
 */
record Schema(
        String component,
        Set<String> types,
        List<String> texts,
        Map<String, JsonNode> properties,
        @Nullable JsonNode items,
        Map<String, JsonNode> keywords) {
    Schema {
        types = Set.copyOf(types);
        texts = List.copyOf(texts);
        properties = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        keywords = Map.copyOf(keywords);
    }

    boolean isObject() {
        return !properties.isEmpty();
    }

    boolean isList() {
        return items != null;
    }

    /** A text that the keyword has; empty where none. */
    String text(String keyword) {
        JsonNode value = keywords.get(keyword);
        return value == null || value.isContainer() ? "" : value.asString();
    }
}
