package io.sandtable.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.cli.Terminal.Ran;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a power cut, a lost database and a wrong folder leave behind. */
@Tag("trial")
class InterruptionIT {
    private static final Duration SERVERS_NOTICE = Duration.ofSeconds(30);

    /** One home for all kills: each start finds what the one before it left. */
    @TempDir
    static Path folder;

    @ParameterizedTest
    @CsvSource({"load, 6000, 11", "plans, 1500, 12", "report, 300, 13"})
    void killedDemo_leavesNoServerBehind_theNextStartWorksAndTheLogVerifies(String stage, int withinMillis, long seed)
            throws IOException, InterruptedException {
        ReportFonts.require();
        Path home = Files.createDirectories(folder.resolve("home"));
        Terminal terminal = Terminal.at(home);
        Process demo = terminal.start(
                folder.resolve("ignored.txt"),
                "demo",
                "--out",
                folder.resolve("out").toString());

        await(stage, demo);
        Thread.sleep(new SplittableRandom(seed).nextInt(withinMillis));
        demo.destroyForcibly().waitFor();

        assertThat(serversStillThere(home)).as("graph servers of " + home).isEmpty();
        verifyTheLog(terminal, home, stage);
        if (stage.equals("report")) {
            // after the kills before it, the demo that is killed here has started
            Ran next = terminal.run("ask", "预计下季度新能源汽车电池壳订单增长40%", "--company", "demo");
            assertThat(next.exit()).as(next.err()).isEqualTo(ExitCode.NO);
            assertThat(next.remarks()).isEmpty();
            assertThat(next.out()).contains("电池壳的订单增长40%", "--confirm-as");
        }
    }

    /** Before the first record there is no log; from the report on there is one for certain. */
    private static void verifyTheLog(Terminal terminal, Path home, String stage) {
        boolean recorded = Files.exists(home.resolve("log").resolve("checkpoint"));
        if (stage.equals("report")) {
            assertThat(recorded).isTrue();
        }
        if (recorded) {
            Ran verify = terminal.run("audit", "verify", "--json");
            assertThat(verify.exit()).as(verify.out()).isZero();
        }
    }

    private static void await(String stage, Process demo) throws IOException {
        String line = "… " + Words.in(Language.ZH).say("stage." + stage);
        BufferedReader progress = demo.errorReader(java.nio.charset.StandardCharsets.UTF_8);
        var said = new StringBuilder();
        for (String read = progress.readLine(); read != null; read = progress.readLine()) {
            said.append(read).append('\n');
            if (read.equals(line)) {
                return;
            }
        }
        throw new AssertionError("The demo ended before its stage " + stage + ":\n" + said);
    }

    private static Stream<String> serversStillThere(Path home) throws InterruptedException {
        long deadline = System.nanoTime() + SERVERS_NOTICE.toNanos();
        while (servers(home).findAny().isPresent() && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
        return servers(home);
    }

    private static Stream<String> servers(Path home) {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .flatMap(p -> p.info().commandLine().stream())
                .filter(line ->
                        line.contains("sandtable-graph-server") && line.contains("" + home.resolve("companies")));
    }

    @Test
    void externalDatabaseThatIsDown_isOneLineWithItsAddressAndTheRemedy() throws IOException, InterruptedException {
        String nobody = "bolt://127.0.0.1:" + closedPort();

        Ran ran = Terminal.at(Files.createDirectory(folder.resolve("external")))
                .with("spring.neo4j.uri", nobody)
                .runAlone(folder, "demo", "--out", folder.resolve("never").toString());

        assertThat(ran.exit()).isEqualTo(ExitCode.BROKEN);
        assertThat(ran.remarks()).singleElement().asString().contains(nobody, "spring.neo4j.uri");
        assertThat(ran.out()).isEmpty();
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void homeBelowAFile_isOneLineWithTheRemedy() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("a-file"), "no folder");

        for (Path home : new Path[] {file, file.resolve("home")}) {
            Ran ran = Terminal.at(home)
                    .runAlone(folder, "demo", "--out", folder.resolve("never").toString());

            assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.BROKEN);
            assertThat(ran.remarks()).singleElement().asString().contains(file.toString(), "sandtable.home");
            assertThat(ran.out()).isEmpty();
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
