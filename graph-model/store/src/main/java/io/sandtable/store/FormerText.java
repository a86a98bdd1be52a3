package io.sandtable.store;

import static io.sandtable.model.TabText.escape;
import static io.sandtable.model.TabText.unescape;

import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.Evidence;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.model.ValueKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A former state as lines of text, a line per thing: N node, R relation, E evidence; in small letters where there was nothing before.
 * Values are written so that exactly what the graph held comes back.
 */
final class FormerText {
    private static final String NONE = "-";

    private FormerText() {}

    static List<String> write(Former former) {
        var lines = new ArrayList<String>();
        former.evidence()
                .forEach((id, before) ->
                        lines.add(before.map(FormerText::evidence).orElseGet(() -> line("e", escape(id)))));
        former.nodes()
                .forEach((key, before) -> lines.add(before.map(thing -> line("N", escape(key.id())) + state(thing))
                        .orElseGet(() -> line("n", escape(key.id())))));
        former.relations()
                .forEach((key, before) -> lines.add(
                        before.map(thing -> relation("R", key) + state(thing)).orElseGet(() -> relation("r", key))));
        return lines;
    }

    /** Adds what the line says. */
    static void read(String line, Former former) {
        String[] f = line.split("\t", -1);
        switch (f[0]) {
            case "e" -> former.evidence().put(unescape(f[1]), Optional.empty());
            case "E" -> former.evidence().put(unescape(f[1]), Optional.of(evidence(f)));
            case "n" -> former.nodes().put(NodeKey.ofId(unescape(f[1])), Optional.empty());
            case "N" -> former.nodes().put(NodeKey.ofId(unescape(f[1])), Optional.of(state(f, 2)));
            case "r" -> former.relations().put(relation(f), Optional.empty());
            case "R" -> former.relations().put(relation(f), Optional.of(state(f, 5)));
            default ->
                throw new IllegalStateException(
                        "The graph's history holds a line that begins with '%s'; it must be one of E N R e n r. Restore the graph from a backup."
                                .formatted(f[0]));
        }
    }

    private static String line(String... fields) {
        return String.join("\t", fields);
    }

    private static String relation(String kind, RelationKey key) {
        return line(kind, key.type().name(), escape(key.from()), escape(key.to()), escape(key.variant()));
    }

    private static RelationKey relation(String[] f) {
        return new RelationKey(RelationType.valueOf(f[1]), unescape(f[2]), unescape(f[3]), unescape(f[4]));
    }

    private static String state(StoredThing thing) {
        var text = new StringBuilder();
        source(text, thing.source());
        thing.values().forEach((name, stated) -> {
            text.append('\t').append(name).append('\t').append(escape(value(stated.value())));
            if (stated.source().equals(thing.source())) {
                text.append("\t\t");
            } else {
                source(text, stated.source());
            }
        });
        return text.toString();
    }

    private static void source(StringBuilder text, StoredThing.Source source) {
        text.append('\t').append(source.evidenceId()).append('\t').append(escape(source.row()));
    }

    private static StoredThing state(String[] f, int at) {
        var source = new StoredThing.Source(f[at], unescape(f[at + 1]));
        var values = new TreeMap<String, StoredThing.Stated>();
        for (int i = at + 2; i + 3 < f.length; i += 4) {
            var own = f[i + 2].isEmpty() ? source : new StoredThing.Source(f[i + 2], unescape(f[i + 3]));
            values.put(f[i], new StoredThing.Stated(value(Attributes.named(f[i]), unescape(f[i + 1])), own));
        }
        return new StoredThing(source, values);
    }

    private static String value(Object value) {
        return value instanceof Double number ? ValueKind.NUMBER.format(number) : value.toString();
    }

    /** Texts of every kind stay as they were written; only what is no text in the graph is parsed. */
    private static Object value(Attribute attribute, String text) {
        return attribute.kind().javaType() == String.class
                ? text
                : attribute.kind().parse(text);
    }

    private static String evidence(Evidence e) {
        return line(
                "E",
                escape(e.id()),
                e.origin().code(),
                escape(e.source()),
                orNone(e.sha256()),
                e.asOf().toString(),
                orNone(e.licence()),
                orNone(e.by()));
    }

    private static Evidence evidence(String[] f) {
        return new Evidence(
                unescape(f[1]),
                Origin.valueOf(f[2].toUpperCase(Locale.ROOT)),
                unescape(f[3]),
                none(f[4]),
                LocalDate.parse(f[5]),
                none(f[6]),
                none(f[7]));
    }

    /** A text of its own that is the dash is told apart by a backslash, which {@code unescape} drops. */
    private static String orNone(@Nullable String text) {
        return text == null ? NONE : text.equals(NONE) ? "\\" + NONE : escape(text);
    }

    private static @Nullable String none(String field) {
        return field.equals(NONE) ? null : unescape(field);
    }
}
