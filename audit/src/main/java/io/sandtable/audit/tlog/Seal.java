package io.sandtable.audit.tlog;

import io.sandtable.audit.AuditException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The log's signature over something that was made from it, such as a report: what it is, and the hashes of its parts. */
public final class Seal {
    private static final String SUBJECT = "seal ";

    private final String subject;
    private final Map<String, Hash> parts;
    private final SignedNote note;

    private Seal(String subject, Map<String, Hash> parts, SignedNote note) {
        this.subject = subject;
        this.parts = parts;
        this.note = note;
    }

    /** Subject and names of parts are single words. */
    public static Seal sign(String subject, Map<String, Hash> parts, SigningKey key) {
        Map<String, Hash> sorted = new TreeMap<>(parts);
        return new Seal(subject, sorted, SignedNote.sign(text(key.verifier().name(), subject, sorted), key));
    }

    private static String text(Origin origin, String subject, Map<String, Hash> parts) {
        List<String> lines = new ArrayList<>(List.of(origin.name(), SUBJECT + subject));
        parts.forEach((name, hash) -> lines.add(name + " " + hash.hex()));
        return String.join("\n", lines) + "\n";
    }

    /** Reads a seal without trusting it; call {@link #requireSignedBy} before believing it. */
    public static Seal parse(byte[] bytes) {
        SignedNote note = SignedNote.parse(bytes);
        String[] lines = note.text().split("\n");
        if (lines.length < 3 || !lines[1].matches(SUBJECT + "\\S+")) {
            throw malformed("it has no subject or no parts");
        }
        Map<String, Hash> parts = new TreeMap<>();
        for (int i = 2; i < lines.length; i++) {
            if (!lines[i].matches("[a-z]+ [0-9a-f]{64}")) {
                throw malformed("a line reads \"%s\"".formatted(lines[i]));
            }
            String[] part = lines[i].split(" ");
            parts.put(part[0], Hash.fromHex(part[1]));
        }
        Seal seal = new Seal(lines[1].substring(SUBJECT.length()), parts, note);
        if (!note.text().equals(text(new Origin(lines[0]), seal.subject, parts))) {
            throw malformed("its lines are repeated or out of order");
        }
        return seal;
    }

    private static IllegalArgumentException malformed(String found) {
        return new IllegalArgumentException(
                "This is no seal: %s. It should read origin, \"seal SUBJECT\" and \"part HASH\" lines. Take the file from its source again."
                        .formatted(found));
    }

    /** Throws unless one of these keys signed it in the name of its log. */
    public void requireSignedBy(VerifierKey... keys) {
        for (VerifierKey key : keys) {
            if (note.text().startsWith(key.name() + "\n") && note.signedBy(key)) {
                return;
            }
        }
        throw new AuditException(
                "The seal of %s carries no valid signature of %s. It was changed, or made by somebody else: ask the log's owner for the original."
                        .formatted(subject, keys[0]));
    }

    public String subject() {
        return subject;
    }

    /** Whether this part was sealed with this hash. */
    public boolean holds(String part, Hash hash) {
        return parts.containsKey(part) && hash.equals(parts.get(part));
    }

    public byte[] bytes() {
        return note.bytes();
    }
}
