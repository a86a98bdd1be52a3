package io.sandtable.model;

import static io.sandtable.model.TabText.escape;
import static io.sandtable.model.TabText.unescape;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
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
        var text = new StringBuilder(1 << 16);
        try {
            write(snapshot, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory could not be written, which cannot be.", e);
        }
        return text.toString();
    }

    /** Lower-case hex SHA-256 of the canonical text in UTF-8, which is never held as a whole. */
    static String sha256(BusinessSnapshot snapshot) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var out = new BufferedWriter(
                    new OutputStreamWriter(
                            new DigestOutputStream(OutputStream.nullOutputStream(), digest), StandardCharsets.UTF_8),
                    1 << 16)) {
                write(snapshot, out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256, which every JDK must have; use a Temurin 25.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("A digest could not be written, which cannot be.", e);
        }
    }

    private static void write(BusinessSnapshot snapshot, Appendable text) throws IOException {
        text.append(HEADER).append('\n');
        for (Evidence e : snapshot.evidence()) {
            fields(
                    text,
                    "E",
                    e.id(),
                    e.origin().code(),
                    escape(e.source()),
                    orNone(e.sha256()),
                    e.asOf().toString(),
                    orNone(e.licence()),
                    orNone(e.by()));
            text.append('\n');
        }
        for (NodeType type : NodeType.values()) {
            List<Node> nodes = snapshot.nodes(type);
            List<Attribute> attributes = attributes(nodes);
            for (Node node : nodes) {
                fields(text, "N", type.label(), escape(node.id()));
                thing(text, node, attributes);
            }
        }
        for (RelationType type : RelationType.values()) {
            List<Relation> relations = snapshot.relations(type);
            List<Attribute> attributes = attributes(relations);
            for (Relation relation : relations) {
                fields(
                        text,
                        "R",
                        type.name(),
                        escape(relation.from().id()),
                        escape(relation.to().id()),
                        escape(relation.variant()));
                thing(text, relation, attributes);
            }
        }
    }

    private static List<Attribute> attributes(List<? extends Thing> things) {
        return things.isEmpty() ? List.of() : things.getFirst().table().attributes();
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

    private static void thing(Appendable text, Thing thing, List<Attribute> attributes) throws IOException {
        text.append('\t');
        source(text, thing.source());
        Map<String, Thing.Ref> own = thing.ownSources();
        for (Attribute attribute : attributes) {
            Object value = thing.table().value(attribute, thing.row());
            if (value == null) {
                continue;
            }
            text.append('\t').append(attribute.name()).append('\t');
            text.append(escape(value instanceof Double d ? ValueKind.NUMBER.format(d) : value.toString()));
            text.append('\t');
            Thing.Ref ref = own.get(attribute.name());
            if (ref != null) {
                source(text, ref);
            }
        }
        text.append('\n');
    }

    private static void source(Appendable text, Thing.Ref ref) throws IOException {
        text.append(ref.evidence().id()).append('#').append(escape(ref.row()));
    }

    private static void fields(Appendable text, String... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : "\t").append(fields[i]);
        }
    }

    private static String orNone(@Nullable String text) {
        return text == null ? NONE : escape(text);
    }

    private static @Nullable String none(String field) {
        return field.equals(NONE) ? null : unescape(field);
    }
}
