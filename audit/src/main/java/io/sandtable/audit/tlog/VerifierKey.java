package io.sandtable.audit.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The public half of a log's Ed25519 key, written {@code name+keyId+base64} as Go's note tools read it. */
public final class VerifierKey {
    static final byte LOG = 0x01;
    static final byte WITNESS = 0x04;
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Origin name;
    private final byte kind;
    private final byte[] point;
    private final PublicKey key;

    VerifierKey(Origin name, byte kind, byte[] point) {
        this.name = name;
        this.kind = kind;
        this.point = point.clone();
        try {
            this.key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(concat(SPKI_PREFIX, point)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The public key of %s is not a point of Ed25519; 32 bytes of RFC 8032 are needed. Ask the log's owner for the key again."
                            .formatted(name),
                    e);
        }
    }

    static VerifierKey of(Origin name, byte kind, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, kind, Arrays.copyOfRange(encoded, SPKI_PREFIX.length, encoded.length));
    }

    /** Reads {@code name+keyId+base64}; the key id must fit name and key. */
    public static VerifierKey parse(String line) {
        return parse(line, LOG);
    }

    static VerifierKey parse(String line, byte kind) {
        String[] parts = line.split("\\+", 3);
        if (parts.length != 3) {
            throw malformed(line, null);
        }
        try {
            byte[] typed = StrictBase64.decode(parts[2]);
            if (typed.length != 1 + Hash.BYTES || typed[0] != kind) {
                throw malformed(line, null);
            }
            VerifierKey key = new VerifierKey(new Origin(parts[0]), kind, Arrays.copyOfRange(typed, 1, typed.length));
            if (!key.line().equals(line)) {
                throw malformed(line, null);
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw malformed(line, e);
        }
    }

    private static IllegalArgumentException malformed(String line, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "The key line \"%s\" is not name+keyId+base64 of an Ed25519 key, or its id does not fit the key. Ask the log's owner for the key again."
                        .formatted(line.length() > 120 ? line.substring(0, 120) + "…" : line),
                cause);
    }

    public Origin name() {
        return name;
    }

    /** First four bytes of the SHA-256 over name, newline, algorithm and key, as the signed-note format says. */
    public int id() {
        byte[] head = (name.name() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] hash = Hash.of(concat(head, typed())).shared();
        return ByteBuffer.wrap(hash).getInt();
    }

    byte kind() {
        return kind;
    }

    public String line() {
        return "%s+%08x+%s".formatted(name, id(), Base64.getEncoder().encodeToString(typed()));
    }

    boolean verify(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // the JDK throws instead of answering "no" when a signature is misshapen
            return false;
        }
    }

    private byte[] typed() {
        return concat(new byte[] {kind}, point);
    }

    static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && kind == that.kind
                && name.equals(that.name)
                && Arrays.equals(point, that.point);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(point);
    }

    /** Name and key id, as a person compares them. */
    @Override
    public String toString() {
        return "%s+%08x".formatted(name, id());
    }
}
