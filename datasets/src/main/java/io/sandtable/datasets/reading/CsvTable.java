package io.sandtable.datasets.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of text cells under named columns, spaces around cells removed.
 *
 * @param columns as in the file; only columns with a name, each once
 */
public record CsvTable(List<String> columns, List<Row> rows) {
    /**
     * One row that has a cell for every column.
     *
     * @param line where it begins in the file, from 1
     * @param cells by column, blank ones left out
     */
    public record Row(int line, Map<String, String> cells) {
        /** The cell, empty where blank. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** What a file holds before anybody knows which row is the header: {@code number} is the line where the row begins, from 1. */
    public record Line(int number, List<String> cells) {
        /** Spaces around cells mean nothing. */
        public Line {
            var plain = new String[cells.size()];
            for (int i = 0; i < plain.length; i++) {
                plain[i] = cells.get(i).strip();
            }
            cells = List.of(plain);
        }

        boolean isBlank() {
            for (String cell : cells) {
                if (!cell.isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Splits the text at commas; reports what is wrong with header, quotes and row lengths; empty where there is no usable header. */
    public static Optional<CsvTable> read(String text, String file, Draft draft) {
        try {
            Lines lines = new CsvLines(() -> new StringReader(text), ',', file, draft).held();
            List<Line> head = lines.head(1);
            if (head.isEmpty() || !Rows.separatedByCommas(head.getFirst().cells(), file, draft)) {
                return Optional.empty();
            }
            var rows = new Rows(head.getFirst().cells(), lines, 1, false, file, draft);
            var all = new ArrayList<Row>();
            rows.each(all::add);
            return Optional.of(new CsvTable(rows.columns(), all));
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory could not be read.", e);
        }
    }

    /** The lines of a text in memory, parted at that character; reports a quote that is never closed. */
    public static Lines lines(String text, char separator, String file, Draft draft) throws IOException {
        return new CsvLines(() -> new StringReader(text), separator, file, draft).held();
    }
}
