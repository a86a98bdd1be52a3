package io.sandtable.audit.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A report as an Excel file: a cover with what it is and what it concludes, then one sheet for each table with true numbers and dates.
 * Words are always words: a sentence that begins like a formula stays a sentence.
 */
public final class XlsxReport {
    private static final String APPLICATION = "Sandtable";

    /** Excel shows a program's version only with one number behind the point. */
    private static final String APPLICATION_VERSION = "1.0";

    private XlsxReport() {}

    /** The same report gives the same bytes. */
    public static byte[] render(ReportDocument report) {
        var words = new Words(report.language());
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, APPLICATION, APPLICATION_VERSION)) {
            book.properties().setTitle(report.title());
            var names = new SheetNames();
            cover(new Sheet(book.newWorksheet(names.next(words.say("sheet.cover")))), report, words);
            tables(report, words)
                    .forEach((name, table) -> table(new Sheet(book.newWorksheet(names.next(name))), table, words));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The report %s could not be written as a workbook (%s). Its JSON holds the same content."
                            .formatted(report.auditNumber(), e),
                    e);
        }
        return SteadyZip.of(bytes.toByteArray());
    }

    private static void cover(Sheet sheet, ReportDocument report, Words words) {
        sheet.widths(18, 100);
        sheet.title(report.title());
        if (report.subtitle() != null) {
            sheet.pair(words.say("sheet.title"), report.subtitle());
        }
        sheet.pair(words.say("sheet.number"), report.auditNumber());
        sheet.pair(words.say("sheet.status"), report.status());
        sheet.pair(words.say("sheet.time"), report.dataTime());
        if (report.demoData()) {
            sheet.pair(words.say("sheet.mark"), words.say("demoLong"));
        }
        for (ReportDocument.Section section : report.sections()) {
            List<String> said = section.blocks().stream()
                    .flatMap(block -> said(block, words).stream())
                    .toList();
            for (int i = 0; i < said.size(); i++) {
                sheet.pair(i == 0 ? section.title() : "", said.get(i));
            }
        }
    }

    /** What a block says outside of tables. */
    private static List<String> said(Block block, Words words) {
        return switch (block) {
            case Block.Paragraph paragraph -> List.of(paragraph.text());
            case Block.Points points -> points.items();
            case Block.Scan scan -> List.of(scan.caption(), scan.text());
            case Block.Callout callout ->
                List.of(switch (callout.tone()) {
                            case BROKEN -> words.say("broken", callout.title());
                            case WARNING -> words.say("warning", callout.title());
                            case NOTE -> words.say("note", callout.title());
                        }
                        + " " + callout.text());
            case Block.Figures figures ->
                figures.figures().stream()
                        .map(f -> f.label() + " " + f.value() + (f.remark() == null ? "" : " (" + f.remark() + ")"))
                        .toList();
            case Block.Signatures signatures ->
                signatures.signers().stream()
                        .map(s -> s.role() + " " + (s.name() == null ? "" : s.name()))
                        .toList();
            case BarChart chart -> List.of(chart.sentence());
            case Block.KeyValues ignored -> List.of();
            case Table ignored -> List.of();
        };
    }

    /** Tables under the names of their sections, in order; a picture is its table of numbers. */
    private static Map<String, Table> tables(ReportDocument report, Words words) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (ReportDocument.Section section : report.sections()) {
            for (Block block : section.blocks()) {
                switch (block) {
                    case Table table -> put(tables, section.title(), table);
                    case BarChart chart -> put(tables, section.title(), chart.numbers(words));
                    case Block.KeyValues pairs -> put(tables, section.title(), asTable(pairs, words));
                    case Block.Paragraph ignored -> {}
                    case Block.Points ignored -> {}
                    case Block.Scan ignored -> {}
                    case Block.Callout ignored -> {}
                    case Block.Figures ignored -> {}
                    case Block.Signatures ignored -> {}
                }
            }
        }
        return tables;
    }

    private static void put(Map<String, Table> tables, String section, Table table) {
        String name = section;
        for (int more = 2; tables.containsKey(name); more++) {
            name = section + " " + more;
        }
        tables.put(name, table);
    }

    private static Table asTable(Block.KeyValues pairs, Words words) {
        return new Table(
                null,
                List.of(Table.Column.text(words.say("sheet.item")), Table.Column.text(words.say("sheet.value"))),
                pairs.pairs().stream()
                        .map(p -> Table.Row.of(Cell.text(p.key()), Cell.text(p.value())))
                        .toList());
    }

    private static void table(Sheet sheet, Table table, Words words) {
        boolean units =
                table.rows().stream().flatMap(r -> r.cells().stream()).anyMatch(Cell.Measured.class::isInstance);
        var heads = new ArrayList<String>();
        for (Table.Column column : table.columns()) {
            heads.add(column.unit() == null ? column.title() : column.title() + " (" + column.unit() + ")");
        }
        if (units) {
            // the figures of a row share a unit, those of a column do not
            heads.add(1, words.say("sheet.unit"));
        }
        sheet.heads(heads);
        for (Table.Row row : table.rows()) {
            var cells = new ArrayList<>(row.cells());
            if (units) {
                cells.add(1, unit(row));
            }
            sheet.row(cells, row.emphasised());
        }
    }

    private static Cell unit(Table.Row row) {
        return row.cells().stream()
                .filter(Cell.Measured.class::isInstance)
                .map(cell -> Cell.text(((Cell.Measured) cell).unit()))
                .findFirst()
                .orElse(Cell.text(""));
    }

    /** A worksheet that is written from top to bottom. */
    private static final class Sheet {
        private static final int WIDEST = 60;
        private static final int NARROWEST = 12;

        private final Worksheet sheet;
        private int row;

        Sheet(Worksheet sheet) {
            this.sheet = sheet;
        }

        void widths(int... widths) {
            for (int i = 0; i < widths.length; i++) {
                sheet.width(i, widths[i]);
            }
        }

        void title(String text) {
            words(0, text);
            sheet.style(row, 0).bold().fontSize(14).set();
            sheet.freezePane(0, 1);
            row++;
        }

        void pair(String label, String text) {
            words(0, label);
            words(1, text);
            sheet.style(row, 0).bold().verticalAlignment("top").set();
            row++;
        }

        void pair(String label, java.time.LocalDateTime time) {
            words(0, label);
            sheet.value(row, 1, time);
            sheet.style(row, 1)
                    .format("yyyy-mm-dd hh:mm")
                    .horizontalAlignment("left")
                    .set();
            sheet.style(row, 0).bold().set();
            row++;
        }

        void heads(List<String> heads) {
            for (int column = 0; column < heads.size(); column++) {
                words(column, heads.get(column));
                sheet.style(row, column)
                        .bold()
                        .fillColor("F5F6F8")
                        .verticalAlignment("top")
                        .set();
                sheet.width(
                        column,
                        column == 0 ? 28 : Math.clamp(2L * heads.get(column).length(), 18, WIDEST));
            }
            sheet.freezePane(0, 1);
            row++;
        }

        void row(List<Cell> cells, boolean emphasised) {
            for (int column = 0; column < cells.size(); column++) {
                cell(column, cells.get(column));
                if (emphasised) {
                    sheet.style(row, column).bold().set();
                }
            }
            row++;
        }

        private void cell(int column, Cell cell) {
            switch (cell) {
                case Cell.Text text -> words(column, text.text());
                case Cell.Broken broken -> {
                    words(column, "▲ " + broken.text());
                    sheet.style(row, column).fontColor("B42318").bold().set();
                }
                case Cell.Numeric number -> number(column, number.value());
                case Cell.Measured figure -> number(column, figure.value());
                case Cell.Day day -> {
                    sheet.value(row, column, day.date());
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                    sheet.width(column, NARROWEST + 2);
                }
                case Cell.Missing missing -> {
                    // an empty cell: sums and charts pass over it
                }
            }
        }

        private void number(int column, java.math.BigDecimal value) {
            sheet.value(row, column, value);
            int decimals = Math.max(0, value.scale());
            sheet.style(row, column)
                    .format(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals))
                    .set();
        }

        private void words(int column, String text) {
            sheet.value(row, column, SafeText.of(text));
            // as text also where somebody edits the cell
            sheet.style(row, column)
                    .format("@")
                    .wrapText(text.length() > NARROWEST)
                    .verticalAlignment("top")
                    .set();
        }
    }

    /** Names that Excel takes: at most 31 characters, none of its signs, each once. */
    private static final class SheetNames {
        private static final int LONGEST = 31;

        private final java.util.Set<String> taken = new java.util.HashSet<>();

        String next(String wanted) {
            String clean = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
            String base = clean.isEmpty() ? "-" : clean;
            String name = cut(base, LONGEST);
            for (int more = 2; !taken.add(name.toLowerCase(java.util.Locale.ROOT)); more++) {
                String end = " " + more;
                name = cut(base, LONGEST - end.length()) + end;
            }
            return name;
        }

        private static String cut(String text, int length) {
            return text.length() <= length ? text : text.substring(0, length);
        }
    }
}
