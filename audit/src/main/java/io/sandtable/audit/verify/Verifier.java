package io.sandtable.audit.verify;

import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Verifies a bundle or a whole log offline, from files alone and without taking the writer's lock. */
public final class Verifier {
    /** A log that is written meanwhile is read anew this often before its state counts as damage. */
    private static final int ATTEMPTS = 5;

    private Verifier() {}

    /**
     * Verifies a bundle folder, a folder that holds {@code bundle/}, a log folder, or a home folder that holds
     * {@code log/}. The key that lies in the folder is believed; compare the answer's signer with the published key.
     */
    public static Verification verify(Path path) {
        return verify(path, Optional.empty());
    }

    /** As {@link #verify(Path)}, but only this key is believed, whatever key the folder brings. */
    public static Verification verify(Path path, VerifierKey trusted) {
        return verify(path, Optional.of(trusted));
    }

    private static Verification verify(Path path, Optional<VerifierKey> trusted) {
        try {
            Path folder = locate(path);
            boolean bundle = isBundle(folder);
            for (int attempt = 1; ; attempt++) {
                byte[] before = checkpointBytes(folder);
                Verification answer = attempt(folder, bundle, trusted);
                if (answer.ok() || attempt == ATTEMPTS || Arrays.equals(before, checkpointBytes(folder))) {
                    return answer;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read (%s). Check disk and rights, then verify again.".formatted(path, e), e);
        }
    }

    private static byte[] checkpointBytes(Path folder) throws IOException {
        Path file = folder.resolve(Bundle.CHECKPOINT);
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    private static Verification attempt(Path folder, boolean bundle, Optional<VerifierKey> trusted) throws IOException {
        Evidence evidence = new Evidence(folder);
        @Nullable VerifierKey key = null;
        @Nullable Checkpoint checkpoint = null;
        try {
            key = evidence.key(Bundle.VERIFIER_KEY, trusted);
            if (!bundle) {
                requireKeyOfThisHouse(folder, key);
            }
            checkpoint = evidence.checkpoint(Bundle.CHECKPOINT, key);
            if (bundle) {
                Bundle.check(evidence, checkpoint, key);
            } else {
                new LogRebuild(evidence, checkpoint).check();
            }
            return Verification.passed(checkpoint, key);
        } catch (Offence offence) {
            return Verification.rejected(checkpoint, key, offence);
        }
    }

    /** A log at home lies beside its keys: both must name the same public key. */
    private static void requireKeyOfThisHouse(Path logFolder, VerifierKey key) throws IOException, Offence {
        Path beside = logFolder.toAbsolutePath().resolveSibling("keys").resolve(Bundle.VERIFIER_KEY);
        if (Files.exists(beside)
                && !Files.readString(beside, StandardCharsets.UTF_8).strip().equals(key.line())) {
            throw new Offence(
                    Bundle.VERIFIER_KEY,
                    "The log's folder names the key %s, but %s holds another one: the log was exchanged or signed anew. Restore log and keys from the same backup."
                            .formatted(key, beside));
        }
    }

    private static Path locate(Path path) {
        return Stream.of(path.resolve(Bundle.FOLDER), path, path.resolve("log"))
                .filter(folder -> isBundle(folder) || isLog(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s holds neither a bundle (record.json, record.tlog-proof) nor a log (checkpoint, tile/). Give the folder written by --out, a bundle or a log folder."
                                .formatted(path)));
    }

    private static boolean isBundle(Path folder) {
        return Files.exists(folder.resolve(Bundle.RECORD)) || Files.exists(folder.resolve(Bundle.PROOF));
    }

    private static boolean isLog(Path folder) {
        return Stream.of(Bundle.CHECKPOINT, "tile").anyMatch(name -> Files.exists(folder.resolve(name)));
    }
}
