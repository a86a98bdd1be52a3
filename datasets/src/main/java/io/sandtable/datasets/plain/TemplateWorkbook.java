package io.sandtable.datasets.plain;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Title;
import io.sandtable.datasets.plain.TemplateFile.Column;
import io.sandtable.datasets.reading.Cell;
import io.sandtable.model.Attribute;
import io.sandtable.model.Attributes;
import io.sandtable.model.ValueKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The plain template as one Excel file, ready to be filled in: whose data they are, what every column means, and an empty sheet for each kind of
 * thing and relation. {@link PlainReader} reads it back.
 */
public final class TemplateWorkbook {
    /** The sheet that says whose data these are, as {@code datapackage.json} does. */
    public static final String HEAD = "datapackage";
    /** The sheet that explains the columns; nobody reads it. */
    static final String GUIDE = "说明 guide";

    private static final String APPLICATION = "Sandtable";
    private static final String APPLICATION_VERSION = "1.0";
    private static final String HEADING = "D9E2EC";
    private static final String REQUIRED = "FFE0A3";

    private TemplateWorkbook() {}

    /** The file's bytes; name and day are to be put right by whoever fills it in. */
    public static byte[] bytes(LocalDate asOf) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, APPLICATION, APPLICATION_VERSION)) {
            head(book.newWorksheet(HEAD), asOf);
            guide(book.newWorksheet(GUIDE));
            for (TemplateFile file : TemplateFile.all()) {
                table(book.newWorksheet(file.table()), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The empty workbook could not be put together in memory.", e);
        }
        return bytes.toByteArray();
    }

    /** Whether every one is the name of a table of the template. */
    public static boolean areTables(List<String> names) {
        return !names.isEmpty()
                && names.stream().allMatch(name -> Template.named(name).isPresent());
    }

    /** The sheet that says whose data they are, of data that were read already. */
    public static void head(Worksheet sheet, Dataset dataset) {
        LocalDate asOf = dataset.asOf();
        head(sheet, dataset.name(), dataset.title(), dataset.origin().code(), asOf == null ? "" : asOf.toString());
    }

    private static void head(Worksheet sheet, LocalDate asOf) {
        head(sheet, "my-company", new Title("我的公司", "My company"), "real", asOf.toString());
    }

    private static void head(Worksheet sheet, String name, Title title, String origin, String asOf) {
        List<List<String>> rows = List.of(
                List.of("field", "value", "说明", "meaning"),
                List.of("name", name, "短名，必填；每个数字都能追溯到它", "short name, required; every figure is traced back to it"),
                List.of("title.zh", title.zh(), "中文名称", "name in Chinese"),
                List.of("title.en", title.en(), "英文名称", "name in English"),
                List.of(
                        "origin",
                        origin,
                        "必填：real（自己的或有出处的）、derived、default、demo、user",
                        "required: real (your own or of a named source), derived, default, demo or user"),
                List.of("asOf", asOf, "必填：数据说的是哪一天", "required: the day the data speak of"),
                List.of("licence", "", "第三方数据的许可", "licence of a third party's data"),
                List.of("source", "", "第三方数据的出处", "source of a third party's data"),
                List.of(
                        "by",
                        "",
                        "derived、default、user 必填：方法或人",
                        "required for derived, default and user: the method or the person"));
        rows(sheet, rows);
        sheet.width(0, 12);
        sheet.width(1, 24);
        sheet.width(2, 60);
        sheet.width(3, 70);
    }

    private static void guide(Worksheet sheet) {
        var rows = Stream.concat(
                        Stream.of(List.of(
                                "sheet", "表", "table", "column", "列", "meaning", "unit", "必填 required", "example")),
                        TemplateFile.all().stream()
                                .flatMap(file -> file.columns().stream()
                                        .map(column -> List.of(
                                                file.table(),
                                                file.zh(),
                                                file.en(),
                                                column.name(),
                                                column.zh(),
                                                column.en(),
                                                column.unit(),
                                                column.required() ? "✓" : "",
                                                example(column)))))
                .toList();
        rows(sheet, rows);
        for (int c : List.of(0, 3)) {
            sheet.width(c, 24);
        }
        for (int c : List.of(1, 2, 4, 6)) {
            sheet.width(c, 18);
        }
        sheet.width(5, 50);
        sheet.width(8, 40);
    }

    private static void table(Worksheet sheet, TemplateFile file) {
        for (int c = 0; c < file.columns().size(); c++) {
            Column column = file.columns().get(c);
            String heading = heading(column);
            sheet.value(0, c, heading);
            sheet.comment(0, c, comment(column));
            sheet.style(0, c)
                    .bold()
                    .fillColor(column.required() ? REQUIRED : HEADING)
                    .set();
            sheet.width(c, Math.max(12, heading.length() + 2.0));
            // so that 00012 stays 00012 and a day a day
            Optional<String> format = format(column);
            if (format.isPresent()) {
                sheet.style(c).format(format.get()).set();
            }
        }
        sheet.freezePane(0, 1);
    }

    private static void rows(Worksheet sheet, List<List<String>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                String text = rows.get(r).get(c);
                if (!text.isEmpty()) {
                    sheet.value(r, c, text);
                }
            }
        }
        sheet.range(0, 0, 0, rows.getFirst().size() - 1)
                .style()
                .bold()
                .fillColor(HEADING)
                .set();
        sheet.freezePane(0, 1);
    }

    /** Such as {@code leadTimeDays [d]}. */
    static String heading(Column column) {
        return column.unit().isEmpty() ? column.name() : "%s [%s]".formatted(column.name(), column.unit());
    }

    private static String comment(Column column) {
        String example = example(column);
        return "%s%s\n%s%s%s"
                .formatted(
                        column.zh(),
                        column.required() ? "（必填）" : "",
                        column.en(),
                        column.required() ? " (required)" : "",
                        example.isEmpty() ? "" : "\n" + example);
    }

    private static String example(Column column) {
        return kind(column).map(Cell::example).orElse("");
    }

    private static Optional<String> format(Column column) {
        return switch (kind(column).orElse(ValueKind.TEXT)) {
            case NUMBER, FLAG -> Optional.empty();
            case DATE -> Optional.of("yyyy-mm-dd");
            default -> Optional.of("@");
        };
    }

    /** Empty for ids and ends, which are no attributes. */
    private static Optional<ValueKind> kind(Column column) {
        return Attributes.all().stream()
                .filter(a -> a.name().equals(column.name()))
                .map(Attribute::kind)
                .findFirst();
    }
}
