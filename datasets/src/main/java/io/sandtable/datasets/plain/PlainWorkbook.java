package io.sandtable.datasets.plain;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.CsvTable.Line;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Lines;
import io.sandtable.datasets.reading.Nearest;
import io.sandtable.datasets.reading.Rows;
import io.sandtable.datasets.reading.Sheets;
import io.sandtable.datasets.reading.Workbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The plain template as one Excel file: a sheet for each of its files, and one for its head. */
final class PlainWorkbook {
    private static final Pattern UNIT = Pattern.compile("\\s*\\[[^\\]]*]$");
    /** The part of an Excel file that names its sheets, and how long it may be. */
    private static final String NAMES = "xl/workbook.xml";

    private static final int LONGEST = 1 << 20;
    /** The head has a dozen fields. */
    private static final int MOST_FIELDS = 100;

    private final String file;
    private final Sheets book;
    private final Draft draft;

    private PlainWorkbook(String file, Sheets book, Draft draft) {
        this.file = file;
        this.book = book;
        this.draft = draft;
    }

    /** The file itself, or the only one of a folder, as it arrives when it is sent by browser. */
    static Optional<Path> find(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return isOne(path) ? Optional.of(path) : Optional.empty();
        }
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> visible = entries.filter(
                            e -> !String.valueOf(e.getFileName()).startsWith("."))
                    .limit(2)
                    .toList();
            return visible.size() == 1 && isOne(visible.getFirst())
                    ? Optional.of(visible.getFirst())
                    : Optional.empty();
        }
    }

    /** Looks at the names of its sheets alone. */
    private static boolean isOne(Path path) throws IOException {
        if (!Files.isRegularFile(path) || !String.valueOf(path.getFileName()).endsWith(".xlsx")) {
            return false;
        }
        try (var zip = new ZipFile(path.toFile())) {
            ZipEntry names = zip.getEntry(NAMES);
            if (names == null) {
                return false;
            }
            try (var in = zip.getInputStream(names)) {
                return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8)
                        .contains("name=\"" + TemplateWorkbook.HEAD + "\"");
            }
        } catch (ZipException e) {
            // not an Excel file, whatever it is called: the reader that takes it says so
            return false;
        }
    }

    /** Reads it; what is wrong with it as a whole is a problem of the draft. */
    static Optional<PlainWorkbook> read(Path path, Draft draft) throws IOException {
        String file = String.valueOf(path.getFileName());
        return Workbook.read(path, file, draft).map(book -> new PlainWorkbook(file, book, draft));
    }

    /** Whose data they are; empty after reporting all that is wrong with it. */
    Optional<PackageHead> head(@Nullable LocalDate asOf) throws IOException {
        var fields = new HashMap<String, String>();
        for (Line line : lines(TemplateWorkbook.HEAD).head(MOST_FIELDS)) {
            if (line.cells().size() > 1) {
                fields.putIfAbsent(line.cells().get(0), line.cells().get(1));
            }
        }
        return PackageHead.of(fields, sheet(TemplateWorkbook.HEAD), asOf, draft);
    }

    /** Turns the rows of its sheets into facts; a sheet that nobody filled in says nothing. */
    void read(PackageHead head, RowReader rows) throws IOException {
        List<String> known = Template.all().stream().map(Template::name).toList();
        for (String name : book.sheets().keySet()) {
            Optional<Template> template = Template.named(name);
            if (template.isPresent()) {
                read(template.get(), head, rows);
            } else if (!name.equals(TemplateWorkbook.HEAD) && !name.equals(TemplateWorkbook.GUIDE)) {
                draft.problem(
                        ProblemCode.FILE_UNKNOWN,
                        sheet(name),
                        0,
                        "",
                        name,
                        Nearest.to(name, known).orElse(""));
            }
        }
    }

    private void read(Template template, PackageHead head, RowReader rows) throws IOException {
        Lines lines = lines(template.name());
        List<String> header = lines.head(1).getFirst().cells().stream()
                .map(cell -> UNIT.matcher(cell).replaceFirst(""))
                .toList();
        String sheet = sheet(template.name());
        var table = new Rows(header, lines, 1, true, sheet, draft);
        if (table.areAny()) {
            rows.read(table, sheet, template, new RowSources(head, sheet, book.sha256(), draft));
        }
    }

    private Lines lines(String sheet) {
        return book.sheets().getOrDefault(sheet, Lines.of(List.of()));
    }

    private String sheet(String name) {
        return file + "#" + name;
    }
}
