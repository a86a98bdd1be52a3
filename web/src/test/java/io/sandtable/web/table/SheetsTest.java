package io.sandtable.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class SheetsTest {
    @Test
    void tableLargerThanASheet_goesOnInAnotherAndLosesNoRow() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var sheets = new Sheets(bytes, 2)) {
            sheets.begin("分录", List.of("day", "amount", "text"));
            for (int i = 1; i <= 5; i++) {
                sheets.row(List.of(LocalDate.of(2027, 3, i), new BigDecimal("0.1" + i), i == 3 ? "" : "=" + i));
            }
            sheets.begin("试算", List.of("account"));
            sheets.row(List.of("1002"));
        }

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("分录", "分录 2", "分录 3", "试算");
            List<Row> second = book.findSheet("分录 2").orElseThrow().read();
            assertThat(second).hasSize(3);
            assertThat(second.get(0).getCellText(0)).isEqualTo("day");
            assertThat(second.get(1).getCellAsDate(0).orElseThrow().toLocalDate())
                    .isEqualTo("2027-03-03");
            assertThat(second.get(1).getCellAsNumber(1)).contains(new BigDecimal("0.13"));
            assertThat(second.get(2).getCellText(2)).isEqualTo("=4");
        }
    }
}
