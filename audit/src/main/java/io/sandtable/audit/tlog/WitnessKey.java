package io.sandtable.audit.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The public key of a witness: somebody outside the house who signs checkpoints as C2SP {@code cosignature/v1} once he saw that the log only grew. */
public final class WitnessKey {
    private static final int TIME_BYTES = 8;

    private final VerifierKey key;

    WitnessKey(VerifierKey key) {
        this.key = key;
    }

    /** Reads {@code name+keyId+base64}, as the witness publishes it. */
    public static WitnessKey parse(String line) {
        return new WitnessKey(VerifierKey.parse(line, VerifierKey.WITNESS));
    }

    public String line() {
        return key.line();
    }

    static byte[] message(String checkpointText, long epochSecond) {
        return "cosignature/v1\ntime %d\n%s"
                .formatted(epochSecond, checkpointText)
                .getBytes(StandardCharsets.UTF_8);
    }

    Optional<Instant> cosignedAt(String checkpointText, SignedNote.Line line) {
        byte[] signature = line.signature();
        if (!line.name().equals(key.name().name()) || line.id() != key.id() || signature.length <= TIME_BYTES) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        byte[] signed = message(checkpointText, seconds);
        return seconds >= 0
                        && seconds <= Instant.MAX.getEpochSecond()
                        && key.verify(signed, Arrays.copyOfRange(signature, TIME_BYTES, signature.length))
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
