package io.sandtable.audit.verify;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.tlog.Checkpoint;
import io.sandtable.audit.tlog.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Strict reading of the files of one folder: a file is missing, malformed or exactly what its format allows. */
record Evidence(Path folder) {

    byte[] bytes(String name) throws IOException, Offence {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (NoSuchFileException e) {
            throw new Offence(
                    name,
                    "%s is missing in %s. Copy the complete folder again or restore it from a backup."
                            .formatted(name, folder));
        }
    }

    VerifierKey key(String name, Optional<VerifierKey> trusted) throws IOException, Offence {
        byte[] bytes = bytes(name);
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            VerifierKey key = VerifierKey.parse(text.strip());
            if (!Arrays.equals((key.line() + "\n").getBytes(StandardCharsets.UTF_8), bytes)) {
                throw new Offence(
                        name, "The key file holds more than one key line. Ask the log's owner for the key again.");
            }
            if (trusted.isPresent() && !trusted.get().equals(key)) {
                throw new Offence(
                        name,
                        "The folder brings the key %s, but %s is trusted. It comes from another log, or the log was signed anew."
                                .formatted(key, trusted.get()));
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new Offence(name, e);
        }
    }

    Checkpoint checkpoint(String name, VerifierKey key) throws IOException, Offence {
        return signed(name, () -> Checkpoint.parse(bytes(name)), key);
    }

    static Checkpoint signed(String name, Source source, VerifierKey key) throws IOException, Offence {
        try {
            return source.read().requireSignedBy(key);
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
