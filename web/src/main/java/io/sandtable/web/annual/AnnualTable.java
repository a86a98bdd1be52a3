package io.sandtable.web.annual;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with months as columns and their sum last, for the page and for files alike.
 *
 * @param id permanent, as in addresses
 */
record AnnualTable(String id, String title, List<Column> columns, List<Group> groups) {
    AnnualTable {
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
    }

    /** @param note what kind of month it is, or why it has no figures; empty for nothing to say */
    record Column(String label, String note) {}

    /** Rows that belong together, such as those of a family; {@code name} is empty where the table needs none. */
    record Group(String name, List<Row> rows) {
        Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param unit of its cells
     * @param total whether it is the sum or the difference of rows above
     */
    record Row(String label, String unit, boolean total, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One figure.
     *
     * @param shown on the page
     * @param value in files: a true number, null where there is none
     */
    record Cell(String shown, @Nullable Object value) {}
}
