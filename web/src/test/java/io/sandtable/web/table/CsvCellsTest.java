package io.sandtable.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.table.CsvCells.Guard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {
    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(evil)", "+1", "-1", "@SUM(A1)", "\tx"})
    void textThatASpreadsheetWouldRun_isGuarded(String text) {
        assertThat(new CsvCells(Guard.APOSTROPHE).row(List.of(text))).isEqualTo("'" + text + "\r\n");
        assertThat(new CsvCells(Guard.BLANK).row(List.of(text))).isEqualTo(" " + text + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SO-1108", "铝锭 = 1"})
    void otherText_staysAsItIs(String text) {
        assertThat(new CsvCells(Guard.APOSTROPHE).row(List.of(text))).isEqualTo(text + "\r\n");
    }

    @Test
    void numbersAndTimes_areNoText() {
        String row = new CsvCells(Guard.APOSTROPHE)
                .row(List.of(
                        new BigDecimal("-1E+3"), -7, LocalDate.of(2027, 3, 1), LocalDateTime.of(2027, 3, 1, 8, 5)));

        assertThat(row).isEqualTo("-1000,-7,2027-03-01,2027-03-01 08:05\r\n");
    }

    @Test
    void whatWouldBreakTheRow_isQuoted() {
        assertThat(new CsvCells(Guard.BLANK).row(List.of("a,b", "say \"no\"", "two\nlines", "\r=1")))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\" \r=1\"\r\n");
    }
}
