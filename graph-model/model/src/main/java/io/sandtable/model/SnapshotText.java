package io.sandtable.model;

import static io.sandtable.model.TabText.escape;
import static io.sandtable.model.TabText.unescape;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of a snapshot: a line per source (E), node (N) and relation (R), fields parted by tabs, sorted; what the hash
 * is taken over and what the archive keeps. {@code read(write(s))} has the hash of {@code s}.
 */
public final class SnapshotText {
    private static final String HEADER = "sandtable-snapshot 1";
    private static final String NONE = "-";

    private SnapshotText() {}

    /** The canonical text, lines ended by \n. */
    public static String write(BusinessSnapshot snapshot) {
        var text = new StringBuilder(1 << 16).append(HEADER).append('\n');
        for (Evidence e : snapshot.evidence()) {
            line(
                    text,
                    List.of(
                            "E",
                            e.id(),
                            e.origin().code(),
                            escape(e.source()),
                            orNone(e.sha256()),
                            e.asOf().toString(),
                            orNone(e.licence()),
                            orNone(e.by())));
        }
        for (NodeType type : NodeType.values()) {
            for (Node node : snapshot.nodes(type)) {
                thing(text, List.of("N", type.label(), escape(node.id())), node);
            }
        }
        for (RelationType type : RelationType.values()) {
            for (Relation relation : snapshot.relations(type)) {
                thing(
                        text,
                        List.of(
                                "R",
                                type.name(),
                                escape(relation.from().id()),
                                escape(relation.to().id()),
                                escape(relation.variant())),
                        relation);
            }
        }
        return text.toString();
    }

    /** Reads what {@link #write} wrote; a damaged text is refused with the number of its line. */
    public static BusinessSnapshot read(String text) {
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(HEADER)) {
            throw new IllegalArgumentException(
                    "The text begins with '%s'; an archived snapshot begins with '%s'.".formatted(lines[0], HEADER));
        }
        var evidence = new LinkedHashMap<String, Evidence>();
        var facts = new ArrayList<Fact>();
        for (int i = 1; i < lines.length - 1; i++) {
            try {
                readLine(lines[i].split("\t", -1), evidence, facts);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(
                        "Line %d of the archived snapshot cannot be read (%s); restore the file from a backup."
                                .formatted(i + 1, e.getMessage()),
                        e);
            }
        }
        return BusinessSnapshot.of(facts);
    }

    private static void readLine(String[] f, Map<String, Evidence> evidence, List<Fact> facts) {
        switch (f[0]) {
            case "E" ->
                evidence.put(
                        f[1],
                        new Evidence(
                                f[1],
                                Origin.valueOf(f[2].toUpperCase(java.util.Locale.ROOT)),
                                unescape(f[3]),
                                none(f[4]),
                                LocalDate.parse(f[5]),
                                none(f[6]),
                                none(f[7])));
            case "N" -> {
                NodeType type = NodeType.labelled(f[1]).orElseThrow();
                read(
                        f,
                        3,
                        evidence,
                        (values, e, row) -> new Fact.NodeFact(type, unescape(f[2]), values, e, row),
                        facts);
            }
            case "R" -> {
                RelationType type = RelationType.valueOf(f[1]);
                read(
                        f,
                        5,
                        evidence,
                        (values, e, row) -> new Fact.RelationFact(
                                type, unescape(f[2]), unescape(f[3]), unescape(f[4]), values, e, row),
                        facts);
            }
            default -> throw new IllegalArgumentException("unknown line kind '" + f[0] + "'");
        }
    }

    private interface FactMaker {
        Fact make(Map<String, Object> values, Evidence evidence, String row);
    }

    private static void read(String[] f, int at, Map<String, Evidence> evidence, FactMaker maker, List<Fact> facts) {
        String mainSource = f[at];
        var bySource = new LinkedHashMap<String, Map<String, Object>>();
        bySource.put(mainSource, new TreeMap<>());
        for (int i = at + 1; i + 2 < f.length; i += 3) {
            Attribute attribute = Attributes.named(f[i]);
            String source = f[i + 2].isEmpty() ? mainSource : f[i + 2];
            bySource.computeIfAbsent(source, s -> new TreeMap<>())
                    .put(attribute.name(), attribute.kind().parse(unescape(f[i + 1])));
        }
        bySource.forEach((source, values) -> {
            int hash = source.indexOf('#');
            Evidence e = evidence.get(source.substring(0, hash));
            if (e == null) {
                throw new IllegalArgumentException("unknown evidence '" + source + "'");
            }
            facts.add(maker.make(values, e, unescape(source.substring(hash + 1))));
        });
    }

    private static void thing(StringBuilder text, List<String> head, Thing thing) {
        var fields = new ArrayList<>(head);
        fields.add(source(thing.source()));
        Map<String, Thing.Ref> own = thing.ownSources();
        thing.values().forEach((name, value) -> {
            fields.add(name);
            fields.add(escape(value instanceof Double d ? ValueKind.NUMBER.format(d) : value.toString()));
            Thing.Ref ref = own.get(name);
            fields.add(ref == null ? "" : source(ref));
        });
        line(text, fields);
    }

    private static String source(Thing.Ref ref) {
        return ref.evidence().id() + "#" + escape(ref.row());
    }

    private static void line(StringBuilder text, List<String> fields) {
        text.append(String.join("\t", fields)).append('\n');
    }

    private static String orNone(@Nullable String text) {
        return text == null ? NONE : escape(text);
    }

    private static @Nullable String none(String field) {
        return field.equals(NONE) ? null : unescape(field);
    }
}
