package io.sandtable.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.audit.testing.Records;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.verify.Verification;
import io.sandtable.audit.verify.Verifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {
    private static final Origin ORIGIN = new Origin("sandtable.test/killed");
    private static final int KILLS = 8;

    @TempDir
    Path home;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void writerKilledAtAnyMoment_losesNothingAcknowledgedAndTheLogVerifies() throws Exception {
        kill(KILLS);
    }

    @Test
    @Tag("trial")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void writerKilledAHundredTimes_losesNothingAcknowledgedAndTheLogVerifies() throws Exception {
        kill(100);
    }

    private void kill(int kills) throws Exception {
        SplittableRandom random = new SplittableRandom(20261121);
        long acknowledged = -1;
        for (int kill = 0; kill < kills; kill++) {
            acknowledged = Math.max(acknowledged, appendAndKill(random.nextInt(1, 60), random.nextInt(4)));

            Verification answer = Verifier.verify(home);
            assertThat(answer.reason()).isNull();
            assertThat(answer.size()).isGreaterThan(acknowledged);
        }
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            for (int i = 0; i < log.size(); i++) {
                assertThat(log.record(i)).isEqualTo(Records.record(i));
            }
        }
    }

    /** Lets a child process append some records, kills it a moment later and returns the last acknowledged index. */
    private long appendAndKill(int appends, int millisMore) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        home.toString(),
                        ORIGIN.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = child.inputReader()) {
            long last = -1;
            String line = out.readLine();
            for (int i = 1; i < appends && line != null; i++) {
                last = Long.parseLong(line);
                line = out.readLine();
            }
            Thread.sleep(millisMore);
            child.destroyForcibly().waitFor();
            return last;
        } finally {
            child.destroyForcibly();
        }
    }
}
