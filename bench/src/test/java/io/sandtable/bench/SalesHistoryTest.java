package io.sandtable.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.ControlTotal;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalesHistoryTest {
    private static final int ROWS = 3_000;

    @TempDir
    private Path folder;

    @Test
    void history_isReadByItsMapping_andTheSameForTheSameSeed() throws IOException {
        Path mapping = SalesHistory.writeMapping(Files.createDirectory(folder.resolve("mapping")));
        Path file = new SalesHistory(ROWS, 7).write(Files.createDirectory(folder.resolve("first")));
        Path again = new SalesHistory(ROWS, 7).write(Files.createDirectory(folder.resolve("second")));

        Dataset read = Datasets.read(file, new ReadOptions(mapping.toString(), null, null));

        assertThat(file).hasSameTextualContentAs(again);
        assertThat(read.importable()).isTrue();
        assertThat(read.rows()).isEqualTo(ROWS);
        assertThat(read.controlTotals()).hasSize(3).allMatch(ControlTotal::agrees);
        assertThat(BusinessSnapshot.of(read.facts()).nodes(NodeType.PRICE_SERIES))
                .hasSize(300);
    }
}
