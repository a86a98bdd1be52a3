package io.sandtable.datasets.reading;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.CsvTable.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one sheet of an .xlsx file, read from the file anew each time; only what it shares with other sheets, the texts of its cells,
 * is in memory meanwhile.
 */
final class XlsxLines implements Lines {
    /** So many lines are kept of each sheet, so that looking at its header opens nothing. */
    private static final int BEGINNING = 64;

    private final Path path;
    private final boolean formats;
    private final int sheet;
    private final List<Line> beginning;
    private final String file;
    private final Draft draft;

    private XlsxLines(Path path, boolean formats, int sheet, List<Line> beginning, String file, Draft draft) {
        this.path = path;
        this.formats = formats;
        this.sheet = sheet;
        this.beginning = List.copyOf(beginning);
        this.file = file;
        this.draft = draft;
    }

    /** The sheets of a file that are not blank; their rows are left to be read. */
    static Map<String, Lines> sheets(Path path, boolean formats, String file, Draft draft) throws IOException {
        var sheets = new LinkedHashMap<String, Lines>();
        try (ReadableWorkbook workbook = open(path, formats);
                Stream<Sheet> all = workbook.getSheets()) {
            for (Sheet sheet : all.toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    var beginning = new ArrayList<Line>();
                    if (begins(rows.iterator(), beginning)) {
                        sheets.put(
                                sheet.getName(),
                                new XlsxLines(path, formats, sheet.getIndex(), beginning, file, draft));
                    }
                }
            }
        }
        return sheets;
    }

    /** Takes the first lines; false where all there are are blank. */
    private static boolean begins(Iterator<Row> rows, List<Line> beginning) {
        boolean blank = true;
        while (rows.hasNext() && (blank || beginning.size() < BEGINNING)) {
            Line line = Workbook.line(rows.next());
            blank &= line.isBlank();
            if (beginning.size() < BEGINNING) {
                beginning.add(line);
            }
        }
        return !blank;
    }

    /** The part with the formats is optional, and the library does without it only where it is told to. */
    static ReadableWorkbook open(Path path, boolean formats) throws IOException {
        return new ReadableWorkbook(path.toFile(), new ReadingOptions(formats, true));
    }

    @Override
    public List<Line> head(int most) throws IOException {
        if (most <= BEGINNING) {
            return beginning.subList(0, Math.min(most, beginning.size()));
        }
        var head = new ArrayList<Line>();
        each(line -> {
            if (head.size() < most) {
                head.add(line);
            }
        });
        return head;
    }

    @Override
    public void each(Consumer<Line> taker) throws IOException {
        try (ReadableWorkbook workbook = open(path, formats);
                Stream<Row> rows = workbook.getSheet(sheet).orElseThrow().openStream()) {
            Iterator<Row> all = rows.iterator();
            for (Line line = next(all); line != null; line = next(all)) {
                taker.accept(line);
            }
        }
    }

    private @Nullable Line next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? Workbook.line(rows.next()) : null;
        } catch (RuntimeException e) {
            // the library reports a broken file by whatever it stumbles over
            draft.problem(ProblemCode.FILE_DAMAGED, file, 0, "", String.valueOf(e.getMessage()), "Excel");
            return null;
        }
    }

    @Override
    public boolean areHeld() {
        return false;
    }
}
