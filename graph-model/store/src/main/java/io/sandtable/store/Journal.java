package io.sandtable.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/**
 * The graph's history: a node per revision, and beside it what that revision replaced, some thousand things to a node and deflated.
 * Nothing of it is read for the present business. See decision record 23.
 */
final class Journal {
    /** A part about so few things says which, so that looking for one of them need not open it. */
    private static final int NAMED_IDS = 64;

    private final TransactionContext tx;

    Journal(TransactionContext tx) {
        this.tx = tx;
    }

    /** Adds the revision, which must be the newest; in the transaction that makes it. */
    void append(long revision, Former former, int added, int changed, int removed) {
        tx.run(
                        "CREATE (:Revision {number: $number, at: datetime(), added: $added, changed: $changed, removed: $removed})",
                        Map.of("number", revision, "added", added, "changed", changed, "removed", removed))
                .consume();
        List<String> lines = FormerText.write(former);
        Batches.of(lines, part -> {
            Map<String, Object> named = idsOf(part)
                    .<Map<String, Object>>map(ids -> Map.of("ids", ids))
                    .orElse(Map.of());
            tx.run(
                            "CREATE (f:Former {revision: $revision, lines: $lines}) SET f += $named",
                            Map.of("revision", revision, "lines", deflate(String.join("\n", part)), "named", named))
                    .consume();
        });
    }

    /** All revisions we know of, the newest first. */
    List<Revision> revisions() {
        return tx.run("MATCH (r:Revision) RETURN r {.*} AS r ORDER BY r.number DESC")
                .list(Journal::revision);
    }

    /** The revisions after that one with what each replaced, the newest first. */
    void after(long revision, BiConsumer<Long, Former> each) {
        read(
                "MATCH (f:Former) WHERE f.revision > $revision RETURN f.revision AS revision, f.lines AS lines ORDER BY revision DESC",
                Map.of("revision", revision),
                each);
    }

    /** The revisions that changed the node, or a relation at it, and maybe others, the newest first. */
    void about(String id, BiConsumer<Long, Former> each) {
        read(
                "MATCH (f:Former) WHERE f.ids IS NULL OR $id IN f.ids RETURN f.revision AS revision, f.lines AS lines ORDER BY revision DESC",
                Map.of("id", id),
                each);
    }

    private void read(String cypher, Map<String, Object> parameters, BiConsumer<Long, Former> each) {
        tx.run(cypher, parameters).forEachRemaining(found -> {
            Former part = Former.empty();
            inflate(found.get("lines").asByteArray()).lines().forEach(line -> FormerText.read(line, part));
            each.accept(found.get("revision").asLong(), part);
        });
    }

    private static Optional<List<String>> idsOf(List<String> lines) {
        Set<String> ids = new LinkedHashSet<>();
        var part = Former.empty();
        if (lines.size() > NAMED_IDS) {
            return Optional.empty();
        }
        lines.forEach(line -> FormerText.read(line, part));
        ids.addAll(part.evidence().keySet());
        part.nodes().keySet().forEach(key -> ids.add(key.id()));
        part.relations().keySet().forEach(key -> {
            ids.add(key.from());
            ids.add(key.to());
        });
        return Optional.of(new ArrayList<>(ids));
    }

    private static Revision revision(Record found) {
        var r = found.get("r");
        return new Revision(
                r.get("number").asLong(),
                r.get("at").asZonedDateTime().toInstant(),
                r.get("added").asInt(0),
                r.get("changed").asInt(0),
                r.get("removed").asInt(0),
                r.get("begins").asBoolean(false));
    }

    private static byte[] deflate(String text) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory could not be written, which cannot be.", e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static String inflate(byte[] deflated) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A part of the graph's history cannot be read (%s); restore the graph from a backup."
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
