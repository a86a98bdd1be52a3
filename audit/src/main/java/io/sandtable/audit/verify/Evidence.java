package io.sandtable.audit.verify;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.KeyChain;
import io.sandtable.audit.tlog.KeyRotation;
import io.sandtable.audit.tlog.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Strict reading of the files of one folder: a file is missing, malformed or exactly what its format allows. */
record Evidence(EvidenceFiles files) {

    byte[] bytes(String name) throws IOException, Offence {
        try {
            return files.read(name);
        } catch (NoSuchFileException e) {
            throw new Offence(
                    name,
                    "%s is missing in %s. Copy the complete folder again or restore it from a backup."
                            .formatted(name, files));
        }
    }

    boolean has(String name) {
        return files.has(name);
    }

    /** The keys of the evidence; where a key is trusted, it has to be one of them. */
    KeyChain keys(Optional<VerifierKey> trusted) throws IOException, Offence {
        VerifierKey named = key(Bundle.VERIFIER_KEY);
        KeyChain keys = chain(named, rotations());
        if (trusted.isPresent() && !keys.holds(trusted.get())) {
            throw new Offence(
                    Bundle.VERIFIER_KEY,
                    "The folder brings the key %s, but %s is trusted. It comes from another log, or the log was signed anew."
                            .formatted(named, trusted.get()));
        }
        return keys;
    }

    private VerifierKey key(String name) throws IOException, Offence {
        byte[] bytes = bytes(name);
        try {
            VerifierKey key = VerifierKey.parse(new String(bytes, StandardCharsets.UTF_8).strip());
            if (!Arrays.equals((key.line() + "\n").getBytes(StandardCharsets.UTF_8), bytes)) {
                throw new Offence(
                        name, "The key file holds more than one key line. Ask the log's owner for the key again.");
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new Offence(name, e);
        }
    }

    private List<KeyRotation> rotations() throws IOException, Offence {
        List<KeyRotation> rotations = new ArrayList<>();
        for (String name = KeyRotation.FILE + 1; files.has(name); name = KeyRotation.FILE + (rotations.size() + 1)) {
            try {
                rotations.add(KeyRotation.parse(bytes(name)));
            } catch (AuditException e) {
                throw new Offence(name, e);
            }
        }
        return rotations;
    }

    private static KeyChain chain(VerifierKey named, List<KeyRotation> rotations) throws Offence {
        try {
            return KeyChain.of(named, rotations);
        } catch (AuditException e) {
            throw new Offence(Bundle.VERIFIER_KEY, e);
        }
    }

    Checkpoint checkpoint(String name, KeyChain keys) throws IOException, Offence {
        return signed(name, () -> Checkpoint.parse(bytes(name)), keys);
    }

    static Checkpoint signed(String name, Source source, KeyChain keys) throws IOException, Offence {
        try {
            Checkpoint read = source.read();
            return read.requireSignedBy(keys.at(read.size()));
        } catch (IllegalArgumentException | AuditException e) {
            throw new Offence(name, e);
        }
    }

    /** Where an unchecked checkpoint comes from. */
    @FunctionalInterface
    interface Source {
        Checkpoint read() throws IOException, Offence;
    }
}
