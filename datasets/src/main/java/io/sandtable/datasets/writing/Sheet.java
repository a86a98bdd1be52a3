package io.sandtable.datasets.writing;

import java.util.Arrays;
import java.util.List;

/** A table written down in the source: one row a line, cells between bars, so that it reads like the sheet it stands for. */
public record Sheet(List<Row> rows) {
    public Sheet {
        rows = List.copyOf(rows);
    }

    /** The rows of a text, blank lines left out. */
    public static Sheet of(String text) {
        return new Sheet(text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> new Row(
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList()))
                .toList());
    }

    /** One line. */
    public record Row(List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** The text of a cell, the first being 0. */
        public String text(int column) {
            if (column >= cells.size()) {
                throw new IllegalArgumentException("Row %s has %d cells, but cell %d was asked for; complete the row."
                        .formatted(cells, cells.size(), column + 1));
            }
            return cells.get(column);
        }

        /** The number in a cell. */
        public double number(int column) {
            return Double.parseDouble(text(column));
        }

        /** The whole number in a cell. */
        public int count(int column) {
            return Integer.parseInt(text(column));
        }

        /** Whether something stands in a cell. */
        public boolean has(int column) {
            return column < cells.size() && !cells.get(column).isEmpty();
        }

        /** A cell of several words, empty where the cell is. */
        public List<String> list(int column) {
            return has(column) ? List.of(text(column).split(" +")) : List.of();
        }

        /** A cell of several names, written with slashes because bars part the cells. */
        public String names(int column) {
            return text(column).replace('/', '|');
        }
    }
}
