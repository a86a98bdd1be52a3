package io.sandtable.web.release;

import java.util.List;

/**
 * Orders of one kind as a file and a sheet.
 *
 * @param name of the file and the sheet
 * @param heads as the receiving system names its columns
 * @param rows cells: text, numbers, dates or minutes
 */
record OrderTable(String name, List<String> heads, List<List<Object>> rows) {
    OrderTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        for (List<Object> row : rows) {
            if (row.size() != heads.size()) {
                throw new IllegalArgumentException("A row of %s had %d cells; its %d columns need one each."
                        .formatted(name, row.size(), heads.size()));
            }
        }
    }
}
