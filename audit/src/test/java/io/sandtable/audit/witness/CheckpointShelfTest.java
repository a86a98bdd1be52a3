package io.sandtable.audit.witness;

import static io.sandtable.audit.testing.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.tlog.Origin;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointShelfTest {
    @TempDir
    private Path home;

    @Test
    void export_isDueOnceAMonth_andReportsPrintTheLastOfTheLastTwoMonths() {
        CheckpointShelf shelf = new CheckpointShelf(home.resolve(CheckpointShelf.FOLDER));
        LocalDate day = LocalDate.of(2026, 8, 31);
        assertThat(shelf.exportDue(0, day)).as("nothing to prove").isFalse();
        try (DecisionLog log = DecisionLog.open(home, new Origin("sandtable.test/shelf"))) {
            for (int i = 0; i < 6; i++) {
                log.append(record(i));
                LocalDate today = day.plusDays(20L * i);
                Path out = home.resolve("out" + i);
                boolean due = shelf.exportDue(log.size(), today);
                assertThat(due).as(today.toString()).isEqualTo(i != 3);

                Path file = shelf.export(out, log.checkpoint(), log.keys(), today);

                assertThat(file)
                        .hasFileName("checkpoint-%s-%d.txt".formatted(today, i + 1))
                        .hasBinaryContent(log.checkpoint().bytes());
                assertThat(out.resolve("log.vkey")).exists();
                assertThat(shelf.exportDue(log.size(), today)).isFalse();
            }
            assertThat(shelf.departures()).hasSize(6);
            assertThat(shelf.forReports())
                    .extracting(Departure::on)
                    .containsExactly(LocalDate.of(2026, 12, 9), LocalDate.of(2026, 11, 19));
        }
    }
}
