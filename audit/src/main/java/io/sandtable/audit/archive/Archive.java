package io.sandtable.audit.archive;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.internal.DurableFiles;
import io.sandtable.audit.tlog.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps byte contents under their own SHA-256, so that a name is also a proof of the content. */
public final class Archive {
    private final Path folder;

    /** The folder is created with the first content. */
    public Archive(Path folder) {
        this.folder = folder;
    }

    /** Stores the content durably, once, and returns its name. */
    public Hash put(byte[] content) {
        Hash name = Hash.of(content);
        Path file = file(name);
        try {
            // a damaged copy is healed by the good one that has just come in
            if (!Files.exists(file) || !name.equals(Hash.of(Files.readAllBytes(file)))) {
                DurableFiles.write(file, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Content %s (%d bytes) could not be written below %s. Free disk space or check the folder's rights, then repeat."
                            .formatted(name, content.length, folder),
                    e);
        }
        return name;
    }

    /** The same of a file, which may be larger than the memory. */
    public Hash put(Path content) {
        try {
            Hash name = Hash.of(content);
            Path file = file(name);
            if (!Files.exists(file) || !name.equals(Hash.of(file))) {
                DurableFiles.copy(content, file);
                if (!name.equals(Hash.of(file))) {
                    Files.delete(file);
                    throw new AuditException(
                            "The file %s changed while it was archived. Repeat once nothing writes to it."
                                    .formatted(content));
                }
            }
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file %s could not be copied below %s. Free disk space or check the rights of both, then repeat."
                            .formatted(content, folder),
                    e);
        }
    }

    /** The content of this name; throws when it is absent or no longer what its name says. */
    public byte[] get(Hash name) {
        return find(name)
                .orElseThrow(() -> new AuditException(
                        "The archive %s has no content %s. Restore it from a backup of the same company."
                                .formatted(folder, name)));
    }

    /** The content of this name if it was ever stored; throws when it is no longer what its name says. */
    public Optional<byte[]> find(Hash name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] content = Files.readAllBytes(file);
            Hash found = Hash.of(content);
            if (!found.equals(name)) {
                throw new AuditException(
                        "Archived content %s was changed: it now hashes to %s. Restore this file from a backup."
                                .formatted(name, found));
            }
            return Optional.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Archived content %s exists but cannot be read. Check disk and rights of %s."
                            .formatted(name, folder),
                    e);
        }
    }

    public boolean contains(Hash name) {
        return Files.exists(file(name));
    }

    /** The names of all contents, whether they are still what their names say or not. */
    List<Hash> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("[0-9a-f]{64}"))
                    .map(Hash::fromHex)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The archive %s cannot be read (%s). Check disk and rights.".formatted(folder, e), e);
        }
    }

    /** When the content came in, as the file system knows it. */
    Instant storedAt(Hash name) {
        try {
            return Files.getLastModifiedTime(file(name)).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Archived content %s cannot be looked at. Check disk and rights of %s.".formatted(name, folder), e);
        }
    }

    void remove(Hash name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Archived content %s cannot be deleted. Check the rights of %s.".formatted(name, folder), e);
        }
    }

    private Path file(Hash name) {
        String hex = name.hex();
        return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }
}
