package io.sandtable.datasets.mapped;

import io.sandtable.datasets.mapped.Mapping.Table;
import io.sandtable.datasets.reading.CsvTable;
import io.sandtable.datasets.reading.CsvTable.Line;
import io.sandtable.datasets.reading.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The lines of a text file or of one sheet.
 *
 * @param file path inside the source, with {@code #} and the name of the sheet where it is one
 * @param sheet whether short lines only mean that nothing follows
 */
record Grid(String file, String sha256, boolean sheet, List<Line> lines) {
    /** Above the header there may be a title, a company and a date. */
    private static final int HEADER_WITHIN = 20;

    /** Whether one of its first lines has all columns by which the table is known. */
    boolean isKnownBy(Table table) {
        return table.has().isEmpty() || header(table) >= 0;
    }

    /** Its rows under the header that stands in that line, or under the table's own where that is −1. */
    CsvTable table(Table table, int header, Draft draft) {
        List<String> columns =
                header < 0 ? table.header() : withoutBlankEnd(lines.get(header).cells());
        return CsvTable.of(columns, even(lines.subList(header + 1, lines.size()), columns.size()), file, draft);
    }

    /** The line that names all columns the table is known by, else the one that names most of those its facts ask for, else the first; −1 where none does. */
    int header(Table table) {
        var asked = new HashSet<>(table.has().isEmpty() ? Rules.columns(table) : table.has());
        if (asked.isEmpty()) {
            return lines.isEmpty() ? -1 : 0;
        }
        int best = -1;
        long most = table.has().isEmpty() ? 0 : asked.size() - 1L;
        for (int i = 0; i < Math.min(HEADER_WITHIN, lines.size()); i++) {
            long named = lines.get(i).cells().stream()
                    .distinct()
                    .filter(asked::contains)
                    .count();
            if (named > most) {
                best = i;
                most = named;
            }
        }
        return best;
    }

    private static List<String> withoutBlankEnd(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isEmpty()) {
            size--;
        }
        return cells.subList(0, size);
    }

    /** A sheet does not hold the blank cells at the end of a line. */
    private List<Line> even(List<Line> below, int size) {
        if (!sheet) {
            return below;
        }
        return below.stream()
                .map(line -> {
                    var cells = new ArrayList<>(line.cells());
                    while (cells.size() < size) {
                        cells.add("");
                    }
                    return new Line(line.number(), cells);
                })
                .toList();
    }
}
