package io.sandtable.store;

import static io.sandtable.store.GraphUnavailable.Reason.DISK_FULL;
import static io.sandtable.store.GraphUnavailable.Reason.HOME_IN_USE;
import static io.sandtable.store.GraphUnavailable.Reason.HOME_NOT_WRITABLE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The folder {@code graph} under the home: one service at a time, readable by its owner only. */
final class GraphHome implements AutoCloseable {
    /** A new store takes 3 MB, its transaction logs at most some 100 MB, one import's log on top. */
    private static final long LEAST_FREE_BYTES = 256L << 20;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path folder;
    private final FileChannel serviceLock;

    private GraphHome(Path folder, FileChannel serviceLock) {
        this.folder = folder;
        this.serviceLock = serviceLock;
    }

    /** Takes the folder for this process; refuses at once where another service has it, or the disk is all but full. */
    static GraphHome take(Path home) {
        GraphHome taken = hold(home);
        try {
            long free = Files.getFileStore(taken.folder).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                taken.close();
                throw new GraphUnavailable(
                        DISK_FULL,
                        "The disk of %s has %d MB free; the graph needs at least %d MB. Free some space or set sandtable.home to another disk."
                                .formatted(taken.folder, free >> 20, LEAST_FREE_BYTES >> 20));
            }
            return taken;
        } catch (IOException e) {
            taken.close();
            throw new GraphUnavailable(
                    HOME_NOT_WRITABLE,
                    "The free space of %s cannot be told (%s). Check the disk.".formatted(taken.folder, e),
                    e);
        }
    }

    /** Takes the folder for this process, whatever the disk's space: nothing is to be added. */
    static GraphHome hold(Path home) {
        Path folder = home.toAbsolutePath().normalize().resolve("graph");
        try {
            Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
            Path lockFile = folder.resolve("service.lock");
            var channel = FileChannel.open(lockFile, Set.of(CREATE, READ, WRITE), ownerOnly(folder, "rw-------"));
            if (!lock(channel)) {
                channel.close();
                throw new GraphUnavailable(
                        HOME_IN_USE,
                        "%s is in use by process %s; one service may use a home at a time. Stop that one, or give this one another sandtable.home."
                                .formatted(folder, Files.readString(lockFile, US_ASCII)));
            }
            channel.truncate(0);
            channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
            return new GraphHome(folder, channel);
        } catch (IOException e) {
            throw new GraphUnavailable(
                    HOME_NOT_WRITABLE,
                    "%s cannot be written (%s). Check its owner, rights and disk, or set sandtable.home to a folder of your own."
                            .formatted(folder, e),
                    e);
        }
    }

    /** Neo4j's own folder. */
    Path store() {
        return folder.resolve("store");
    }

    /** What the server last printed. */
    Path serverLog() {
        return folder.resolve("server.log");
    }

    /** The password the store has, empty for a new store or where the file was lost. */
    Optional<String> findPassword() throws IOException {
        Path file = folder.resolve("password");
        return Files.exists(file) ? Optional.of(Files.readString(file, US_ASCII)) : Optional.empty();
    }

    /** Keeps the password once the server has taken it, never before: a killed start leaves no wrong one. */
    void keepPassword(String password) throws IOException {
        Path draft = folder.resolve("password.new");
        try (var channel =
                FileChannel.open(draft, Set.of(CREATE, WRITE, TRUNCATE_EXISTING), ownerOnly(folder, "rw-------"))) {
            channel.write(US_ASCII.encode(password));
            channel.force(true);
        }
        Files.move(draft, folder.resolve("password"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits for the server of a killed run, which ends by itself once it notices; false when it is still there. */
    boolean awaitFreeStore(Duration atMost) throws IOException, InterruptedException {
        Path lockFile = store().resolve("server.lock");
        long deadline = System.nanoTime() + atMost.toNanos();
        while (Files.exists(lockFile)) {
            try (var channel = FileChannel.open(lockFile, READ, WRITE)) {
                if (lock(channel)) {
                    return true;
                }
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process, which counts as in use all the same
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder, String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Lets another service in. */
    @Override
    public void close() {
        try {
            serviceLock.close();
        } catch (IOException e) {
            throw new GraphUnavailable(
                    HOME_NOT_WRITABLE,
                    "The lock on %s could not be released (%s); it ends with this process.".formatted(folder, e),
                    e);
        }
    }
}
