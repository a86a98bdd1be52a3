package io.sandtable.audit.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportDocumentTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void json_holdsTheWholeReportAndReadsBackEqual(Language language) {
        ReportDocument report = SampleReports.of(language);

        byte[] json = JsonReport.render(report);

        assertThat(JsonReport.read(json)).isEqualTo(report);
        assertThat(new String(json, UTF_8))
                .contains("\"kind\" : \"barChart\"")
                .contains("\"kind\" : \"broken\"")
                .contains("\"auditNumber\" : \"A-2026-1121-007\"")
                .contains("\"base\" : 912.0");
    }

    @Test
    void bothLanguages_haveTheSameWords() {
        ResourceBundle zh = ResourceBundle.getBundle(Words.BUNDLE, Language.ZH.locale());
        ResourceBundle en = ResourceBundle.getBundle(Words.BUNDLE, Language.EN.locale());

        assertThat(zh.keySet()).isNotEmpty().isEqualTo(en.keySet());
    }

    @Test
    void numbersAndDates_areSpeltForTheReader() {
        assertThat(Words.number(new BigDecimal("1234567.50"))).isEqualTo("1,234,567.50");
        assertThat(Words.number(new BigDecimal("-12"))).isEqualTo("−12");
        assertThat(Words.number(new BigDecimal("3E+3"))).isEqualTo("3,000");
        assertThat(Words.change(new BigDecimal("1.9"))).isEqualTo("+1.9");
        assertThat(Words.change(new BigDecimal("-0.8"))).isEqualTo("−0.8");
        assertThat(Words.change(new BigDecimal("0.0"))).isEqualTo("±0.0");
        assertThat(new Words(Language.ZH).date(LocalDate.of(2026, 12, 18))).isEqualTo("2026-12-18");
        assertThat(new Words(Language.EN).date(LocalDate.of(2026, 12, 18))).isEqualTo("18 Dec 2026");
    }

    @Test
    void rowWithTooFewCells_isRefused() {
        List<Table.Column> columns = List.of(Table.Column.text("a"), Table.Column.text("b"));

        assertThatThrownBy(() -> new Table(null, columns, List.of(Table.Row.of(Cell.text("x")))))
                .hasMessageContaining("Row 1")
                .hasMessageContaining("each of the 2 columns");
    }

    @Test
    void chartLabels_areCutToTheirSpaceWithAnEllipsis() {
        assertThat(TornadoDrawing.fit("电池壳售价", 5)).isEqualTo("电池壳售价");
        assertThat(TornadoDrawing.fit("电池壳售价与运费", 5)).isEqualTo("电池壳售价…");
        assertThat(TornadoDrawing.fit("Aluminium ingot", 5)).isEqualTo("Aluminium…");
    }

    @Test
    void text_isEscapedAndFreedOfWhatXmlCannotWrite() {
        assertThat(Markup.escape("a<b>&\"'\u0000\uD800z")).isEqualTo("a&lt;b&gt;&amp;&quot;&#39;z");
    }
}
