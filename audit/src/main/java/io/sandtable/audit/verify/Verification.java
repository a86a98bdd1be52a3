package io.sandtable.audit.verify;

import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * The verifier's answer. Size (entries), root and signer are those of the checkpoint, as far as its signature held;
 * {@code firstBad} names the first entry or file that does not fit and {@code reason} says why, both null when all is
 * well.
 */
public record Verification(
        boolean ok,
        long size,
        @Nullable String root,
        @Nullable String signedBy,
        @Nullable String firstBad,
        @Nullable String reason) {

    static Verification passed(Checkpoint checkpoint, VerifierKey key) {
        return new Verification(true, checkpoint.size(), hex(checkpoint.root()), key.toString(), null, null);
    }

    static Verification rejected(@Nullable Checkpoint checkpoint, @Nullable VerifierKey key, Offence offence) {
        return new Verification(
                false,
                checkpoint == null ? 0 : checkpoint.size(),
                checkpoint == null ? null : hex(checkpoint.root()),
                checkpoint == null || key == null ? null : key.toString(),
                offence.firstBad(),
                offence.getMessage());
    }

    private static String hex(Hash hash) {
        return hash.hex();
    }
}
