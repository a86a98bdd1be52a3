package io.sandtable.datasets.plain;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.model.Fact;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateFileTest {
    @TempDir
    Path folder;

    @Test
    void emptyTemplate_isReadAndHasNothingToTell() throws IOException {
        Files.writeString(
                folder.resolve("datapackage.json"),
                "{\"name\": \"mine\", \"origin\": \"real\", \"asOf\": \"2026-11-21\"}");
        for (TemplateFile file : TemplateFile.all()) {
            Files.writeString(folder.resolve(file.name()), file.csv());
        }

        Dataset read = Datasets.read(folder, ReadOptions.none());

        assertThat(TemplateFile.all()).hasSize(Template.all().size());
        assertThat(read.problems())
                .filteredOn(Problem::isError)
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NOTHING_TOLD);
        assertThat(read.rows()).isZero();
    }

    @Test
    void emptyWorkbook_isReadAndHasNothingToTell() throws IOException {
        Path file = folder.resolve("mine.xlsx");
        Files.write(file, TemplateWorkbook.bytes(LocalDate.of(2026, 11, 21)));

        Dataset read = Datasets.read(file, ReadOptions.none());

        assertThat(read.problems())
                .filteredOn(Problem::isError)
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NOTHING_TOLD);
        assertThat(read.rows()).isZero();
        assertThat(read.name()).isEqualTo("my-company");
        assertThat(read.asOf()).isEqualTo(LocalDate.of(2026, 11, 21));
    }

    /** The workshop of the examples, its tables typed into the empty workbook. */
    @Test
    void filledWorkbook_isReadAsTheFolderIs() throws IOException {
        Path example = Path.of("../docs/examples/bracket-workshop");
        Path file = folder.resolve("workshop.xlsx");
        fill(example, file);

        Dataset typed = Datasets.read(folder, ReadOptions.none());

        Dataset tables = Datasets.read(example, ReadOptions.none());
        assertThat(typed.problems(Severity.ERROR)).isEmpty();
        assertThat(typed.rows()).isEqualTo(tables.rows());
        assertThat(typed.facts().stream().map(TemplateFileTest::said).sorted())
                .isEqualTo(tables.facts().stream()
                        .map(TemplateFileTest::said)
                        .sorted()
                        .toList());
        assertThat(typed.controlTotals()).allMatch(total -> total.agrees());
    }

    @Test
    void whatIsWrongInAWorkbook_isNamedBySheetAndRow() throws IOException {
        Path file = folder.resolve("mine.xlsx");
        writeWithSlips(file, List.of(List.of("name", "x"), List.of("asOf", "2026-11-21")));

        assertThat(Datasets.read(file, ReadOptions.none()).problems(Severity.ERROR))
                .containsExactly(
                        new Problem("mine.xlsx#datapackage", 0, "origin", "", ProblemCode.PACKAGE_FIELD_MISSING, ""));

        writeWithSlips(file, List.of(List.of("name", "x"), List.of("asOf", "2026-11-21"), List.of("origin", "real")));

        assertThat(Datasets.read(file, ReadOptions.none()).problems(Severity.ERROR))
                .containsExactlyInAnyOrder(
                        new Problem("mine.xlsx#Material", 3, "id", "SUP-1", ProblemCode.ID_PREFIX, "MAT-…"),
                        new Problem("mine.xlsx#Suplier", 0, "", "Suplier", ProblemCode.FILE_UNKNOWN, "Supplier"));
    }

    /** A supplier among the materials, and a sheet that is called almost right. */
    private static void writeWithSlips(Path file, List<List<String>> head) throws IOException {
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            sheet(book, "datapackage", head);
            sheet(
                    book,
                    "Material",
                    List.of(
                            List.of("id", "role", "unit [kg]"),
                            List.of("MAT-1", "raw", "kg"),
                            List.of("SUP-1", "raw", "kg")));
            sheet(book, "Suplier", List.of(List.of("id"), List.of("SUP-1")));
        }
    }

    private static String said(Fact fact) {
        return switch (fact) {
            case Fact.NodeFact n -> n.id() + " " + new TreeMap<>(n.values());
            case Fact.RelationFact r ->
                String.join(" ", r.type().name(), r.from(), r.to(), r.variant()) + " " + new TreeMap<>(r.values());
        };
    }

    /** Each cell as Excel keeps what is typed: digits as numbers, days as days, all else as text. */
    private static void fill(Path example, Path file) throws IOException {
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            sheet(
                    book,
                    "datapackage",
                    List.of(
                            List.of("field", "value"),
                            List.of("name", "bracket-workshop"),
                            List.of("origin", "demo"),
                            List.of("asOf", "2026-11-21")));
            for (TemplateFile table : TemplateFile.all()) {
                Path csv = example.resolve(table.name());
                if (Files.exists(csv)) {
                    try (var rows = CsvReader.builder().ofCsvRecord(csv)) {
                        sheet(
                                book,
                                table.table(),
                                rows.stream().map(CsvRecord::getFields).toList());
                    }
                }
            }
        }
    }

    private static void sheet(Workbook book, String name, List<List<String>> rows) {
        Worksheet sheet = book.newWorksheet(name);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                String cell = rows.get(r).get(c);
                if (cell.matches("\\d{4}-\\d{2}-\\d{2}")) {
                    sheet.value(r, c, LocalDate.parse(cell));
                    sheet.style(r, c).format("yyyy-mm-dd").set();
                } else if (cell.matches("-?[1-9]\\d*(\\.\\d+)?")) {
                    sheet.value(r, c, new BigDecimal(cell));
                } else if (!cell.isEmpty()) {
                    sheet.value(r, c, cell);
                }
            }
        }
    }

    @Test
    void everySheetOfTheWorkbook_hasItsColumnsWithUnits() throws IOException {
        Path file = folder.resolve("mine.xlsx");
        Files.write(file, TemplateWorkbook.bytes(LocalDate.of(2026, 11, 21)));

        try (var book = new ReadableWorkbook(file.toFile())) {
            assertThat(book.getSheets().map(Sheet::getName))
                    .containsExactlyElementsOf(Stream.concat(
                                    Stream.of("datapackage", "说明 guide"),
                                    TemplateFile.all().stream().map(TemplateFile::table))
                            .toList());
            try (var rows = book.findSheet("SUPPLIES").orElseThrow().openStream()) {
                assertThat(rows.findFirst().orElseThrow().stream().map(cell -> cell.asString()))
                        .contains("from", "leadTimeDays [d]", "rejectPercent [%]");
            }
        }
    }

    @Test
    void requiredColumns_areSaid() {
        TemplateFile material = TemplateFile.named("Material.csv").orElseThrow();

        assertThat(material.columns())
                .filteredOn(TemplateFile.Column::required)
                .extracting(TemplateFile.Column::name)
                .containsExactly("id", "role", "unit");
    }
}
