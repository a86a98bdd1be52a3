package io.sandtable.audit.tlog;

import io.sandtable.audit.AuditException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A signed statement of a log: so many entries, this root. */
public final class Checkpoint {
    private final Origin origin;
    private final long size;
    private final Hash root;
    private final SignedNote note;

    private Checkpoint(Origin origin, long size, Hash root, SignedNote note) {
        this.origin = origin;
        this.size = size;
        this.root = root;
        this.note = note;
    }

    public static Checkpoint sign(long size, Hash root, SigningKey key) {
        Origin origin = key.verifier().name();
        return new Checkpoint(origin, size, root, SignedNote.sign(text(origin, size, root), key));
    }

    /** Reads a checkpoint without trusting it; call {@link #requireSignedBy} before believing it. */
    public static Checkpoint parse(byte[] bytes) {
        SignedNote note = SignedNote.parse(bytes);
        String[] lines = note.text().split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,18}")) {
            throw new IllegalArgumentException(
                    "The checkpoint's text has no origin, size and root on its first three lines. Take the file from its source again.");
        }
        return new Checkpoint(new Origin(lines[0]), Long.parseLong(lines[1]), Hash.fromBase64(lines[2]), note);
    }

    private static String text(Origin origin, long size, Hash root) {
        return "%s\n%d\n%s\n".formatted(origin, size, root.base64());
    }

    /** Returns this checkpoint when the key signed it and belongs to its origin, and throws otherwise. */
    public Checkpoint requireSignedBy(VerifierKey key) {
        if (!isSignedBy(key)) {
            throw new AuditException(
                    "The checkpoint of %s (size %d) carries no valid signature of %s. Check which key the log's owner published; with that key, the checkpoint was changed."
                            .formatted(origin, size, key));
        }
        return this;
    }

    public boolean isSignedBy(VerifierKey key) {
        return origin.equals(key.name()) && note.signedBy(key);
    }

    /** The text that log and witnesses sign. */
    String text() {
        return note.text();
    }

    /** This checkpoint with the signature lines that are this witness's and hold; others are left out. */
    public Checkpoint with(String signatureLines, WitnessKey witness) {
        SignedNote more = note;
        for (String line : signatureLines.split("\n")) {
            SignedNote.Line one = SignedNote.parseLine(line);
            if (witness.cosignedAt(text(), one).isPresent()) {
                more = more.with(one);
            }
        }
        return new Checkpoint(origin, size, root, more);
    }

    /** When this witness says that it saw the log grow to here; empty where it did not. */
    public Optional<Instant> cosignedAt(WitnessKey witness) {
        return note.signatures().stream()
                .flatMap(line -> witness.cosignedAt(text(), line).stream())
                .findFirst();
    }

    public Origin origin() {
        return origin;
    }

    /** Number of entries. */
    public long size() {
        return size;
    }

    public Hash root() {
        return root;
    }

    /** The note exactly as it is stored and published. */
    public byte[] bytes() {
        return note.bytes();
    }

    /** Names on the signature lines, whether verified or not. */
    public List<String> signers() {
        return note.signatures().stream().map(SignedNote.Line::name).toList();
    }

    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
