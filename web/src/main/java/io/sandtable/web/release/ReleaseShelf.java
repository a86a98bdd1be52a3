package io.sandtable.web.release;

import io.sandtable.audit.tlog.Hash;
import io.sandtable.web.settings.HomeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The files of releases, in {@code releases} of the home. What waits has its fingerprint in its name and counts only if the log names
 * that fingerprint; what was issued is called by the decision's number alone.
 */
@Component
class ReleaseShelf {
    private final Path folder;
    private final Path waiting;

    ReleaseShelf(HomeSettings home) {
        this.folder = home.home().resolve("releases");
        this.waiting = folder.resolve("waiting");
    }

    /** Puts it down, on disk when this returns; twice is once. Returns its SHA-256, lower-case hex. */
    String keep(String number, byte[] zip) {
        String hash = Hash.of(zip).hex();
        try {
            Files.createDirectories(waiting);
            Path draft = Files.createTempFile(waiting, number, ".draft");
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(zip);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(
                    draft, waiting(number, hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The orders of %s could not be written to %s (%s). Nothing was released; free disk space and release again."
                            .formatted(number, waiting, e.getMessage()),
                    e);
        }
        return hash;
    }

    /** What was kept under that fingerprint, wherever it lies; empty where it is gone or was changed. */
    Optional<byte[]> find(String number, String hash) {
        for (Path file : new Path[] {issued(number), waiting(number, hash)}) {
            if (Files.exists(file)) {
                byte[] zip = read(file);
                if (Hash.of(zip).hex().equals(hash)) {
                    return Optional.of(zip);
                }
            }
        }
        return Optional.empty();
    }

    /** Moves it to its final place; twice is once. */
    void issue(String number, String hash) {
        Path file = waiting(number, hash);
        if (Files.exists(file)) {
            try {
                Files.move(file, issued(number), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The orders of %s could not be moved to %s (%s). They stay in %s, and it is tried again."
                                .formatted(number, folder, e.getMessage(), waiting),
                        e);
            }
        }
    }

    /** Away with what was taken back. */
    void drop(String number, String hash) {
        try {
            Files.deleteIfExists(waiting(number, hash));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The orders of %s that were taken back could not be deleted (%s); nothing reads them any more."
                            .formatted(number, e.getMessage()),
                    e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The orders in %s could not be read (%s).".formatted(file, e.getMessage()), e);
        }
    }

    private Path issued(String number) {
        return folder.resolve(number + ".zip");
    }

    private Path waiting(String number, String hash) {
        return waiting.resolve(number + "-" + hash + ".zip");
    }
}
