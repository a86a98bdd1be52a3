package io.sandtable.graphserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs one graph database until its parent lets go of standard input. */
public final class GraphServerProgram {
    private static final int EXIT_FAILED = 3;

    /** A database that does not stop in this time is halted: the store recovers on the next start. */
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(20);

    /** A field, because a lock that nothing refers to is released by the garbage collector. */
    @SuppressWarnings("UnusedVariable")
    private static @Nullable StoreLock lock;

    private GraphServerProgram() {}

    /** Takes the store folder and the page cache in megabytes; the package tells the rest of the protocol. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println(
                    "Found %d arguments; expected STORE_FOLDER PAGE_CACHE_MEGABYTES. Let the service start it."
                            .formatted(arguments.length));
            System.exit(2);
        }
        // Whatever a library prints must not be mistaken for an answer to the parent.
        PrintStream parent = System.out;
        System.setOut(System.err);
        // Log4j would otherwise register a hook of its own while ours is already running, and fail.
        System.setProperty("log4j.shutdownHookEnabled", "false");
        var input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        String newPassword = input.readLine();
        if (newPassword == null) {
            System.exit(0);
        }
        exitWhenInputEnds(input);

        try {
            parent.println(start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), newPassword));
        } catch (Failure failure) {
            failure.printStackTrace();
            parent.println(failure.line());
            System.exit(EXIT_FAILED);
        }
    }

    private static String start(Path store, int pageCacheMegabytes, String newPassword) throws Failure {
        try {
            Files.createDirectories(store);
            lock = StoreLock.take(store);
        } catch (IOException e) {
            throw new Failure(
                    Failure.Code.STORE_NOT_WRITABLE,
                    "The graph store %s cannot be written (%s). Check the folder's owner and free space."
                            .formatted(store, e),
                    e);
        }
        var database = Database.open(store, pageCacheMegabytes);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(database), "stop-database"));
        if (!newPassword.isEmpty()) {
            database.setPassword(newPassword);
        }
        return "READY bolt://127.0.0.1:" + database.port();
    }

    /** The parent never writes a second line, so that the end of input means it is gone, even by kill -9. */
    private static void exitWhenInputEnds(BufferedReader input) {
        Thread.ofPlatform().daemon().name("wait-for-parent").start(() -> {
            try {
                while (input.readLine() != null) {}
            } catch (IOException e) {
                System.err.println("Standard input broke (%s); ending as if the parent had gone.".formatted(e));
            }
            System.exit(0);
        });
    }

    private static void shutDown(Database database) {
        Thread.ofPlatform().daemon().name("halt-when-stuck").start(() -> {
            try {
                Thread.sleep(LONGEST_SHUTDOWN);
                System.err.println("The database did not stop within %s; halting.".formatted(LONGEST_SHUTDOWN));
                Runtime.getRuntime().halt(EXIT_FAILED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        database.close();
    }
}
