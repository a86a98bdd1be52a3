package io.sandtable.web.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateDownloadTest {
    @TempDir
    private Path folder;

    @Test
    void workbook_isReadBackAsOfTheDayItWasTaken() throws IOException {
        var download = new TemplateDownload(Clock.fixed(Instant.parse("2026-11-27T04:00:00Z"), ZoneOffset.UTC));

        Path file = Files.write(
                folder.resolve("t.xlsx"),
                Objects.requireNonNull(download.workbook().getBody()));

        Dataset read = Datasets.read(file, ReadOptions.none());
        assertThat(read.problems()).extracting(Problem::code).containsExactly(ProblemCode.NOTHING_TOLD);
        assertThat(read.asOf()).isEqualTo(LocalDate.of(2026, 11, 27));
    }
}
