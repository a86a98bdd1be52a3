package io.sandtable.web.annual;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.web.Language;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnnualCellsTest {
    @Test
    void months_areListed_andARowOfThemIsARange() {
        List<YearMonth> months = Stream.of("2026-09", "2026-10", "2027-01", "2027-05", "2027-06", "2027-07")
                .map(YearMonth::parse)
                .toList();

        assertThat(new AnnualCells(Language.ZH).months(months)).isEqualTo("2026-09、2026-10、2027-01、2027-05 ～ 2027-07");
        assertThat(new AnnualCells(Language.EN).months(months.subList(0, 2))).isEqualTo("Sep 2026, Oct 2026");
        assertThat(new AnnualCells(Language.EN).months(months.subList(3, 6))).isEqualTo("May 2027 – Jul 2027");
    }

    @Test
    void quantities_haveADecimalWhereItSaysSomething_andFilesHaveThree() {
        var cells = new AnnualCells(Language.EN);

        assertThat(cells.quantity(12.34)).isEqualTo(new AnnualTable.Cell("12.3", new java.math.BigDecimal("12.340")));
        assertThat(cells.quantity(8118.44))
                .isEqualTo(new AnnualTable.Cell("8,118", new java.math.BigDecimal("8118.440")));
        assertThat(cells.quantity(700)).isEqualTo(new AnnualTable.Cell("700", new java.math.BigDecimal("700")));
    }
}
