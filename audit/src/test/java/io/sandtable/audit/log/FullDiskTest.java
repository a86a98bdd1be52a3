package io.sandtable.audit.log;

import static io.sandtable.audit.testing.Records.record;
import static io.sandtable.audit.testing.Records.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.testing.Skips;
import io.sandtable.audit.tlog.Merkle;
import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.verify.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of its own with room for half a megabyte; making one needs the right to mount. */
class FullDiskTest {
    @TempDir
    private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        Skips.unless(
                run("mount", "-t", "tmpfs", "-o", "size=512k", "sandtable-test", disk.toString()),
                "a small disk cannot be mounted here (it takes root on Linux)");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", "--lazy", disk.toString());
    }

    @Test
    void fullDiskInMidAppend_isRefusedWithTheReason_readsGoOn_andSoDoesTheLogOnceThereIsRoom() throws IOException {
        Origin origin = new Origin("sandtable.test/full");
        try (DecisionLog log = DecisionLog.open(disk, origin)) {
            log.appendAll(records(0, 300));
            Path filler = disk.resolve("filler");
            fill(filler);

            for (int tries = 0; tries < 3; tries++) {
                assertThatThrownBy(() -> log.appendAll(records(300, 600)))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining("No space left on device")
                        .hasMessageContaining("do not treat them as decided");
            }
            assertThat(log.size()).isEqualTo(300);
            assertThat(log.record(299)).isEqualTo(record(299));
            assertThat(log.proof(17).proves(Merkle.leafHash(record(17)))).isTrue();
            assertThat(Verifier.verify(disk).reason()).isNull();

            Files.delete(filler);
            assertThat(log.appendAll(records(300, 600)).getLast().index()).isEqualTo(599);
        }
        assertThat(Verifier.verify(disk).size()).isEqualTo(600);
    }

    private static void fill(Path filler) throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            byte[] some = new byte[1024];
            while (true) {
                out.write(some);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
