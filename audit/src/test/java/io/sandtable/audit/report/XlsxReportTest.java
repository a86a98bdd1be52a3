package io.sandtable.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxReportTest {
    private static ReadableWorkbook read(ReportDocument report) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(XlsxReport.render(report)));
    }

    private static List<Row> rows(ReadableWorkbook book, int sheet) throws IOException {
        return book.getSheet(sheet).orElseThrow().read();
    }

    private static ReportDocument report(Block... blocks) {
        return new ReportDocument(
                "Report",
                null,
                "approved",
                "A-2026-1121-007",
                Language.EN,
                SampleReports.DATA_TIME,
                true,
                List.of(ReportDocument.Section.of("Comparison", blocks)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void cover_namesTheReportItsNumberStatusAndDataTime(Language language) throws IOException {
        ReportDocument report = SampleReports.of(language);

        try (ReadableWorkbook book = read(report)) {
            List<Row> cover = rows(book, 0);

            assertThat(cover).extracting(r -> r.getCellText(0)).contains(report.title());
            assertThat(cover)
                    .extracting(r -> r.getCellCount() > 1 ? r.getCellText(1) : "")
                    .contains(report.auditNumber(), report.status())
                    .anyMatch(t -> t.contains(language == Language.ZH ? "演示数据" : "Demo data"));
            assertThat(cover)
                    .filteredOn(r -> r.getCellText(0).matches("数据截至|Data as of"))
                    .singleElement()
                    .satisfies(r -> assertThat(r.getCellAsDate(1)).contains(report.dataTime()));
        }
    }

    @Test
    void everyTable_hasItsSheetWithFrozenFirstRow() throws IOException {
        ReportDocument report = SampleReports.chinese();
        long tables = report.sections().stream()
                .flatMap(s -> s.blocks().stream())
                .filter(b -> b instanceof Table || b instanceof BarChart || b instanceof Block.KeyValues)
                .count();

        byte[] xlsx = XlsxReport.render(report);

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(book.getSheets().map(Sheet::getName))
                    .hasSize((int) tables + 1)
                    .doesNotHaveDuplicates();
        }
        assertThat(part(xlsx, "xl/worksheets/sheet2.xml")).contains("state=\"frozen\"", "ySplit=\"1\"");
    }

    @Test
    void numbersAndDates_areTrueOnes_withTheUnitInTheHeader() throws IOException {
        var table = new Table(
                null,
                List.of(
                        Table.Column.text("Order"),
                        Table.Column.number("Margin", "CNY"),
                        Table.Column.date("Due"),
                        Table.Column.text("Note")),
                List.of(Table.Row.of(
                        Cell.text("SO-1108"),
                        Cell.number("864000.25"),
                        Cell.day(LocalDate.of(2026, 12, 18)),
                        Cell.missing())));

        try (ReadableWorkbook book = read(report(table))) {
            List<Row> rows = rows(book, 1);

            assertThat(rows.getFirst().getCellText(1)).isEqualTo("Margin (CNY)");
            assertThat(rows.get(1).getCellAsNumber(1)).contains(new BigDecimal("864000.25"));
            assertThat(rows.get(1).getCellAsDate(2))
                    .contains(LocalDate.of(2026, 12, 18).atStartOfDay());
        }
    }

    @Test
    void figuresOfUnlikeRows_areNumbersWithTheirUnitBesideThem() throws IOException {
        var table = new Table(
                null,
                List.of(Table.Column.text(""), Table.Column.number("A", null)),
                List.of(
                        Table.Row.of(
                                Cell.text("Gross margin"), Cell.measured("86.4 万", new BigDecimal("864000.00"), "CNY")),
                        Table.Row.of(Cell.text("On time"), Cell.measured("97.4 %", new BigDecimal("97.44"), "%"))));

        try (ReadableWorkbook book = read(report(table))) {
            List<Row> rows = rows(book, 1);

            assertThat(rows.getFirst().getCellText(1)).isEqualTo("Unit");
            assertThat(rows.get(1).getCellText(1)).isEqualTo("CNY");
            assertThat(rows.get(1).getCellAsNumber(2)).contains(new BigDecimal("864000.00"));
            assertThat(rows.get(2).getCellText(1)).isEqualTo("%");
            assertThat(rows.get(2).getCellAsNumber(2)).contains(new BigDecimal("97.44"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"http://x\")", "+cmd|' /C calc'!A0", "-2+3+cmd|'x'!A0", "@SUM(1)", "\t=1", "\r=1"})
    void wordsThatLookLikeAFormula_stayWords(String evil) throws IOException {
        var table = new Table(
                evil,
                List.of(Table.Column.text(evil), Table.Column.text("b")),
                List.of(Table.Row.of(Cell.text(evil), Cell.broken(evil))));
        var report = new ReportDocument(
                evil,
                evil,
                evil,
                evil,
                Language.EN,
                SampleReports.DATA_TIME,
                false,
                List.of(ReportDocument.Section.of(evil, table, new Block.Paragraph(evil))));

        try (ReadableWorkbook book = read(report)) {
            for (Sheet sheet : book.getSheets().toList()) {
                sheet.read().stream()
                        .flatMap(Row::stream)
                        .filter(Objects::nonNull)
                        .forEach(cell -> {
                            assertThat(cell.getType()).isNotIn(CellType.FORMULA, CellType.ERROR);
                            assertThat(cell.getFormula()).isNull();
                            assertThat(cell.getText()).doesNotMatch("(?s)[=+@\\t\\r-].*");
                        });
            }
        }
    }

    @Test
    void rangesOfDrivers_areLeftAsTheyAre() {
        assertThat(SafeText.of("-10 %")).isEqualTo("-10 %");
        assertThat(SafeText.of("+5 天")).isEqualTo("+5 天");
        assertThat(SafeText.of("-1+1")).isEqualTo("'-1+1");
    }

    @Test
    void controlCharactersAndBadNames_stillMakeAReadableFile() throws IOException {
        var table = new Table(null, List.of(Table.Column.text("a")), List.of(Table.Row.of(Cell.text("x\u0001y"))));
        var section =
                ReportDocument.Section.of("a/b:c?*[d] and a name that is far longer than Excel takes", table, table);
        var report = new ReportDocument(
                "t", null, "s", "n", Language.EN, SampleReports.DATA_TIME, false, List.of(section, section));

        try (ReadableWorkbook book = read(report)) {
            assertThat(book.getSheets().map(Sheet::getName))
                    .hasSize(5)
                    .allMatch(name -> name.length() <= 31 && name.matches("[^\\[\\]:*?/\\\\]+"));
            assertThat(rows(book, 1).get(1).getCellText(0)).isEqualTo("xy");
        }
    }

    @Test
    void sameReport_isTheSameFile() {
        assertThat(XlsxReport.render(SampleReports.chinese())).isEqualTo(XlsxReport.render(SampleReports.chinese()));
        assertThat(part(XlsxReport.render(SampleReports.chinese()), "docProps/core.xml"))
                .doesNotContain("created");
    }

    private static String part(byte[] xlsx, String name) {
        try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(xlsx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        throw new IllegalArgumentException("The workbook has no part " + name);
    }
}
