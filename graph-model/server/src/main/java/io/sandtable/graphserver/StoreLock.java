package io.sandtable.graphserver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Held as long as this process lives, so that a parent can see whether the server of a killed run is gone yet.
 *
 * <p>Neo4j locks its store as well, but only once it has got that far. Nobody closes this lock on purpose: the
 * operating system releases it with the process, however that ends.
 */
final class StoreLock {
    private static final String FILE = "server.lock";

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    static StoreLock take(Path store) throws IOException, Failure {
        var lock = new StoreLock(FileChannel.open(store.resolve(FILE), CREATE, READ, WRITE));
        lock.lock(store);
        return lock;
    }

    private void lock(Path store) throws IOException, Failure {
        if (channel.tryLock() == null) {
            throw new Failure(
                    Failure.Code.STORE_IN_USE,
                    "The graph store %s is open in another process. One process at a time may use it; end the other one."
                            .formatted(store),
                    null);
        }
        channel.truncate(0);
        channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
    }
}
