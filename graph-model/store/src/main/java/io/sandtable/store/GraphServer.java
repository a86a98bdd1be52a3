package io.sandtable.store;

import static io.sandtable.store.GraphUnavailable.Reason.DISK_FULL;
import static io.sandtable.store.GraphUnavailable.Reason.HOME_IN_USE;
import static io.sandtable.store.GraphUnavailable.Reason.HOME_NOT_WRITABLE;
import static io.sandtable.store.GraphUnavailable.Reason.JAR_MISSING;
import static io.sandtable.store.GraphUnavailable.Reason.SERVER_FAILED;
import static io.sandtable.store.GraphUnavailable.Reason.START_TIMEOUT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own graph server as a child process on a free port of the loopback address.
 *
 * <p>The child ends when its standard input does, so it cannot outlive this process, however this one ends.
 */
final class GraphServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphServer.class);
    private static final String USER = "neo4j";
    private static final String READY = "READY ";
    private static final String FAILED = "FAILED ";

    private final GraphHome home;
    private final GraphServerSettings settings;
    private final Process process;
    private final GraphSource.ExternalServer address;

    private GraphServer(
            GraphHome home, GraphServerSettings settings, Process process, GraphSource.ExternalServer address) {
        this.home = home;
        this.settings = settings;
        this.process = process;
        this.address = address;
    }

    /** Starts the server on the store under that home and returns when it takes connections. */
    static GraphServer start(Path homeFolder, GraphServerSettings settings) {
        if (!Files.isRegularFile(settings.jar())) {
            throw new GraphUnavailable(
                    JAR_MISSING,
                    "There is no graph server at %s; it is built together with Sandtable. Run mvn -Pquick -pl graph-model/server package, or set spring.neo4j.uri to use an external Neo4j."
                            .formatted(settings.jar()));
        }
        GraphHome home = GraphHome.take(homeFolder);
        try {
            return start(home, settings);
        } catch (IOException e) {
            home.close();
            throw new GraphUnavailable(
                    HOME_NOT_WRITABLE,
                    "The graph server could not be started from %s (%s). Check the folder's rights and disk."
                            .formatted(home.store(), e),
                    e);
        } catch (InterruptedException e) {
            home.close();
            Thread.currentThread().interrupt();
            throw new GraphUnavailable(
                    SERVER_FAILED, "The start of the graph server was interrupted; start the service again.", e);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private static GraphServer start(GraphHome home, GraphServerSettings settings)
            throws IOException, InterruptedException {
        if (!home.awaitFreeStore(settings.stopTimeout())) {
            throw new GraphUnavailable(
                    HOME_IN_USE,
                    "The graph server of an earlier run, process %s, still holds %s after %d s. End that process and start again."
                            .formatted(
                                    Files.readString(home.store().resolve("server.lock")),
                                    home.store(),
                                    settings.stopTimeout().toSeconds()));
        }
        Optional<String> known = home.findPassword();
        String password = known.orElseGet(GraphServer::newPassword);
        long began = System.nanoTime();
        Process process = spawn(home, settings);
        try {
            handOver(known.isPresent() ? "" : password, process, home);
            URI uri = awaitReady(process, home, settings);
            if (known.isEmpty()) {
                home.keepPassword(password);
            }
            LOG.info(
                    "Graph server ready at {} after {} ms, process {}",
                    uri,
                    (System.nanoTime() - began) / 1_000_000,
                    process.pid());
            return new GraphServer(home, settings, process, new GraphSource.ExternalServer(uri, USER, password));
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly().waitFor();
            throw e;
        }
    }

    private static Process spawn(GraphHome home, GraphServerSettings settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                javaBinary().toString(),
                "-Xmx" + settings.heapMegabytes() + "m",
                "-XX:MaxDirectMemorySize=256m",
                // a quarter less memory and a faster start than the default collector at this size
                "-XX:+UseSerialGC"));
        command.addAll(settings.compiler());
        Path learnt = settings.jar().toAbsolutePath().resolveSibling("learnt.aot");
        if (Files.exists(learnt)) {
            // what Java says of its cache must not stand where the answer is expected
            command.addAll(List.of("-XX:AOTCache=" + learnt, "-Xlog:disable", "-Xlog:all=error:stderr"));
        }
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                settings.jar().toAbsolutePath().toString(),
                home.store().toString(),
                Integer.toString(settings.pageCacheMegabytes())));
        var builder = new ProcessBuilder(command).redirectError(home.serverLog().toFile());
        // meant for the service's JVM: a heap or a debug port of its own is not the child's
        builder.environment().remove("JDK_JAVA_OPTIONS");
        return builder.start();
    }

    /** On standard input, never on the command line, which every user of the machine can read. */
    private static void handOver(String newPassword, Process process, GraphHome home)
            throws IOException, InterruptedException {
        try {
            process.getOutputStream().write((newPassword + "\n").getBytes(UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            var failure = failed("", process, home);
            failure.addSuppressed(e);
            throw failure;
        }
    }

    /** The Java that runs us, so that no other version on the path gets in the way. */
    private static Path javaBinary() {
        return ProcessHandle.current()
                .info()
                .command()
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    private static URI awaitReady(Process process, GraphHome home, GraphServerSettings settings)
            throws IOException, InterruptedException {
        var answer = new CompletableFuture<Optional<String>>();
        Thread.ofVirtual().name("graph-server-answer").start(() -> {
            try {
                answer.complete(Optional.ofNullable(process.inputReader(UTF_8).readLine()));
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            String line =
                    answer.get(settings.startTimeout().toMillis(), MILLISECONDS).orElse("");
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()));
            }
            throw failed(line, process, home);
        } catch (TimeoutException e) {
            throw new GraphUnavailable(
                    START_TIMEOUT,
                    "The graph server was not ready after %d s; usually it takes under 15 s. Look into %s, or raise sandtable.store.start-timeout on a slow machine."
                            .formatted(settings.startTimeout().toSeconds(), home.serverLog()),
                    e);
        } catch (ExecutionException e) {
            throw new GraphUnavailable(
                    SERVER_FAILED,
                    "The graph server's answer could not be read (%s). Look into %s, then start again."
                            .formatted(e.getCause(), home.serverLog()),
                    e);
        }
    }

    private static GraphUnavailable failed(String line, Process process, GraphHome home)
            throws IOException, InterruptedException {
        if (line.startsWith(FAILED)) {
            String[] parts = line.split(" ", 3);
            boolean noSpace = line.contains("No space left on device");
            return new GraphUnavailable(noSpace ? DISK_FULL : SERVER_FAILED, parts[2]);
        }
        String status =
                process.waitFor(5, SECONDS) ? "ended with status " + process.exitValue() : "answered '" + line + "'";
        return new GraphUnavailable(
                SERVER_FAILED,
                "The graph server %s before it was ready: %s. Correct that and start again; all it said is in %s."
                        .formatted(status, lastWords(home), home.serverLog()));
    }

    private static String lastWords(GraphHome home) throws IOException {
        try (var lines = Files.lines(home.serverLog())) {
            return lines.filter(line -> !line.isBlank()).reduce("it said nothing", (first, second) -> second);
        }
    }

    private static String newPassword() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Where it listens, and as whom to log in. */
    GraphSource.ExternalServer address() {
        return address;
    }

    /** The child's process id. */
    long pid() {
        return process.pid();
    }

    /** Stops the child cleanly, and with force when it takes too long. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(settings.stopTimeout().toMillis(), MILLISECONDS)) {
                LOG.warn(
                        "Graph server {} did not stop within {}; killing it, the store recovers on the next start",
                        process.pid(),
                        settings.stopTimeout());
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            LOG.warn("Graph server {} could not be told to stop ({}); killing it", process.pid(), e.toString());
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            home.close();
        }
    }
}
