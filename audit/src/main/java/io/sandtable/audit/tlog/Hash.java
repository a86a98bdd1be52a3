package io.sandtable.audit.tlog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 value (32 bytes); prints as lower-case hex. */
public final class Hash {
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "A hash of %d bytes was given; SHA-256 has %d. Check that the text was not cut off."
                            .formatted(bytes.length, BYTES));
        }
        this.bytes = bytes;
    }

    /** The SHA-256 of these bytes. */
    public static Hash of(byte[] content) {
        return new Hash(sha256().digest(content));
    }

    /** The SHA-256 of a file, however large. */
    public static Hash of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new Hash(digest.digest());
    }

    public static Hash fromBytes(byte[] bytes) {
        return new Hash(bytes.clone());
    }

    static Hash fromBytes(byte[] source, int offset) {
        return new Hash(Arrays.copyOfRange(source, offset, offset + BYTES));
    }

    public static Hash fromHex(String hex) {
        return new Hash(HexFormat.of().parseHex(hex));
    }

    /** Reads standard base64 and accepts only the one spelling that {@link #base64()} would write. */
    public static Hash fromBase64(String text) {
        return new Hash(StrictBase64.decode(text));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256, this one has not. Use another JDK 25.", e);
        }
    }

    /** A digest started with a domain prefix, as RFC 6962 wants it. */
    static Hash digest(int prefix, byte[]... parts) {
        MessageDigest digest = sha256();
        digest.update((byte) prefix);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] shared() {
        return bytes;
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
