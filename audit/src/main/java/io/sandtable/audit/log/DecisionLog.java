package io.sandtable.audit.log;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.internal.DurableFiles;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.KeyChain;
import io.sandtable.audit.tlog.KeyRotation;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.Seal;
import io.sandtable.audit.tlog.SigningKey;
import io.sandtable.audit.tlog.Tile;
import io.sandtable.audit.tlog.TileBytes;
import io.sandtable.audit.tlog.TlogProof;
import io.sandtable.audit.tlog.VerifierKey;
import io.sandtable.audit.witness.LogHead;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * The append-only log of one home folder, open for its single writer. A record is committed by the checkpoint that
 * covers it: tiles are written first, the signed checkpoint is renamed into place last, and only then does
 * {@link #append} return.
 */
public final class DecisionLog implements Closeable, LogHead {
    /** Folder of the log below the home folder. */
    public static final String FOLDER = "log";

    public static final String CHECKPOINT = "checkpoint";

    /** File with the public key, for whoever verifies the folder. */
    public static final String VERIFIER_KEY = "log.vkey";

    private static final String KEYS = "keys";

    /** So many records share a commit at most, so that the first to wait is not kept waiting by all who come after. */
    private static final int MOST_TOGETHER = 4 * Tile.FULL;

    private final Path folder;
    private final Path keyFolder;
    private final WriterLock lock;
    private final TileFolder tiles;
    private final Queue<Batch> waiting = new ConcurrentLinkedQueue<>();
    private final Object turn = new Object();
    private boolean committing;
    private SigningKey key;
    private KeyChain keys;
    private Edges edges;
    private Checkpoint checkpoint;
    private boolean reload;

    private DecisionLog(Path folder, Path keyFolder, SigningKey key, KeyChain keys, WriterLock lock)
            throws IOException {
        this.folder = folder;
        this.keyFolder = keyFolder;
        this.key = key;
        this.keys = keys;
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
                Path keyFolder = home.resolve(KEYS);
                List<KeyRotation> rotations = readRotations(folder);
                if (!rotations.isEmpty()) {
                    LogKeys.settle(keyFolder, rotations.getLast().next());
                }
                SigningKey key = LogKeys.loadOrCreate(keyFolder, origin, fresh);
                if (fresh) {
                    writeVerifierKey(folder, key);
                    writeCheckpoint(folder, Checkpoint.sign(0, Merkle.EMPTY_ROOT, key));
                } else if (!rotations.isEmpty()) {
                    writeVerifierKey(folder, key);
                }
                return new DecisionLog(folder, keyFolder, key, chain(key, rotations), lock);
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

    private static List<KeyRotation> readRotations(Path folder) throws IOException {
        List<KeyRotation> rotations = new ArrayList<>();
        for (Path file = folder.resolve(KeyRotation.FILE + 1);
                Files.exists(file);
                file = folder.resolve(KeyRotation.FILE + (rotations.size() + 1))) {
            rotations.add(KeyRotation.parse(Files.readAllBytes(file)));
        }
        return rotations;
    }

    private static KeyChain chain(SigningKey key, List<KeyRotation> rotations) {
        KeyChain chain = KeyChain.of(key.verifier(), rotations);
        if (!chain.newest().equals(key.verifier())) {
            throw new AuditException(
                    "The log's rotations lead to the key %s, but keys/ holds %s, which no longer signs. Restore keys/ from the newest backup."
                            .formatted(chain.newest(), key.verifier()));
        }
        return chain;
    }

    private static void writeVerifierKey(Path folder, SigningKey key) throws IOException {
        byte[] line = LogKeys.line(key.verifier().line());
        Path file = folder.resolve(VERIFIER_KEY);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), line)) {
            DurableFiles.write(file, line);
        }
    }

    /** Logs one canonical record and returns once it is durable. */
    public Receipt append(byte[] canonicalRecord) {
        return appendAll(List.of(canonicalRecord)).getFirst();
    }

    /**
     * Logs canonical records together, under one checkpoint: all of them or none. Callers that come while another one writes share the
     * next commit, so that many of them wait for the disk once.
     */
    public List<Receipt> appendAll(List<byte[]> canonicalRecords) {
        canonicalRecords.forEach(DecisionLog::requireLoggable);
        if (canonicalRecords.isEmpty()) {
            return List.of();
        }
        Batch mine = new Batch(canonicalRecords);
        waiting.add(mine);
        while (!mine.settled()) {
            if (Thread.holdsLock(this) || takeTurn(mine)) {
                commitTurn();
            }
        }
        return mine.receipts();
    }

    /** False where another caller's commit had these records with it. Nobody waits for the log itself here: who did would hold up those whose records are written. */
    private boolean takeTurn(Batch mine) {
        boolean interrupted = false;
        synchronized (turn) {
            while (committing && !mine.settled()) {
                try {
                    turn.wait();
                } catch (InterruptedException e) {
                    // what waits in line will be written all the same, so its caller has to be told
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            boolean mineToCommit = !mine.settled();
            committing |= mineToCommit;
            return mineToCommit;
        }
    }

    private void commitTurn() {
        boolean alone = Thread.holdsLock(this);
        try {
            synchronized (this) {
                commitWaiting();
            }
        } finally {
            synchronized (turn) {
                committing &= alone;
                turn.notifyAll();
            }
        }
    }

    private void commitWaiting() {
        List<Batch> together = new ArrayList<>();
        List<byte[]> records = new ArrayList<>();
        for (Batch next = waiting.peek();
                next != null
                        && (together.isEmpty()
                                || records.size() + next.records().size() <= MOST_TOGETHER);
                next = waiting.peek()) {
            records.addAll(next.records());
            together.add(next);
            waiting.remove();
        }
        try {
            reloadAfterFailure();
            long first = checkpoint.size();
            commit(edges.with(records));
            Merkle.FullSubtrees subtrees = tiles.subtrees(checkpoint.size());
            for (Batch batch : together) {
                batch.accepted(receipts(first, batch.records(), subtrees));
                first += batch.records().size();
            }
        } catch (IOException e) {
            reload = true;
            together.forEach(batch -> batch.refused(new UncheckedIOException(
                    "%d record(s) could not be logged in %s (%s); do not treat them as decided. Free disk space or check the folder's rights, then repeat."
                            .formatted(batch.records().size(), folder, e),
                    e)));
        } catch (RuntimeException e) {
            reload = true;
            together.forEach(batch -> batch.refused(e));
        }
    }

    private List<Receipt> receipts(long first, List<byte[]> records, Merkle.FullSubtrees subtrees) {
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            long index = first + i;
            var path = Merkle.inclusionProof(index, checkpoint.size(), subtrees);
            receipts.add(new Receipt(
                    index, Merkle.leafHash(records.get(i)), checkpoint, new TlogProof(index, path, checkpoint)));
        }
        return receipts;
    }

    private void commit(Edges.Grown grown) throws IOException {
        tiles.write(grown.files());
        long formerSize = checkpoint.size();
        Checkpoint next = Checkpoint.sign(grown.edges().size(), grown.edges().root(), key);
        writeCheckpoint(folder, next);
        edges = grown.edges();
        checkpoint = next;
        sweepQuietly(formerSize);
    }

    /**
     * Gives the log a new key, signed over by the present one, and logs the record that the function makes of it: the first under the
     * new key. From the moment that the rotation lies in the log's folder the new key holds, whatever becomes of the record.
     */
    public synchronized Receipt rotateKey(Function<KeyRotation, byte[]> canonicalRecord) {
        try {
            reloadAfterFailure();
            SigningKey next = LogKeys.prepare(keyFolder, key.verifier().name());
            KeyRotation rotation = KeyRotation.sign(keys.rotations().size() + 1, checkpoint.size() + 1, key, next);
            byte[] told = canonicalRecord.apply(rotation);
            requireLoggable(told);
            DurableFiles.write(folder.resolve(rotation.fileName()), rotation.bytes());
            readKeys();
            return append(told);
        } catch (IOException e) {
            reload = true;
            throw new UncheckedIOException(
                    "The key of %s could not be exchanged (%s). Free disk space or check the rights of %s, then try again."
                            .formatted(folder, e, keyFolder),
                    e);
        }
    }

    private void readKeys() throws IOException {
        List<KeyRotation> rotations = readRotations(folder);
        if (!rotations.isEmpty()) {
            LogKeys.settle(keyFolder, rotations.getLast().next());
        }
        key = LogKeys.loadOrCreate(keyFolder, key.verifier().name(), false);
        keys = chain(key, rotations);
        writeVerifierKey(folder, key);
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
            readKeys();
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
            Checkpoint read = Checkpoint.parse(Files.readAllBytes(file));
            return read.requireSignedBy(keys.at(read.size()));
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

    @Override
    public synchronized Checkpoint checkpoint() {
        return checkpoint;
    }

    public synchronized VerifierKey verifierKey() {
        return key.verifier();
    }

    /** All keys that the log ever had. */
    public synchronized KeyChain keys() {
        return keys;
    }

    /** Signs what was made from this log, such as a report: nothing is appended. */
    public synchronized Seal seal(String subject, Map<String, Hash> parts) {
        return Seal.sign(subject, parts, key);
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
    @Override
    public synchronized List<Hash> consistencyProof(long oldSize) {
        return consistencyProof(oldSize, checkpoint.size());
    }

    /** The same between two sizes that the log has had. */
    public synchronized List<Hash> consistencyProof(long oldSize, long newSize) {
        if (newSize > checkpoint.size()) {
            throw new IllegalArgumentException(
                    "A proof up to %d entries was asked of a log of %d. Ask for a size that it has had."
                            .formatted(newSize, checkpoint.size()));
        }
        return Merkle.consistencyProof(oldSize, newSize, tiles.subtrees(checkpoint.size()));
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
