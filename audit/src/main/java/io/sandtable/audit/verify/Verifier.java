package io.sandtable.audit.verify;

import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.KeyChain;
import io.sandtable.audit.tlog.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Verifies a bundle or a whole log offline, from files alone and without taking the writer's lock. */
public final class Verifier {
    /** A log that is written meanwhile is read anew this often before its state counts as damage. */
    private static final int ATTEMPTS = 5;

    private Verifier() {}

    /**
     * Verifies a report (PDF), a bundle folder, a folder that holds {@code bundle/}, a log folder, a home folder that holds {@code log/}, or a
     * folder that holds one report. The key that lies in the folder is believed; compare the answer's signer with the published key.
     */
    public static Verification verify(Path path) {
        return verify(path, Trust.NONE);
    }

    /** As {@link #verify(Path)}, but only this key is believed, whatever key the folder brings. */
    public static Verification verify(Path path, VerifierKey trusted) {
        return verify(path, new Trust(Optional.of(trusted), List.of()));
    }

    /** As {@link #verify(Path)}, held against what the person who asks brings along. */
    public static Verification verify(Path path, Trust trust) {
        try {
            Optional<Path> report = ReportEvidence.locate(path);
            if (report.isPresent()) {
                return ReportEvidence.verify(report.get(), trust.orKeyBeside(report.get()));
            }
            Path folder = locate(path);
            boolean bundle = isBundle(folder);
            for (int attempt = 1; ; attempt++) {
                byte[] before = checkpointBytes(folder);
                Verification answer = attempt(folder, bundle, trust);
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

    private static Verification attempt(Path folder, boolean bundle, Trust trust) throws IOException {
        Evidence evidence = new Evidence(EvidenceFiles.in(folder));
        @Nullable VerifierKey signer = null;
        @Nullable Checkpoint checkpoint = null;
        try {
            KeyChain keys = evidence.keys(trust.key());
            if (!bundle) {
                requireKeyOfThisHouse(folder, keys);
            }
            signer = keys.newest();
            checkpoint = evidence.checkpoint(Bundle.CHECKPOINT, keys);
            signer = keys.at(checkpoint.size());
            List<Kept> earlier = signed(trust.earlier(), keys);
            if (bundle) {
                Bundle.check(evidence, checkpoint, keys);
                compare(checkpoint, earlier);
            } else {
                new LogRebuild(evidence, checkpoint, earlier).check();
            }
            return Verification.passed(checkpoint, signer);
        } catch (Offence offence) {
            return Verification.rejected(checkpoint, signer, offence);
        }
    }

    static List<Kept> signed(List<Kept> earlier, KeyChain keys) throws IOException, Offence {
        for (Kept kept : earlier) {
            Evidence.signed(kept.where(), kept::checkpoint, keys);
        }
        return earlier;
    }

    /** The proof of one record says nothing of others: only a checkpoint of the same size can contradict it. */
    static void compare(Checkpoint checkpoint, List<Kept> earlier) throws Offence {
        for (Kept kept : earlier) {
            if (kept.checkpoint().size() == checkpoint.size()
                    && !kept.checkpoint().root().equals(checkpoint.root())) {
                throw new Offence(
                        Bundle.CHECKPOINT,
                        "The checkpoint of %d entries says root %s, the one kept in %s says %s: there are two logs of one name and key. Ask the log's owner for the whole log."
                                .formatted(
                                        checkpoint.size(),
                                        checkpoint.root(),
                                        kept.where(),
                                        kept.checkpoint().root()));
            }
        }
    }

    /** A log at home lies beside its keys: both must name the same public key. */
    private static void requireKeyOfThisHouse(Path logFolder, KeyChain keys) throws IOException, Offence {
        Path beside = logFolder.toAbsolutePath().resolveSibling("keys").resolve(Bundle.VERIFIER_KEY);
        if (!Files.exists(beside)) {
            return;
        }
        try {
            if (keys.holds(VerifierKey.parse(
                    Files.readString(beside, StandardCharsets.UTF_8).strip()))) {
                return;
            }
        } catch (IllegalArgumentException damaged) {
            // not a key of this log either
        }
        throw new Offence(
                Bundle.VERIFIER_KEY,
                "The log's folder names the key %s, but %s holds another one: the log was exchanged or signed anew. Restore log and keys from the same backup."
                        .formatted(keys.newest(), beside));
    }

    private static Path locate(Path path) {
        return Stream.of(path.resolve(Bundle.FOLDER), path, path.resolve("log"))
                .filter(folder -> isBundle(folder) || isLog(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s holds neither a bundle (record.json, record.tlog-proof) nor a log (checkpoint, tile/) nor one report. Give the folder written by --out, a bundle, a log folder or a report in PDF."
                                .formatted(path)));
    }

    private static boolean isBundle(Path folder) {
        return Files.exists(folder.resolve(Bundle.RECORD)) || Files.exists(folder.resolve(Bundle.PROOF));
    }

    private static boolean isLog(Path folder) {
        return Stream.of(Bundle.CHECKPOINT, "tile").anyMatch(name -> Files.exists(folder.resolve(name)));
    }
}
