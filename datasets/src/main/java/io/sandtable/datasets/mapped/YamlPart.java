package io.sandtable.datasets.mapped;

import io.sandtable.datasets.reading.Nearest;
import io.sandtable.datasets.reading.YamlTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A part of a YAML file that knows where it is. */
record YamlPart(JsonNode node, String where) {
    /** The whole file. */
    static YamlPart read(String yaml) throws MappingWrong {
        try {
            return new YamlPart(YamlTree.read(yaml), "");
        } catch (YamlTree.Wrong e) {
            throw new MappingWrong("line " + e.line(), e.found(), "YAML");
        }
    }

    String at(String field) {
        return where.isEmpty() ? field : where + "." + field;
    }

    MappingWrong wrong(String field, String found, List<String> known) {
        return new MappingWrong(at(field), found, Nearest.to(found, known).orElse(String.join("|", known)));
    }

    void allow(String... fields) throws MappingWrong {
        if (!node.isObject()) {
            throw new MappingWrong(where, node.toString(), String.join("|", fields));
        }
        for (String name : names()) {
            if (!Arrays.asList(fields).contains(name)) {
                throw wrong(name, name, Arrays.asList(fields));
            }
        }
    }

    List<String> names() {
        return List.copyOf(node.propertyNames());
    }

    YamlPart part(String field) {
        return new YamlPart(node.path(field), at(field));
    }

    List<YamlPart> list(String field) throws MappingWrong {
        JsonNode list = node.path(field);
        if (!list.isArray() && !list.isMissingNode()) {
            throw new MappingWrong(at(field), list.toString(), "- …");
        }
        var parts = new ArrayList<YamlPart>();
        for (int i = 0; i < list.size(); i++) {
            parts.add(new YamlPart(list.get(i), at(field) + "[" + (i + 1) + "]"));
        }
        return parts;
    }

    String text(String field) throws MappingWrong {
        String text = textOrNull(field);
        if (text == null) {
            throw new MappingWrong(at(field), "", field);
        }
        return text;
    }

    @Nullable
    String textOrNull(String field) throws MappingWrong {
        JsonNode value = node.path(field);
        if (value.isContainer()) {
            throw new MappingWrong(at(field), value.toString(), "…");
        }
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    List<String> texts(String field) throws MappingWrong {
        JsonNode value = node.path(field);
        if (!value.isArray()) {
            String text = textOrNull(field);
            return text == null ? List.of() : List.of(text);
        }
        var texts = new ArrayList<String>();
        for (JsonNode one : value) {
            if (one.isContainer()) {
                throw new MappingWrong(at(field), one.toString(), "…");
            }
            texts.add(one.asString());
        }
        return List.copyOf(texts);
    }

    /** Each name with its texts. */
    Map<String, List<String>> lists() throws MappingWrong {
        var lists = new LinkedHashMap<String, List<String>>();
        for (String name : names()) {
            lists.put(name, texts(name));
        }
        return lists;
    }

    /** Each name with its text. */
    Map<String, String> pairs() throws MappingWrong {
        var words = new LinkedHashMap<String, String>();
        for (String word : names()) {
            words.put(word, text(word));
        }
        return words;
    }

    boolean flag(String field) {
        return node.path(field).asBoolean(false);
    }

    double number(String field, double otherwise) throws MappingWrong {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw new MappingWrong(at(field), value.toString(), "12.5");
        }
        return value.asDouble();
    }

    Text template(String field) throws MappingWrong {
        text(field);
        return part(field).template();
    }

    /** Itself as a text with holes. */
    Text template() throws MappingWrong {
        if (node.isContainer()) {
            throw new MappingWrong(where, node.toString(), "…");
        }
        String text = node.asString();
        try {
            return Text.parse(text);
        } catch (IllegalArgumentException e) {
            throw new MappingWrong(where, text, "{column}");
        }
    }

    @Nullable
    Text templateOrNull(String field) throws MappingWrong {
        return textOrNull(field) == null ? null : template(field);
    }

    <T> T word(String field, @Nullable T otherwise, List<T> all, Function<T, String> called) throws MappingWrong {
        String text = textOrNull(field);
        if (text == null && otherwise != null) {
            return otherwise;
        }
        for (T one : all) {
            if (called.apply(one).equals(text)) {
                return one;
            }
        }
        throw wrong(field, text == null ? "" : text, all.stream().map(called).toList());
    }
}
