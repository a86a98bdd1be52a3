package io.sandtable.audit.tlog;

import io.sandtable.audit.AuditException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The old key's word for the new one: checkpoints of this size and more are signed by the new key. */
public final class KeyRotation {
    /** Files are named so, and counted from 1. */
    public static final String FILE = "rotation-";

    private final int number;
    private final long from;
    private final VerifierKey old;
    private final VerifierKey next;
    private final SignedNote note;

    private KeyRotation(int number, long from, VerifierKey old, VerifierKey next, SignedNote note) {
        this.number = number;
        this.from = from;
        this.old = old;
        this.next = next;
        this.note = note;
    }

    /** Both keys sign: the old one hands over, the new one shows that it is there. */
    public static KeyRotation sign(int number, long from, SigningKey old, SigningKey next) {
        String text = text(number, from, old.verifier(), next.verifier());
        return new KeyRotation(number, from, old.verifier(), next.verifier(), SignedNote.sign(text, old, next));
    }

    /** Reads a rotation that both of its keys signed, and throws otherwise; whether its old key is to be believed is for {@link KeyChain}. */
    public static KeyRotation parse(byte[] bytes) {
        try {
            SignedNote note = SignedNote.parse(bytes);
            String[] lines = note.text().split("\n", -1);
            if (lines.length != 6) {
                throw malformed("it has %d lines".formatted(lines.length - 1), null);
            }
            VerifierKey old = VerifierKey.parse(lines[3]);
            VerifierKey next = VerifierKey.parse(lines[4]);
            KeyRotation read =
                    new KeyRotation((int) number(lines[1], "key ", 9), number(lines[2], "from ", 18), old, next, note);
            if (!note.text().equals(text(read.number, read.from, old, next))) {
                throw malformed("its lines are others than origin, number, size and two keys of this origin", null);
            }
            return read.requireBothSignatures();
        } catch (IllegalArgumentException e) {
            throw new AuditException(String.valueOf(e.getMessage()), e);
        }
    }

    private KeyRotation requireBothSignatures() {
        for (VerifierKey signer : new VerifierKey[] {old, next}) {
            if (!note.signedBy(signer)) {
                throw new AuditException(
                        "The rotation from %s to %s carries no valid signature of %s; both keys have to sign it. Restore the file from a backup, or ask the log's owner."
                                .formatted(old, next, signer));
            }
        }
        return this;
    }

    private static long number(String line, String head, int digits) {
        if (!line.matches(head + "[1-9][0-9]{0,%d}".formatted(digits - 1))) {
            throw malformed("a line reads \"%s\" instead of \"%sN\"".formatted(line, head), null);
        }
        return Long.parseLong(line.substring(head.length()));
    }

    private static String text(int number, long from, VerifierKey old, VerifierKey next) {
        return "%s\nkey %d\nfrom %d\n%s\n%s\n".formatted(old.name(), number, from, old.line(), next.line());
    }

    private static IllegalArgumentException malformed(String found, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "This is no key rotation: %s. Restore the file from a backup, or ask the log's owner.".formatted(found),
                cause);
    }

    /** How many keys the log had before the new one. */
    public int number() {
        return number;
    }

    /** Size of the first checkpoint that the new key signs. */
    public long from() {
        return from;
    }

    public VerifierKey old() {
        return old;
    }

    public VerifierKey next() {
        return next;
    }

    public String fileName() {
        return FILE + number;
    }

    public byte[] bytes() {
        return note.bytes();
    }

    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
