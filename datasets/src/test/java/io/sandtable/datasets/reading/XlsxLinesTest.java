package io.sandtable.datasets.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxLinesTest {
    private static final int ROWS = 100;

    @TempDir
    private Path folder;

    @Test
    void linesReadAnew_areThoseOfASmallFileThatIsHeld() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (var book = new Workbook(Files.newOutputStream(file), "test", "1.0")) {
            book.newWorksheet("blank");
            for (String name : new String[] {"物料", "库存"}) {
                var sheet = book.newWorksheet(name);
                for (int row = 0; row < ROWS; row++) {
                    sheet.value(row, 0, name + row);
                    sheet.value(row, 2, row / 4.0);
                }
            }
        }
        Map<String, Lines> held = io.sandtable.datasets.reading.Workbook.read(file, "a.xlsx", new Draft("held"))
                .orElseThrow()
                .sheets();

        Map<String, Lines> anew = XlsxLines.sheets(file, true, "a.xlsx", new Draft("anew"));

        assertThat(anew.keySet()).containsExactly("物料", "库存").isEqualTo(held.keySet());
        for (var sheet : anew.entrySet()) {
            Lines expected = Objects.requireNonNull(held.get(sheet.getKey()));
            var lines = new ArrayList<CsvTable.Line>();
            sheet.getValue().each(lines::add);
            assertThat(expected.areHeld()).isTrue();
            assertThat(sheet.getValue().areHeld()).isFalse();
            assertThat(lines).isEqualTo(expected.head(1000)).hasSize(ROWS);
            assertThat(sheet.getValue().head(20)).isEqualTo(expected.head(20));
            assertThat(sheet.getValue().head(80)).isEqualTo(expected.head(80));
        }
    }
}
