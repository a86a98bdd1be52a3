package io.sandtable.audit.verify;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.internal.DurableFiles;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.Hash;
import io.sandtable.audit.tlog.KeyChain;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.TlogProof;
import io.sandtable.audit.tlog.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One record with everything that proves it offline: the folder {@code bundle/} next to an answer. */
public final class Bundle {
    /** Name of the folder below the output folder. */
    public static final String FOLDER = "bundle";

    public static final String RECORD = "record.json";
    public static final String PROOF = "record.tlog-proof";
    public static final String CHECKPOINT = "checkpoint";
    public static final String VERIFIER_KEY = "log.vkey";

    private Bundle() {}

    /** The bundle's files by name; a proof that does not fit the record is refused. */
    public static Map<String, byte[]> files(byte[] canonicalRecord, TlogProof proof, KeyChain keys) {
        VerifierKey key = keys.at(proof.checkpoint().size());
        proof.checkpoint().requireSignedBy(key);
        if (!proof.proves(Merkle.leafHash(canonicalRecord))) {
            throw new AuditException(
                    "The proof for entry %d does not fit this record; each record has its own. Take both from the same receipt."
                            .formatted(proof.index()));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(RECORD, canonicalRecord.clone());
        files.put(PROOF, proof.bytes());
        files.put(CHECKPOINT, proof.checkpoint().bytes());
        files.put(VERIFIER_KEY, (key.line() + "\n").getBytes(StandardCharsets.UTF_8));
        keys.rotations().forEach(rotation -> files.put(rotation.fileName(), rotation.bytes()));
        return files;
    }

    /** Writes the bundle of one record into this folder; a proof that does not fit the record is refused. */
    public static void write(Path folder, byte[] canonicalRecord, TlogProof proof, KeyChain keys) {
        Map<String, byte[]> files = files(canonicalRecord, proof, keys);
        try {
            for (var file : files.entrySet()) {
                DurableFiles.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The bundle could not be written to %s (%s). Free disk space or choose another folder."
                            .formatted(folder, e),
                    e);
        }
    }

    /** File names of what happened to the record afterwards, counted from 1: a record and a proof each. */
    public static String event(int number, String ending) {
        return "event-%d.%s".formatted(number, ending);
    }

    /** A bundle with its later records, all proven by one checkpoint, the first of them being the record itself. */
    public static Map<String, byte[]> files(List<byte[]> canonicalRecords, List<TlogProof> proofs, KeyChain keys) {
        Map<String, byte[]> files = files(canonicalRecords.getFirst(), proofs.getFirst(), keys);
        for (int i = 1; i < canonicalRecords.size(); i++) {
            Map<String, byte[]> event = files(canonicalRecords.get(i), proofs.get(i), keys);
            files.put(event(i, "json"), Objects.requireNonNull(event.get(RECORD)));
            files.put(event(i, "tlog-proof"), Objects.requireNonNull(event.get(PROOF)));
        }
        return files;
    }

    /** Checks that the record, and what happened to it, is in the log at the place that the proof names. */
    static void check(Evidence evidence, Checkpoint checkpoint, KeyChain keys) throws IOException, Offence {
        check(evidence, RECORD, PROOF, checkpoint, keys);
        for (int i = 1; evidence.has(event(i, "json")) || evidence.has(event(i, "tlog-proof")); i++) {
            check(evidence, event(i, "json"), event(i, "tlog-proof"), checkpoint, keys);
        }
    }

    private static void check(
            Evidence evidence, String recordName, String proofName, Checkpoint checkpoint, KeyChain keys)
            throws IOException, Offence {
        byte[] canonicalRecord = evidence.bytes(recordName);
        byte[] proofBytes = evidence.bytes(proofName);
        TlogProof proof = parse(proofName, proofBytes);
        Evidence.signed(proofName, proof::checkpoint, keys);
        if (!Arrays.equals(proof.checkpoint().bytes(), checkpoint.bytes())) {
            throw new Offence(
                    CHECKPOINT,
                    "The file %s and the checkpoint inside %s differ; both must be the same note. Copy the complete bundle again."
                            .formatted(CHECKPOINT, proofName));
        }
        Hash leaf = Merkle.leafHash(canonicalRecord);
        if (!proof.proves(leaf)) {
            throw new Offence(
                    recordName,
                    "%s (leaf %s) is not entry %d of the signed log: the record or its proof was changed. Ask the log's owner for the original."
                            .formatted(recordName, leaf, proof.index()));
        }
    }

    private static TlogProof parse(String name, byte[] bytes) throws Offence {
        try {
            return TlogProof.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw new Offence(name, e);
        }
    }
}
