package io.sandtable.graphserver;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Part of the build: starts the database once on a store of its own, so that Java keeps in {@value #LEARNT} beside the jar which
 * classes a start needs; with it a start takes half the processor time. Where it does not come to pass a server starts without.
 */
public final class Rehearsal {
    private static final String LEARNT = "learnt.aot";
    private static final int PAGE_CACHE_MEGABYTES = 64;
    private static final long LONGEST_MINUTES = 5;

    private Rehearsal() {}

    /** Takes the server's jar, and does nothing where what was learnt is newer; or {@code --once} and a store, in a process of its own. */
    public static void main(String[] arguments) throws IOException, InterruptedException, Failure {
        if (arguments.length == 2 && arguments[0].equals("--once")) {
            once(Path.of(arguments[1]));
            return;
        }
        Path jar = Path.of(arguments[0]).toAbsolutePath();
        Path learnt = jar.resolveSibling(LEARNT);
        if (Files.exists(learnt) && Files.getLastModifiedTime(learnt).compareTo(Files.getLastModifiedTime(jar)) > 0) {
            return;
        }
        Path store = Files.createTempDirectory("sandtable-rehearsal-");
        try {
            if (!learn(jar, learnt, store)) {
                Files.deleteIfExists(learnt);
                System.err.println("Java did not learn how the graph server starts; it starts without, and slower.");
            }
        } finally {
            delete(store);
        }
    }

    /** The flags that shape what Java keeps are those with which the service starts the server. */
    private static boolean learn(Path jar, Path learnt, Path store) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1024m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:AOTCacheOutput=" + learnt,
                        "-cp",
                        jar.toString(),
                        Rehearsal.class.getName(),
                        "--once",
                        store.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            return false;
        }
        return process.exitValue() == 0 && Files.exists(learnt);
    }

    private static void once(Path store) throws Failure {
        System.setProperty("log4j.shutdownHookEnabled", "false");
        try (Database database = Database.open(store, PAGE_CACHE_MEGABYTES)) {
            database.setPassword("only for the rehearsal");
            database.rehearse();
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failed) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
