package io.sandtable.audit.verify;

import static io.sandtable.audit.testing.Records.record;
import static io.sandtable.audit.testing.Records.records;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.testing.Skips;
import io.sandtable.audit.tlog.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the shell commands of docs/reference/log-format.md, a route that shares no code with ours. */
class VerifyByHandTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "log-format.md");

    @TempDir
    Path home;

    @BeforeAll
    static void needTheTools() {
        for (String tool : List.of("sh", "openssl", "xxd", "sha256sum")) {
            Skips.unless(
                    Stream.of(System.getenv("PATH").split(":")).anyMatch(at -> Files.isExecutable(Path.of(at, tool))),
                    "%s is not installed; the commands of log-format.md need it".formatted(tool));
        }
    }

    @Test
    void commandsOfThePage_acceptEveryRecordOfALogAndRefuseChangedOnes() throws Exception {
        for (int size : List.of(1, 2, 7, 300)) {
            Path house = home.resolve("size" + size);
            int index = size / 2;
            Path bundle = house.resolve("bundle");
            try (DecisionLog log = DecisionLog.open(house, new Origin("sandtable.test/hand"))) {
                log.appendAll(records(0, size));
                Bundle.write(bundle, record(index), log.proof(index), log.keys());
            }

            assertThat(run(bundle)).contains("Verified Successfully").contains("The record is in the log.");

            Files.write(bundle.resolve(Bundle.RECORD), record(index + 1));
            assertThat(run(bundle)).contains("NOT in the log.");
            Path checkpoint = bundle.resolve(Bundle.CHECKPOINT);
            Files.writeString(checkpoint, Files.readString(checkpoint).replaceFirst("\n" + size + "\n", "\n9\n"));
            assertThat(run(bundle)).contains("Verification Failure");
        }
    }

    private static String run(Path bundle) throws IOException, InterruptedException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```sh\n") + 6;
        String commands = page.substring(start, page.indexOf("```", start));
        Process shell = new ProcessBuilder("sh", "-c", commands)
                .directory(bundle.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return said;
    }
}
