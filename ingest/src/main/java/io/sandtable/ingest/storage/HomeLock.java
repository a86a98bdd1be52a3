package io.sandtable.ingest.storage;

import io.sandtable.ingest.FeedUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One live feed per home, also between processes; the system lets it go when the process ends, however that happens. */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the folder {@code live} of the home, making it where it is not there. */
    public static HomeLock take(Path home) {
        Path file = home.resolve("live").resolve("lock");
        FileChannel channel;
        try {
            Files.createDirectories(file.getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new FeedUnavailable(
                    FeedUnavailable.Reason.HOME_NOT_WRITABLE,
                    "%s could not be written (%s); correct its rights or free disk space."
                            .formatted(file, e.getMessage()),
                    e);
        }
        try {
            if (channel.tryLock() != null) {
                return new HomeLock(channel);
            }
            channel.close();
        } catch (IOException | OverlappingFileLockException e) {
            throw inUse(home, e);
        }
        throw inUse(home, null);
    }

    private static FeedUnavailable inUse(Path home, @org.jspecify.annotations.Nullable Exception cause) {
        return new FeedUnavailable(
                FeedUnavailable.Reason.HOME_IN_USE,
                "Another Sandtable receives live messages for %s; one may. Stop it, give this one another sandtable.home, or set sandtable.ingest.broker=off here."
                        .formatted(home),
                cause);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(
                    "The lock of the live feed was not closed; it ends with the process.", e);
        }
    }
}
