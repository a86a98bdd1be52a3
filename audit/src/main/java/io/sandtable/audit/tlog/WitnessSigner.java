package io.sandtable.audit.tlog;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;

/** The private half of a witness's key. */
public final class WitnessSigner {
    private final SigningKey key;

    private WitnessSigner(SigningKey key) {
        this.key = key;
    }

    public static WitnessSigner generate(Origin name) {
        return new WitnessSigner(SigningKey.generate(name, VerifierKey.WITNESS));
    }

    /** Reads what {@link #secretLine()} and {@link WitnessKey#line()} wrote. */
    public static WitnessSigner parse(String secretLine, String witnessLine) {
        return new WitnessSigner(SigningKey.parse(secretLine, VerifierKey.parse(witnessLine, VerifierKey.WITNESS)));
    }

    public WitnessKey key() {
        return new WitnessKey(key.verifier());
    }

    /** Keep it where only its owner reads. */
    public String secretLine() {
        return key.secretLine();
    }

    /** The signature line, with its line end, for a checkpoint that was found to extend the one before. */
    public String cosign(Checkpoint checkpoint, Instant at) {
        long seconds = at.getEpochSecond();
        byte[] signature = key.sign(WitnessKey.message(checkpoint.text(), seconds));
        byte[] line = ByteBuffer.allocate(4 + 8 + signature.length)
                .putInt(key.verifier().id())
                .putLong(seconds)
                .put(signature)
                .array();
        return "— %s %s\n".formatted(key.verifier().name(), Base64.getEncoder().encodeToString(line));
    }
}
