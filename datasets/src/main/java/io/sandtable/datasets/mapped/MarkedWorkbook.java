package io.sandtable.datasets.mapped;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemWords;
import io.sandtable.datasets.TooLongToMark;
import io.sandtable.datasets.plain.TemplateWorkbook;
import io.sandtable.datasets.reading.CsvTable.Line;
import io.sandtable.datasets.reading.Draft;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A source's tables as one Excel file, each cell with an error coloured and with a note that says what is wrong. Put right there and saved,
 * it is imported in place of the files it came from. Rows keep their numbers.
 */
public final class MarkedWorkbook {
    private static final String APPLICATION = "Sandtable";
    private static final String APPLICATION_VERSION = "1.0";
    private static final String WRONG = "F8CBAD";
    private static final int LONGEST_NAME = 31;
    private static final int MOST_ROWS = 1 << 20;
    private static final int ROWS_AT_ONCE = 5_000;

    private final Dataset dataset;
    private final ProblemWords words;
    private final Set<String> names = new HashSet<>();

    private MarkedWorkbook(Dataset dataset, ProblemWords words) {
        this.dataset = dataset;
        this.words = words;
    }

    /** Writes the tables of a folder or file with the errors that were found in them. */
    public static void write(Path source, Dataset dataset, Locale locale, OutputStream out)
            throws IOException, TooLongToMark {
        var marked = new MarkedWorkbook(dataset, new ProblemWords(locale));
        List<Grid> grids = Grids.all(source, new Draft(dataset.name()));
        for (Grid grid : grids) {
            checkLength(grid);
        }
        try (var book = new Workbook(out, APPLICATION, APPLICATION_VERSION)) {
            if (TemplateWorkbook.areTables(
                    grids.stream().map(MarkedWorkbook::bareName).toList())) {
                TemplateWorkbook.head(book.newWorksheet(TemplateWorkbook.HEAD), dataset);
            }
            for (Grid grid : grids) {
                marked.write(grid, book);
            }
        }
    }

    private static void checkLength(Grid grid) throws IOException, TooLongToMark {
        var last = new AtomicInteger();
        grid.lines().each(line -> last.set(line.number()));
        if (last.get() > MOST_ROWS) {
            throw new TooLongToMark(grid.file(), MOST_ROWS);
        }
    }

    private void write(Grid grid, Workbook book) throws IOException {
        Map<Integer, Map<Integer, List<String>>> wrong = wrong(grid);
        Worksheet sheet = book.newWorksheet(free(bareName(grid)));
        var unwritten = new AtomicInteger();
        try {
            grid.lines().each(line -> {
                write(line, sheet, wrong.getOrDefault(line.number(), Map.of()));
                if (unwritten.incrementAndGet() == ROWS_AT_ONCE) {
                    unwritten.set(0);
                    flush(sheet);
                }
            });
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        sheet.finish();
    }

    private static void write(Line line, Worksheet sheet, Map<Integer, List<String>> wrong) {
        int row = line.number() - 1;
        for (int c = 0; c < line.cells().size(); c++) {
            if (!line.cells().get(c).isEmpty()) {
                sheet.value(row, c, line.cells().get(c));
            }
        }
        wrong.forEach((column, said) -> {
            sheet.style(row, column).fillColor(WRONG).set();
            sheet.comment(row, column, String.join("\n", said));
        });
    }

    /** Rows that are written need no memory. */
    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with each cell, by row and column; what is wrong with a row as a whole stands at its first cell. */
    private Map<Integer, Map<Integer, List<String>>> wrong(Grid grid) {
        var wrong = new TreeMap<Integer, Map<Integer, List<String>>>();
        for (Problem problem : dataset.problems()) {
            if (problem.isError() && problem.file().equals(grid.file()) && problem.row() > 0) {
                wrong.computeIfAbsent(problem.row(), r -> new TreeMap<>())
                        .computeIfAbsent(column(grid, problem.column()), c -> new ArrayList<>())
                        .add(words.of(problem));
            }
        }
        return wrong;
    }

    private static int column(Grid grid, String name) {
        return grid.head().stream()
                .map(line -> at(line.cells(), name))
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(0);
    }

    /** Headings of the template have their unit behind them. */
    private static int at(List<String> cells, String name) {
        for (int c = 0; c < cells.size(); c++) {
            if (!name.isEmpty() && (cells.get(c).equals(name) || cells.get(c).startsWith(name + " ["))) {
                return c;
            }
        }
        return -1;
    }

    /** Without the folder and the ending of a file, or the sheet's own name. */
    private static String bareName(Grid grid) {
        String file = grid.file();
        String last = file.substring(Math.max(file.lastIndexOf('#'), file.lastIndexOf('/')) + 1);
        return file.contains("#") ? last : last.replaceFirst("(?i)\\.(csv|tsv|txt)(\\.gz)?$", "");
    }

    /** A name that a sheet may have and no other one has. */
    private String free(String wanted) {
        String plain = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String base = plain.isEmpty() ? "Sheet" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        String name = base;
        for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
            String number = " " + n;
            name = base.substring(0, Math.min(base.length(), LONGEST_NAME - number.length())) + number;
        }
        return name;
    }
}
