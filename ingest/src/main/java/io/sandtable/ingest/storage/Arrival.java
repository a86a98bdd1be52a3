package io.sandtable.ingest.storage;

import io.sandtable.ingest.message.Message;
import io.sandtable.ingest.message.Refused;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A message on its way into the store: usable, or refused with a reason.
 *
 * @param sha256 of the payload, lower-case hex
 */
public record Arrival(String topic, byte[] payload, String sha256, Instant received, Content content) {
    /** What it turned out to be. */
    public sealed interface Content {}

    /** A message to be stored. */
    public record Usable(Message message) implements Content {}

    /** A dead letter. */
    public record Unusable(Refused why) implements Content {}

    public static Arrival of(String topic, byte[] payload, Instant received, Content content) {
        return new Arrival(topic, payload, sha256(payload), received, content);
    }

    /** The same, turned away. */
    public Arrival refused(Refused why) {
        return new Arrival(topic, payload, sha256, received, new Unusable(why));
    }

    /** Names the dead letter that it would be. */
    public String deadLetterId() {
        return sha256((topic + "\n" + sha256).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, 32);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256; use a complete JDK 25.", e);
        }
    }
}
