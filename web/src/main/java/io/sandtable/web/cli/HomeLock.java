package io.sandtable.web.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** One service per home folder. The lock goes with its process, also where that is killed. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Locks the home of a service that is about to start, before anything of it is opened, until the service has stopped. */
    static void takeFor(ConfigurableApplicationContext context) {
        String home = context.getEnvironment().getRequiredProperty("sandtable.home");
        HomeLock lock = take(Path.of(home));
        // the first bean to come is the last to go
        ((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean("homeLock", lock::close);
    }

    /** Takes the lock, or says that somebody has it. */
    static HomeLock take(Path home) {
        Path file = home.resolve("service.lock");
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new IllegalStateException(
                        "A service already runs on %s. Use it, stop it first, or set SANDTABLE_HOME to another folder."
                                .formatted(home));
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be locked (%s); check the disk's space and the folder's rights."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // this very process has it
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of the home folder could not be given back; it goes with us.", e);
        }
    }
}
