package io.sandtable.audit.log;

import static io.sandtable.audit.testing.Records.record;
import static io.sandtable.audit.testing.Records.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.AuditException;
import io.sandtable.audit.tlog.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruncatedTilesTest {
    private static final Origin ORIGIN = new Origin("sandtable.test/truncated");

    @TempDir
    private Path home;

    @BeforeEach
    void aLogOfOneFullTileAndAPart() {
        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            log.appendAll(records(0, 300));
        }
    }

    @Test
    void truncatedEdge_keepsTheWriterOutAndSaysWhichTileIsShort() throws IOException {
        for (String edge : new String[] {"log/tile/0/001.p/44", "log/tile/1/000.p/1", "log/tile/entries/001.p/44"}) {
            byte[] sound = Files.readAllBytes(home.resolve(edge));
            for (int length : new int[] {0, 1, sound.length / 2, sound.length - 1}) {
                Files.write(home.resolve(edge), Arrays.copyOf(sound, length));

                assertThatThrownBy(() -> DecisionLog.open(home, ORIGIN))
                        .isInstanceOf(AuditException.class)
                        .hasMessageContaining("Run audit verify");
            }
            Files.write(home.resolve(edge), sound);
        }
        DecisionLog.open(home, ORIGIN).close();
    }

    @Test
    void truncatedOldTile_isRefusedWhereItIsNeededAndOtherRecordsAreStillRead() throws IOException {
        Path old = home.resolve("log/tile/entries/000");
        Files.write(old, Arrays.copyOf(Files.readAllBytes(old), 1000));

        try (DecisionLog log = DecisionLog.open(home, ORIGIN)) {
            assertThatThrownBy(() -> log.record(255))
                    .isInstanceOf(AuditException.class)
                    .hasMessageContaining("of its 256")
                    .hasMessageContaining("restore the log from a backup");
            assertThat(log.record(299)).isEqualTo(record(299));
            assertThat(log.append(record(300)).index()).isEqualTo(300);
        }
    }
}
