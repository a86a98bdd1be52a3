package io.sandtable.datasets.writing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of one package in the making: table name → rows, each a column → text map in writing order. */
public final class Tables {
    private final Map<String, List<Row>> tables = new TreeMap<>();

    /** A row in the making, its columns in the order in which they are set. */
    public static final class Row {
        private final Map<String, String> cells = new LinkedHashMap<>();

        /** Sets a cell; null and an empty text leave it empty. */
        public Row with(String column, @Nullable Object value) {
            if (value != null && !value.toString().isEmpty()) {
                cells.put(column, value instanceof Double number ? text(number) : value.toString());
            }
            return this;
        }

        /** The text of a cell, empty where it was left out. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Begins a row. */
    public Row row(String table) {
        var row = new Row();
        tables.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
        return row;
    }

    /** The rows of a table in the order in which they were begun. */
    public List<Row> rows(String table) {
        return Collections.unmodifiableList(tables.getOrDefault(table, List.of()));
    }

    /** File name → content, the columns in the order in which rows first used them. */
    public Map<String, String> files() {
        var files = new TreeMap<String, String>();
        tables.forEach((table, rows) -> files.put(table + ".csv", csv(rows)));
        return files;
    }

    private static String csv(List<Row> rows) {
        var columns = new LinkedHashSet<String>();
        rows.forEach(row -> columns.addAll(row.cells.keySet()));
        var out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(columns);
            rows.forEach(row -> csv.writeRecord(columns.stream().map(row::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("A table could not be written to memory; that is a fault of ours.", e);
        }
        return out.toString();
    }

    /** At most four decimals and no exponent, the same on every machine. */
    public static String text(double number) {
        var rounded = BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
