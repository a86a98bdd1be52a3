package io.sandtable.store;

import static io.sandtable.store.GraphUnavailable.Reason.HOME_IN_USE;
import static io.sandtable.store.GraphUnavailable.Reason.HOME_NOT_WRITABLE;
import static io.sandtable.store.GraphUnavailable.Reason.JAR_MISSING;
import static io.sandtable.store.GraphUnavailable.Reason.LOGIN_REFUSED;
import static io.sandtable.store.GraphUnavailable.Reason.OUT_OF_MEMORY;
import static io.sandtable.store.GraphUnavailable.Reason.SERVER_FAILED;
import static io.sandtable.store.GraphUnavailable.Reason.START_TIMEOUT;
import static io.sandtable.store.GraphUnavailable.Reason.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sandtable.store.testing.TestGraph;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphServerIT {
    /** One for all tests, since only the first start on a home is slow. */
    @TempDir
    static Path home;

    @Test
    void killedService_leavesNoServerBehindAndTheNextStartFindsItsData() throws Exception {
        Process service = startServiceToBeKilled();
        // whatever logs stand before it
        String answer = service.inputReader()
                .lines()
                .filter(line -> line.startsWith("WRITTEN "))
                .findFirst()
                .orElseThrow();
        ProcessHandle server = ProcessHandle.of(Long.parseLong(answer.substring("WRITTEN ".length())))
                .orElseThrow();

        service.destroyForcibly().waitFor();

        try (var next = GraphConnection.open(ownServer())) {
            assertThat(server.isAlive()).isFalse();
            assertThat(countScratch(next, ServiceToBeKilled.TEXT)).isEqualTo(1);
        }
    }

    @Test
    void killedServer_endsTheConnectionWithOneClearLineAndTheNextStartRecovers() throws Exception {
        try (var connection = GraphConnection.open(ownServer())) {
            connection.write(
                    tx -> tx.run("CREATE (:Scratch {text: 'committed'})").consume());
            ProcessHandle server =
                    ProcessHandle.of(connection.serverPid().orElseThrow()).orElseThrow();
            server.destroyForcibly();
            server.onExit().get(30, TimeUnit.SECONDS);

            refused(() -> countScratch(connection, "committed"), UNREACHABLE, "built-in graph server");
        }
        try (var next = GraphConnection.open(ownServer())) {
            assertThat(countScratch(next, "committed")).isEqualTo(1);
        }
    }

    /** Two things in one test, because each start of a server takes long. */
    @Test
    void secondServiceOnOneHome_isToldWhoHasIt_andTheOwnersPasswordHealsWhenLost() throws IOException {
        Path password = home.resolve("graph").resolve("password");
        String first;
        try (var connection = GraphConnection.open(ownServer())) {
            first = connection.address().password();
            assertThat(Files.getPosixFilePermissions(password)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(connection.address().toString()).doesNotContain(first);
            refused(
                    () -> GraphConnection.open(ownServer()),
                    HOME_IN_USE,
                    "process " + ProcessHandle.current().pid());
        }
        Files.delete(password);

        try (var connection = GraphConnection.open(ownServer())) {
            assertThat(connection.address().password()).isNotEqualTo(first);
        }
    }

    @Test
    void serverNotReadyInTime_isKilledAndTheHomeIsFreeAgain() {
        var impatient =
                new GraphServerSettings(TestGraph.serverJar(), 512, 64, Duration.ofMillis(50), Duration.ofSeconds(30));

        refused(() -> GraphConnection.open(new GraphSource.OwnServer(home, impatient)), START_TIMEOUT, "not ready");

        assertThat(ProcessHandle.current().children().filter(GraphServerIT::servesOurHome))
                .isEmpty();
        GraphHome.take(home).close();
    }

    @Test
    void serverThatCannotStart_isReportedInItsOwnWords() {
        var greedy = new GraphServerSettings(
                TestGraph.serverJar(), 2_000_000_000, 64, Duration.ofSeconds(60), Duration.ofSeconds(30));

        refused(
                () -> GraphConnection.open(new GraphSource.OwnServer(home, greedy)),
                SERVER_FAILED,
                "ended with status 1");
    }

    @Test
    @Tag("trial")
    void importThatDoesNotFitTheServersHeap_isRefusedWithTheSettingAndLeavesNothing() {
        var small =
                new GraphServerSettings(TestGraph.serverJar(), 256, 64, Duration.ofMinutes(2), Duration.ofSeconds(30));

        try (var connection = GraphConnection.open(new GraphSource.OwnServer(home, small))) {
            var writer = new FactWriter(connection);

            refused(() -> writer.merge(LargeGraphIT.facts()), OUT_OF_MEMORY, "sandtable.store.heap-megabytes");

            assertThat(new SnapshotReader(connection).read().snapshot().nodeCount())
                    .isZero();
        }
    }

    @Test
    void missingJar_isNamedWithTheCommandThatBuildsIt() {
        var settings = GraphServerSettings.of(home.resolve("nowhere.jar"));

        refused(
                () -> GraphConnection.open(new GraphSource.OwnServer(home, settings)),
                JAR_MISSING,
                "mvn -Pquick -pl graph-model/server package");
    }

    @Test
    void homeThatIsAFile_isRefused() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "not a folder");

        refused(
                () -> GraphConnection.open(
                        new GraphSource.OwnServer(file, GraphServerSettings.of(TestGraph.serverJar()))),
                HOME_NOT_WRITABLE,
                "sandtable.home");
    }

    @Test
    void externalServerThatIsDown_isReportedWithItsAddress() {
        var nobody = new GraphSource.ExternalServer(URI.create("bolt://127.0.0.1:1"), "neo4j", "secret-word");

        refused(() -> GraphConnection.open(nobody), UNREACHABLE, "bolt://127.0.0.1:1");
    }

    @Test
    void externalServerWithAnotherPassword_refusesTheLogin() {
        var address = TestGraph.shared().address();
        var wrong = new GraphSource.ExternalServer(address.uri(), address.user(), "not-" + address.password());

        refused(() -> GraphConnection.open(wrong), LOGIN_REFUSED, "spring.neo4j.authentication");
    }

    private static GraphSource ownServer() {
        return new GraphSource.OwnServer(home, GraphServerSettings.of(TestGraph.serverJar()));
    }

    private static Process startServiceToBeKilled() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServiceToBeKilled.class.getName(),
                        home.toString(),
                        TestGraph.serverJar().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static boolean servesOurHome(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(home.toString());
    }

    private static int countScratch(GraphConnection connection, String text) {
        return connection.read(
                tx -> tx.run("MATCH (s:Scratch {text: $text}) RETURN count(s) AS n", Map.of("text", text))
                        .single()
                        .get("n")
                        .asInt());
    }

    private static void refused(ThrowingCallable attempt, GraphUnavailable.Reason reason, String words) {
        assertThatExceptionOfType(GraphUnavailable.class)
                .isThrownBy(attempt)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .withMessageContaining(words)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
}
