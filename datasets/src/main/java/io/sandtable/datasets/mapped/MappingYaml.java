package io.sandtable.datasets.mapped;

import io.sandtable.datasets.Title;
import io.sandtable.datasets.mapped.Mapping.Condition;
import io.sandtable.datasets.mapped.Mapping.FactRule;
import io.sandtable.datasets.mapped.Mapping.Lookup;
import io.sandtable.datasets.mapped.Mapping.NodeRule;
import io.sandtable.datasets.mapped.Mapping.RelationRule;
import io.sandtable.datasets.mapped.Mapping.Table;
import io.sandtable.datasets.mapped.Mapping.ValueRule;
import io.sandtable.datasets.reading.Nearest;
import io.sandtable.model.Attribute;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.model.ValueKind;
import java.nio.file.FileSystems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a mapping; see docs/reference/mappings.md. */
final class MappingYaml {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "tab", '\t', "semicolon", ';', "pipe", '|');

    private MappingYaml() {}

    /** The first thing that is wrong with it is the exception. */
    static Mapping read(String yaml) throws MappingWrong {
        JsonNode tree;
        try {
            tree = YAML.readTree(yaml);
        } catch (JacksonException e) {
            throw new MappingWrong("line " + e.getLocation().getLineNr(), e.getOriginalMessage(), "YAML");
        }
        var top = new Part(tree, "");
        top.allow("name", "title", "origin", "source", "licence", "asOf", "tables", "ignored");
        String name = top.text("name");
        for (String ignored : top.texts("ignored")) {
            glob(ignored, "ignored");
        }
        return new Mapping(
                name,
                title(top, name),
                top.word("origin", Origin.REAL, Arrays.asList(Origin.values()), Origin::code),
                top.textOrNull("source"),
                top.textOrNull("licence"),
                asOf(top),
                tables(top),
                top.texts("ignored"));
    }

    private static Title title(Part top, String name) throws MappingWrong {
        Part title = top.part("title");
        return title.node().isObject()
                ? new Title(title.text("zh"), title.text("en"))
                : Title.of(title.node().asString(name));
    }

    private static @Nullable LocalDate asOf(Part top) throws MappingWrong {
        String text = top.textOrNull("asOf");
        try {
            return text == null ? null : (LocalDate) ValueKind.DATE.parse(text);
        } catch (IllegalArgumentException e) {
            throw new MappingWrong("asOf", String.valueOf(text), "2026-11-21");
        }
    }

    private static List<Table> tables(Part top) throws MappingWrong {
        var tables = new ArrayList<Table>();
        for (Part part : top.list("tables")) {
            part.allow("file", "separator", "header", "has", "optional", "lookups", "facts");
            Table table = table(part);
            if (table.facts().isEmpty()) {
                throw new MappingWrong(part.at("facts"), "", "- node: Material");
            }
            tables.add(table);
        }
        if (tables.isEmpty()) {
            throw new MappingWrong("tables", "", "- file: items.csv");
        }
        return List.copyOf(tables);
    }

    private static Table table(Part part) throws MappingWrong {
        var lookups = new ArrayList<Lookup>();
        for (Part lookup : part.list("lookups")) {
            lookup.allow("as", "key", "theirs", "file", "separator", "header", "has");
            String key = lookup.text("key");
            String theirs = lookup.textOrNull("theirs");
            lookups.add(new Lookup(lookup.text("as"), table(lookup), key, theirs == null ? key : theirs));
        }
        var facts = new ArrayList<FactRule>();
        for (Part fact : part.list("facts")) {
            facts.add(fact(fact));
        }
        String word = part.textOrNull("separator");
        Character separator = word == null ? null : SEPARATORS.get(word);
        if (word != null && separator == null) {
            throw part.wrong(
                    "separator", word, SEPARATORS.keySet().stream().sorted().toList());
        }
        List<String> has = part.texts("has");
        String file = part.textOrNull("file");
        if (file == null && has.isEmpty()) {
            throw new MappingWrong(part.at("file"), "", "items.csv");
        }
        glob(file, part.at("file"));
        return new Table(
                file == null ? "*" : file, separator, part.texts("header"), has, part.flag("optional"), lookups, facts);
    }

    private static void glob(@Nullable String glob, String where) throws MappingWrong {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + (glob == null ? "*" : glob));
        } catch (PatternSyntaxException e) {
            throw new MappingWrong(where, String.valueOf(glob), "*.csv");
        }
    }

    private static FactRule fact(Part part) throws MappingWrong {
        part.allow("node", "id", "relation", "from", "to", "variant", "when", "once", "assumed", "values");
        String node = part.textOrNull("node");
        if (node != null) {
            NodeType type = part.word("node", null, Arrays.asList(NodeType.values()), NodeType::label);
            return new NodeRule(
                    type,
                    part.template("id"),
                    conditions(part),
                    part.flag("once"),
                    part.textOrNull("assumed"),
                    values(part, type::find, type.attributes()));
        }
        RelationType type = part.word("relation", null, Arrays.asList(RelationType.values()), RelationType::name);
        return new RelationRule(
                type,
                part.template("from"),
                part.template("to"),
                part.textOrNull("variant") == null ? Text.parse("") : part.template("variant"),
                conditions(part),
                part.flag("once"),
                part.textOrNull("assumed"),
                values(part, type::find, type.attributes()));
    }

    private static List<Condition> conditions(Part part) throws MappingWrong {
        var conditions = new ArrayList<Condition>();
        Part when = part.part("when");
        for (String column : when.names()) {
            List<String> words = when.texts(column);
            conditions.add(
                    switch (words.size() == 1 ? words.getFirst() : "") {
                        case "present" -> new Condition(column, Condition.Test.PRESENT, List.of());
                        case "blank" -> new Condition(column, Condition.Test.BLANK, List.of());
                        default -> new Condition(column, Condition.Test.ONE_OF, words);
                    });
        }
        return List.copyOf(conditions);
    }

    private static List<ValueRule> values(Part part, Function<String, Optional<Attribute>> find, List<Attribute> known)
            throws MappingWrong {
        var values = new ArrayList<ValueRule>();
        Part all = part.part("values");
        for (String name : all.names()) {
            Optional<Attribute> attribute = find.apply(name);
            if (attribute.isEmpty()) {
                throw all.wrong(name, name, known.stream().map(Attribute::name).toList());
            }
            values.add(value(attribute.get(), all, name));
        }
        return List.copyOf(values);
    }

    private static ValueRule value(Attribute attribute, Part all, String name) throws MappingWrong {
        Part part = all.part(name);
        if (!part.node().isObject()) {
            return new ValueRule(attribute, all.template(name), null, Map.of(), null, 1, null, null, null, Map.of());
        }
        part.allow("from", "at", "words", "otherwise", "times", "per", "withoutVat", "unit", "factors");
        var factors = new LinkedHashMap<String, Double>();
        Part table = part.part("factors");
        for (String unit : table.names()) {
            factors.put(unit, table.number(unit, 1));
        }
        return new ValueRule(
                attribute,
                part.template("from"),
                part.templateOrNull("at"),
                words(part.part("words")),
                part.textOrNull("otherwise"),
                part.number("times", 1),
                part.templateOrNull("per"),
                part.templateOrNull("withoutVat"),
                part.templateOrNull("unit"),
                factors);
    }

    private static Map<String, String> words(Part part) throws MappingWrong {
        var words = new LinkedHashMap<String, String>();
        for (String word : part.names()) {
            words.put(word, part.text(word));
        }
        return words;
    }

    /** A part of the tree that knows where it is. */
    private record Part(JsonNode node, String where) {
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

        Part part(String field) {
            return new Part(node.path(field), at(field));
        }

        List<Part> list(String field) throws MappingWrong {
            JsonNode list = node.path(field);
            if (!list.isArray() && !list.isMissingNode()) {
                throw new MappingWrong(at(field), list.toString(), "- …");
            }
            var parts = new ArrayList<Part>();
            for (int i = 0; i < list.size(); i++) {
                parts.add(new Part(list.get(i), at(field) + "[" + (i + 1) + "]"));
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
            String text = text(field);
            try {
                return Text.parse(text);
            } catch (IllegalArgumentException e) {
                throw new MappingWrong(at(field), text, "{column}");
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
            throw wrong(
                    field, text == null ? "" : text, all.stream().map(called).toList());
        }
    }
}
