package io.sandtable.audit.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with typed columns; every row has one cell a column. */
public record Table(@Nullable String title, List<Column> columns, List<Row> rows) implements Block {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Row %d of the table has %d cells; it needs one for each of the %d columns. Use Cell.Missing where there is no value."
                                .formatted(i + 1, rows.get(i).cells().size(), columns.size()));
            }
        }
    }

    /** What a column holds; numbers and dates are right-aligned. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE
    }

    /** A column with its unit, if its numbers share one; a highlighted column is the one the report speaks for. */
    public record Column(String title, @Nullable String unit, Kind kind, boolean highlighted) {
        public static Column text(String title) {
            return new Column(title, null, Kind.TEXT, false);
        }

        public static Column number(String title, @Nullable String unit) {
            return new Column(title, unit, Kind.NUMBER, false);
        }

        public static Column date(String title) {
            return new Column(title, null, Kind.DATE, false);
        }

        public Column highlight() {
            return new Column(title, unit, kind, true);
        }
    }

    /** One row; an emphasised one (a total, a broken condition) is set in bold. */
    public record Row(List<Cell> cells, boolean emphasised) {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(Cell... cells) {
            return new Row(List.of(cells), false);
        }

        public Row emphasise() {
            return new Row(cells, true);
        }
    }
}
