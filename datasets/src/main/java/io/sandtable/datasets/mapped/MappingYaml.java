package io.sandtable.datasets.mapped;

import io.sandtable.datasets.Title;
import io.sandtable.datasets.mapped.Mapping.Condition;
import io.sandtable.datasets.mapped.Mapping.FactRule;
import io.sandtable.datasets.mapped.Mapping.Lookup;
import io.sandtable.datasets.mapped.Mapping.Named;
import io.sandtable.datasets.mapped.Mapping.NodeRule;
import io.sandtable.datasets.mapped.Mapping.RelationRule;
import io.sandtable.datasets.mapped.Mapping.Table;
import io.sandtable.datasets.mapped.Mapping.Unpivot;
import io.sandtable.datasets.mapped.Mapping.ValueRule;
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

/** Reads a mapping; see docs/reference/mappings.md. */
final class MappingYaml {
    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "tab", '\t', "semicolon", ';', "pipe", '|');

    private MappingYaml() {}

    /** The first thing that is wrong with it is the exception. */
    static Mapping read(String yaml, Likes likes) throws MappingWrong {
        YamlPart top = YamlPart.read(yaml);
        top.allow(
                "name",
                "title",
                "origin",
                "source",
                "licence",
                "asOf",
                "like",
                "optional",
                "tables",
                "columns",
                "files",
                "ignored");
        String name = top.text("name");
        for (String ignored : top.texts("ignored")) {
            glob(ignored, "ignored");
        }
        List<Table> tables = tables(top, likes);
        return new Mapping(
                name,
                title(top, name),
                top.word("origin", Origin.REAL, Arrays.asList(Origin.values()), Origin::code),
                top.textOrNull("source"),
                top.textOrNull("licence"),
                asOf(top),
                tables,
                named(top, tables),
                top.texts("ignored"));
    }

    /** Mappings that others may be like, by name; empty where there is none of that name. */
    @FunctionalInterface
    interface Likes {
        Optional<Mapping> find(String name) throws MappingWrong;
    }

    /** What files call the columns: those that are named first, then all others. */
    private static List<Named> named(YamlPart top, List<Table> tables) throws MappingWrong {
        var columns = tables.stream()
                .flatMap(table -> Rules.columns(table).stream())
                .distinct()
                .toList();
        List<String> names =
                tables.stream().map(Table::name).filter(n -> !n.isEmpty()).toList();
        var named = new ArrayList<Named>();
        for (YamlPart file : top.list("files")) {
            file.allow("file", "has", "as", "columns");
            String glob = file.text("file");
            glob(glob, file.at("file"));
            List<String> as = file.texts("as");
            for (String one : as) {
                if (!names.contains(one)) {
                    throw file.wrong("as", one, names);
                }
            }
            if (as.isEmpty()) {
                throw new MappingWrong(file.at("as"), "", String.join("|", names));
            }
            named.add(new Named(glob, file.texts("has"), as, words(file.part("columns"), columns)));
        }
        named.add(new Named("**", List.of(), List.of(), words(top.part("columns"), columns)));
        return List.copyOf(named);
    }

    private static Map<String, List<String>> words(YamlPart part, List<String> columns) throws MappingWrong {
        Map<String, List<String>> words = part.lists();
        for (String column : words.keySet()) {
            if (!columns.contains(column)) {
                throw part.wrong(column, column, columns);
            }
        }
        return words;
    }

    private static Title title(YamlPart top, String name) throws MappingWrong {
        YamlPart title = top.part("title");
        return title.node().isObject()
                ? new Title(title.text("zh"), title.text("en"))
                : Title.of(title.node().asString(name));
    }

    private static @Nullable LocalDate asOf(YamlPart top) throws MappingWrong {
        String text = top.textOrNull("asOf");
        try {
            return text == null ? null : (LocalDate) ValueKind.DATE.parse(text);
        } catch (IllegalArgumentException e) {
            throw new MappingWrong("asOf", String.valueOf(text), "2026-11-21");
        }
    }

    /** Those of the mapping that it is like, and its own. */
    private static List<Table> tables(YamlPart top, Likes likes) throws MappingWrong {
        var tables = new ArrayList<Table>();
        String like = top.textOrNull("like");
        if (like != null) {
            List<String> optional = top.texts("optional");
            likes.find(like)
                    .orElseThrow(() -> new MappingWrong("like", like, Mappings.BASE))
                    .tables()
                    .forEach(table -> tables.add(optional.contains(table.name()) ? table.madeOptional() : table));
        }
        for (YamlPart part : top.list("tables")) {
            part.allow(
                    "name",
                    "file",
                    "separator",
                    "header",
                    "has",
                    "optional",
                    "fillDown",
                    "count",
                    "unnamed",
                    "fromName",
                    "unpivot",
                    "lookups",
                    "facts");
            Table table = table(part, tables);
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

    private static Table table(YamlPart part, List<Table> before) throws MappingWrong {
        var facts = new ArrayList<FactRule>();
        for (YamlPart fact : part.list("facts")) {
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
        String name = part.textOrNull("name");
        var table = new Table(
                name == null ? "" : name,
                file == null ? "*" : file,
                separator,
                part.texts("header"),
                has,
                part.flag("optional"),
                part.texts("fillDown"),
                part.part("count").pairs(),
                part.textOrNull("unnamed") == null ? "" : part.text("unnamed"),
                fromName(part.part("fromName")),
                unpivot(part),
                List.of(),
                facts);
        return part.list("lookups").isEmpty() ? table : table.with(lookups(part, before, table.bare()));
    }

    /** In tables before it, in files of their own, or in other rows of the table itself. */
    private static List<Lookup> lookups(YamlPart part, List<Table> before, Table itself) throws MappingWrong {
        var named = new ArrayList<>(before);
        named.add(itself);
        var lookups = new ArrayList<Lookup>();
        for (YamlPart lookup : part.list("lookups")) {
            lookup.allow("as", "key", "theirs", "unique", "table", "file", "separator", "header", "has");
            lookup.text("as");
            List<String> key = lookup.texts("key");
            List<String> theirs = lookup.texts("theirs");
            if (key.isEmpty()) {
                throw new MappingWrong(lookup.at("key"), "", "key");
            }
            if (!theirs.isEmpty() && theirs.size() != key.size()) {
                throw new MappingWrong(lookup.at("theirs"), theirs.toString(), "[…] × " + key.size());
            }
            Table other = lookup.textOrNull("table") == null
                    ? table(lookup, before)
                    : lookup.word("table", null, named, Table::name);
            lookups.add(
                    new Lookup(lookup.text("as"), other, key, theirs.isEmpty() ? key : theirs, lookup.flag("unique")));
        }
        return List.copyOf(lookups);
    }

    private static Map<String, String> fromName(YamlPart part) throws MappingWrong {
        Map<String, String> globs = part.pairs();
        for (Map.Entry<String, String> glob : globs.entrySet()) {
            if (glob.getValue().chars().filter(c -> c == '*').count() != 1) {
                throw new MappingWrong(part.at(glob.getKey()), glob.getValue(), "sales-*.csv");
            }
        }
        return globs;
    }

    private static @Nullable Unpivot unpivot(YamlPart table) throws MappingWrong {
        YamlPart part = table.part("unpivot");
        if (part.node().isMissingNode()) {
            return null;
        }
        part.allow("keep", "column", "value");
        List<String> keep = part.texts("keep");
        if (keep.isEmpty()) {
            throw new MappingWrong(part.at("keep"), "", "[date]");
        }
        return new Unpivot(keep, part.text("column"), part.text("value"));
    }

    private static void glob(@Nullable String glob, String where) throws MappingWrong {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + (glob == null ? "*" : glob));
        } catch (PatternSyntaxException e) {
            throw new MappingWrong(where, String.valueOf(glob), "*.csv");
        }
    }

    private static FactRule fact(YamlPart part) throws MappingWrong {
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

    /** By the column, or several of which the first that has something counts. */
    private static List<Condition> conditions(YamlPart part) throws MappingWrong {
        var conditions = new ArrayList<Condition>();
        YamlPart when = part.part("when");
        for (String column : when.names()) {
            conditions.add(condition(when, column));
        }
        return List.copyOf(conditions);
    }

    private static Condition condition(YamlPart when, String column) throws MappingWrong {
        Text of = Text.parse("{" + column + "}");
        YamlPart part = when.part(column);
        if (part.node().isObject()) {
            part.allow("not");
            return new Condition(of, Condition.Test.NONE_OF, part.texts("not"));
        }
        List<String> words = when.texts(column);
        return switch (words.size() == 1 ? words.getFirst() : "") {
            case "present" -> new Condition(of, Condition.Test.PRESENT, List.of());
            case "blank" -> new Condition(of, Condition.Test.BLANK, List.of());
            default -> new Condition(of, Condition.Test.ONE_OF, words);
        };
    }

    private static List<ValueRule> values(
            YamlPart part, Function<String, Optional<Attribute>> find, List<Attribute> known) throws MappingWrong {
        var values = new ArrayList<ValueRule>();
        YamlPart all = part.part("values");
        for (String name : all.names()) {
            Optional<Attribute> attribute = find.apply(name);
            if (attribute.isEmpty()) {
                throw all.wrong(name, name, known.stream().map(Attribute::name).toList());
            }
            if (all.part(name).node().isArray()) {
                for (YamlPart one : all.list(name)) {
                    values.add(value(attribute.get(), one));
                }
            } else {
                values.add(value(attribute.get(), all.part(name)));
            }
        }
        return List.copyOf(values);
    }

    private static ValueRule value(Attribute attribute, YamlPart part) throws MappingWrong {
        if (!part.node().isObject()) {
            return new ValueRule(
                    attribute, part.template(), null, false, Map.of(), null, 1, null, null, null, Map.of());
        }
        part.allow("from", "at", "sum", "words", "otherwise", "times", "per", "withoutVat", "unit", "factors");
        if (part.flag("sum") && part.textOrNull("at") == null) {
            throw new MappingWrong(part.at("at"), "", "{date}");
        }
        var factors = new LinkedHashMap<String, Double>();
        YamlPart table = part.part("factors");
        for (String unit : table.names()) {
            factors.put(unit, table.number(unit, 1));
        }
        return new ValueRule(
                attribute,
                part.template("from"),
                part.templateOrNull("at"),
                part.flag("sum"),
                part.part("words").pairs(),
                part.textOrNull("otherwise"),
                part.number("times", 1),
                part.templateOrNull("per"),
                part.templateOrNull("withoutVat"),
                part.templateOrNull("unit"),
                factors);
    }
}
