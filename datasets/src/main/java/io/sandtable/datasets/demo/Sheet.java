package io.sandtable.datasets.demo;

import java.util.Arrays;
import java.util.List;

/** A table written down in the source: one row a line, cells between bars, so that it reads like the sheet it stands for. */
record Sheet(List<Row> rows) {
    static Sheet of(String text) {
        return new Sheet(text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> new Row(
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList()))
                .toList());
    }

    record Row(List<String> cells) {
        String text(int column) {
            if (column >= cells.size()) {
                throw new IllegalArgumentException("Row %s has %d cells, but cell %d was asked for; complete the row."
                        .formatted(cells, cells.size(), column + 1));
            }
            return cells.get(column);
        }

        double number(int column) {
            return Double.parseDouble(text(column));
        }

        int count(int column) {
            return Integer.parseInt(text(column));
        }

        boolean has(int column) {
            return column < cells.size() && !cells.get(column).isEmpty();
        }

        /** A cell of several words, empty where the cell is. */
        List<String> list(int column) {
            return has(column) ? List.of(text(column).split(" +")) : List.of();
        }

        /** A cell of several names, written with slashes because bars part the cells. */
        String names(int column) {
            return text(column).replace('/', '|');
        }
    }
}
