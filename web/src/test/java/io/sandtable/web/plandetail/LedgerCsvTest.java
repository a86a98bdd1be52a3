package io.sandtable.web.plandetail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://evil\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void cellThatASpreadsheetWouldRun_becomesText(String cell) {
        assertThat(LedgerCsv.safe(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SO-1108", "铝锭 = 1"})
    void otherCells_stayAsTheyAre(String cell) {
        assertThat(LedgerCsv.safe(cell)).isEqualTo(cell);
    }
}
