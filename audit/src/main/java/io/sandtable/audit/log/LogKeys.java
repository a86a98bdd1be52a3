package io.sandtable.audit.log;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.internal.DurableFiles;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.SigningKey;
import io.sandtable.audit.tlog.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log's key pair on disk: the private half for its owner's eyes only, beside the log and never inside it. */
final class LogKeys {
    private static final String SECRET = "log.key";
    private static final String PUBLIC = "log.vkey";
    private static final String NEXT_SECRET = "next.key";
    private static final String NEXT_PUBLIC = "next.vkey";

    private LogKeys() {}

    static SigningKey loadOrCreate(Path folder, Origin origin, boolean mayCreate) throws IOException {
        Path secret = folder.resolve(SECRET);
        Path verifier = folder.resolve(PUBLIC);
        if (Files.exists(secret)) {
            return load(secret, verifier, origin);
        }
        if (!mayCreate) {
            throw new AuditException(
                    "The log's private key %s is missing although the log has entries; it is needed to go on signing. Restore keys/ from the backup."
                            .formatted(secret));
        }
        SigningKey key = SigningKey.generate(origin);
        // public half first: a crash in between leaves no private key and the pair is made anew
        DurableFiles.write(verifier, line(key.verifier().line()));
        DurableFiles.writeSecret(secret, line(key.secretLine()));
        return key;
    }

    /** A new pair beside the present one; it becomes the log's key once a rotation that the log keeps names it. */
    static SigningKey prepare(Path folder, Origin origin) throws IOException {
        SigningKey key = SigningKey.generate(origin);
        DurableFiles.write(folder.resolve(NEXT_PUBLIC), line(key.verifier().line()));
        DurableFiles.writeSecret(folder.resolve(NEXT_SECRET), line(key.secretLine()));
        return key;
    }

    /**
     * Finishes or forgets a rotation that was cut short: whether it holds is said by the log's rotations alone. The prepared pair goes
     * last, so that this may be repeated at any moment.
     */
    static void settle(Path folder, VerifierKey newest) throws IOException {
        Path secret = folder.resolve(NEXT_SECRET);
        Path verifier = folder.resolve(NEXT_PUBLIC);
        if (Files.exists(secret)
                && Files.exists(verifier)
                && Files.readString(verifier).strip().equals(newest.line())) {
            DurableFiles.writeSecret(folder.resolve(SECRET), Files.readAllBytes(secret));
            DurableFiles.write(folder.resolve(PUBLIC), Files.readAllBytes(verifier));
        }
        Files.deleteIfExists(secret);
        Files.deleteIfExists(verifier);
    }

    private static SigningKey load(Path secret, Path verifier, Origin origin) throws IOException {
        try {
            SigningKey key = SigningKey.parse(
                    Files.readString(secret).strip(), Files.readString(verifier).strip());
            if (!key.verifier().name().equals(origin)) {
                throw new AuditException(
                        "The key in %s is for the log \"%s\", but the log \"%s\" was asked for. Use the origin the log was created with."
                                .formatted(secret.getParent(), key.verifier().name(), origin));
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new AuditException(String.valueOf(e.getMessage()), e);
        }
    }

    static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
