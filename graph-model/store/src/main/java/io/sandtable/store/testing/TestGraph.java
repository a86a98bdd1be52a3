package io.sandtable.store.testing;

import io.sandtable.store.GraphConnection;
import io.sandtable.store.GraphServerSettings;
import io.sandtable.store.GraphSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * The one graph that all integration tests of a JVM share: Testcontainers where Docker is present, our own server where not.
 *
 * <p>The jar of our own server is named by the system property {@code sandtable.server.jar}, which the build sets.
 */
public final class TestGraph {
    private TestGraph() {}

    /** The graph as the last test left it; started on first use, stopped with the JVM; do not close it. */
    public static GraphConnection shared() {
        return Shared.CONNECTION;
    }

    /** The same graph without a single node of business in it; its revision goes on counting. */
    public static GraphConnection emptied() {
        GraphConnection connection = shared();
        try (var session = connection.driver().session()) {
            session.run("MATCH (n) WHERE NOT n:GraphRevision AND NOT n:SchemaVersion DETACH DELETE n")
                    .consume();
            // what was deleted just now went past the journal
            session.run("MATCH (r:GraphRevision) CREATE (:Revision {number: r.number, at: datetime(), begins: true})")
                    .consume();
        }
        return connection;
    }

    /** The jar of our own server, where the build has put it. */
    public static Path serverJar() {
        String jar = System.getProperty("sandtable.server.jar");
        if (jar == null) {
            throw new IllegalStateException(
                    "The system property sandtable.server.jar was not set; it must name the graph server's jar. Run the test through Maven, or add -Dsandtable.server.jar=….");
        }
        return Path.of(jar);
    }

    /** Starts on first use: a test that needs no graph does not pay for it. */
    private static final class Shared {
        private static final GraphConnection CONNECTION =
                testcontainersPresent() && Container.dockerPresent() ? GraphConnection.open(Container.start()) : own();

        private static boolean testcontainersPresent() {
            try {
                Class.forName("org.testcontainers.neo4j.Neo4jContainer", false, TestGraph.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException e) {
                return false; // an optional dependency that this module's tests do not bring
            }
        }

        private static GraphConnection own() {
            try {
                Path home = Files.createTempDirectory("sandtable-test-graph-");
                var connection =
                        GraphConnection.open(new GraphSource.OwnServer(home, GraphServerSettings.of(serverJar())));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    connection.close();
                    delete(home);
                }));
                return connection;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The test graph %s was not deleted; delete it by hand.".formatted(folder), e);
            }
        }
    }
}
