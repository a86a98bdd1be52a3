package io.sandtable.audit.log;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.internal.DurableFiles;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.SigningKey;
import io.sandtable.audit.tlog.Tile;
import io.sandtable.audit.tlog.TileBytes;
import io.sandtable.audit.tlog.TlogProof;
import io.sandtable.audit.tlog.VerifierKey;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The append-only log of one home folder, open for its single writer. A record is committed by the checkpoint that
 * covers it: tiles are written first, the signed checkpoint is renamed into place last, and only then does
 * {@link #append} return.
 */
public final class DecisionLog implements Closeable {
    /** Folder of the log below the home folder. */
    public static final String FOLDER = "log";

    public static final String CHECKPOINT = "checkpoint";

    /** File with the public key, for whoever verifies the folder. */
    public static final String VERIFIER_KEY = "log.vkey";

    private static final String KEYS = "keys";

    private final Path folder;
    private final SigningKey key;
    private final WriterLock lock;
    private final TileFolder tiles;
    private Edges edges;
    private Checkpoint checkpoint;
    private boolean reload;

    private DecisionLog(Path folder, SigningKey key, WriterLock lock) throws IOException {
        this.folder = folder;
        this.key = key;
        this.lock = lock;
        this.tiles = new TileFolder(folder);
        this.checkpoint = readCheckpoint();
        this.edges = readEdges();
    }

    /**
     * Opens the log in {@code home/log}, creating it and its key in {@code home/keys} the first time, and ignores what
     * an append cut short has left behind.
     */
    public static DecisionLog open(Path home, Origin origin) {
        Path folder = home.resolve(FOLDER);
        try {
            DurableFiles.createFolders(folder);
            WriterLock lock = WriterLock.take(folder.resolve(".writer"));
            try {
                DurableFiles.removeTemporaries(folder);
                boolean fresh = !Files.exists(folder.resolve(CHECKPOINT)) && !Files.exists(folder.resolve("tile"));
                SigningKey key = LogKeys.loadOrCreate(home.resolve(KEYS), origin, fresh);
                if (fresh) {
                    DurableFiles.write(
                            folder.resolve(VERIFIER_KEY),
                            LogKeys.line(key.verifier().line()));
                    writeCheckpoint(folder, Checkpoint.sign(0, Merkle.EMPTY_ROOT, key));
                }
                return new DecisionLog(folder, key, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The log %s cannot be opened (%s). Free disk space or check the folder's rights, then start again."
                            .formatted(folder, e),
                    e);
        }
    }

    /** Logs one canonical record and returns once it is durable. */
    public Receipt append(byte[] canonicalRecord) {
        return appendAll(List.of(canonicalRecord)).getFirst();
    }

    /** Logs canonical records together, under one checkpoint: all of them or none. */
    public synchronized List<Receipt> appendAll(List<byte[]> canonicalRecords) {
        canonicalRecords.forEach(DecisionLog::requireLoggable);
        if (canonicalRecords.isEmpty()) {
            return List.of();
        }
        try {
            reloadAfterFailure();
            long first = checkpoint.size();
            commit(edges.with(canonicalRecords));
            List<Receipt> receipts = new ArrayList<>();
            for (int i = 0; i < canonicalRecords.size(); i++) {
                Hash leaf = Merkle.leafHash(canonicalRecords.get(i));
                receipts.add(new Receipt(first + i, leaf, checkpoint, proof(first + i)));
            }
            return receipts;
        } catch (IOException e) {
            reload = true;
            throw new UncheckedIOException(
                    "%d record(s) could not be logged in %s (%s); do not treat them as decided. Free disk space or check the folder's rights, then repeat."
                            .formatted(canonicalRecords.size(), folder, e),
                    e);
        }
    }

    private void commit(Edges.Grown grown) throws IOException {
        for (var file : grown.files().entrySet()) {
            tiles.write(file.getKey(), file.getValue());
        }
        long formerSize = checkpoint.size();
        Checkpoint next = Checkpoint.sign(grown.edges().size(), grown.edges().root(), key);
        writeCheckpoint(folder, next);
        edges = grown.edges();
        checkpoint = next;
        sweepQuietly(formerSize);
    }

    /** The records are committed by now: outgrown tiles that cannot be removed only take space. */
    private void sweepQuietly(long formerSize) {
        try {
            tiles.sweep(formerSize, checkpoint.size());
        } catch (IOException e) {
            System.getLogger(DecisionLog.class.getName())
                    .log(System.Logger.Level.WARNING, "Outdated partial tiles stay in {0}: {1}", folder, e.toString());
        }
    }

    /** After a failed write only the disk knows whether the checkpoint was committed. */
    private void reloadAfterFailure() throws IOException {
        if (reload) {
            checkpoint = readCheckpoint();
            edges = readEdges();
            reload = false;
        }
    }

    private static void requireLoggable(byte[] canonicalRecord) {
        TileBytes.requireEntry(canonicalRecord);
        if (!CanonicalJson.isCanonical(canonicalRecord)) {
            throw new IllegalArgumentException(
                    "A record of %d bytes is not canonical JSON; the log takes RFC 8785 only. Make it with CanonicalJson.of."
                            .formatted(canonicalRecord.length));
        }
    }

    private static void writeCheckpoint(Path folder, Checkpoint checkpoint) throws IOException {
        DurableFiles.write(folder.resolve(CHECKPOINT), checkpoint.bytes());
    }

    private Checkpoint readCheckpoint() throws IOException {
        Path file = folder.resolve(CHECKPOINT);
        if (!Files.exists(file)) {
            throw new AuditException(
                    "The log %s has tiles but no checkpoint, so nobody can say what was committed. Restore the checkpoint from a backup."
                            .formatted(folder));
        }
        try {
            return Checkpoint.parse(Files.readAllBytes(file)).requireSignedBy(key.verifier());
        } catch (IllegalArgumentException e) {
            throw new AuditException(String.valueOf(e.getMessage()), e);
        }
    }

    private Edges readEdges() throws IOException {
        Edges read = tiles.edges(checkpoint.size());
        List<Hash> lastLeaves =
                read.levels().isEmpty() ? List.of() : read.levels().getFirst();
        if (!read.root().equals(checkpoint.root())
                || !read.bundle().stream().map(Merkle::leafHash).toList().equals(lastLeaves)) {
            throw new AuditException(
                    "The last tiles of the log %s do not add up to its checkpoint (size %d, root %s): they were changed. Run audit verify and restore the log from a backup; nothing is appended until then."
                            .formatted(folder, checkpoint.size(), checkpoint.root()));
        }
        return read;
    }

    public synchronized long size() {
        return checkpoint.size();
    }

    public synchronized Checkpoint checkpoint() {
        return checkpoint;
    }

    public VerifierKey verifierKey() {
        return key.verifier();
    }

    /** The folder that {@code audit verify} takes. */
    public Path folder() {
        return folder;
    }

    /** The canonical record at this index. */
    public synchronized byte[] record(long index) {
        if (index < 0 || index >= checkpoint.size()) {
            throw new IllegalArgumentException(
                    "Record %d was asked of a log of %d; records are counted from 0. Ask for an earlier one."
                            .formatted(index, checkpoint.size()));
        }
        return bundle(index / Tile.FULL).get((int) (index % Tile.FULL)).clone();
    }

    /** Records from {@code from} to the end of its entry bundle, at most 256 of them; empty at the end of the log. */
    public synchronized List<byte[]> recordsFrom(long from) {
        if (from >= checkpoint.size()) {
            return List.of();
        }
        List<byte[]> bundle = bundle(from / Tile.FULL);
        return bundle.subList((int) (from % Tile.FULL), bundle.size());
    }

    private List<byte[]> bundle(long number) {
        int width = (int) Math.min(Tile.FULL, checkpoint.size() - number * Tile.FULL);
        try {
            return tiles.entries(new Tile(Tile.ENTRIES, number, width));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Records of the log %s cannot be read (%s). Run audit verify and restore the log from a backup."
                            .formatted(folder, e),
                    e);
        }
    }

    /** The proof that the record at this index is covered by the present checkpoint. */
    public synchronized TlogProof proof(long index) {
        return new TlogProof(
                index, Merkle.inclusionProof(index, checkpoint.size(), tiles.subtrees(checkpoint.size())), checkpoint);
    }

    /** The proof that the log since {@code oldSize} entries was only appended to. */
    public synchronized List<Hash> consistencyProof(long oldSize) {
        return Merkle.consistencyProof(oldSize, checkpoint.size(), tiles.subtrees(checkpoint.size()));
    }

    @Override
    public synchronized void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of the log %s could not be released.".formatted(folder), e);
        }
    }
}
