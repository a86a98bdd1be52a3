package io.sandtable.datasets.mapped;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.mapped.Mapping.Table;
import io.sandtable.datasets.mapped.Mapping.Unpivot;
import io.sandtable.datasets.reading.CsvTable.Row;
import io.sandtable.datasets.reading.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What people leave out of rows and put between them: heads that stand once, numbers of lines, sums; and what they put beside each other. */
final class TableRows {
    private static final Pattern TOTAL =
            Pattern.compile("(合\\s*计|小\\s*计|总\\s*计|本页合计|累\\s*计|(sub|grand )?total)[:：]?", Pattern.CASE_INSENSITIVE);
    /** A sum stands under the first columns of the table. */
    private static final int TOTAL_WITHIN = 3;

    private final Table table;
    private final List<String> columns;
    private final String file;
    private final Draft draft;
    private final Consumer<Row> taker;
    private Map<String, String> above = Map.of();
    private final Map<String, Integer> counted = new HashMap<>();

    /** @param taker gets the rows with what belongs to them; without sums, which are noted */
    TableRows(Table table, List<String> columns, String file, Draft draft, Consumer<Row> taker) {
        this.table = table;
        this.columns = columns;
        this.file = file;
        this.draft = draft;
        this.taker = taker;
    }

    /** The next row as it stands in the file. */
    void take(Row row) {
        if (!isTotal(row)) {
            unpivoted(counted(filled(named(row))));
        }
    }

    /** With what the file's name says. */
    private Row named(Row row) {
        if (table.fromName().isEmpty()) {
            return row;
        }
        var cells = new TreeMap<>(row.cells());
        table.fromName().forEach((column, glob) -> {
            int star = glob.indexOf('*');
            String before = glob.substring(0, star);
            String after = glob.substring(star + 1);
            String name = file.substring(file.lastIndexOf('/') + 1);
            if (name.length() > before.length() + after.length() && name.startsWith(before) && name.endsWith(after)) {
                cells.put(column, name.substring(before.length(), name.length() - after.length()));
            }
        });
        return new Row(row.line(), cells);
    }

    /** The row itself, or one for each of its cells that are not kept. */
    private void unpivoted(Row row) {
        Unpivot unpivot = table.unpivot();
        if (unpivot == null) {
            taker.accept(row);
            return;
        }
        var kept = new TreeMap<>(row.cells());
        kept.keySet()
                .removeIf(column -> columns.contains(column) && !unpivot.keep().contains(column));
        for (String column : columns) {
            String cell = unpivot.keep().contains(column) ? "" : row.cell(column);
            if (!cell.isEmpty()) {
                var cells = new TreeMap<>(kept);
                cells.put(unpivot.column(), column);
                cells.put(unpivot.value(), cell);
                taker.accept(new Row(row.line(), cells));
            }
        }
    }

    private boolean isTotal(Row row) {
        for (String column : columns.subList(0, Math.min(TOTAL_WITHIN, columns.size()))) {
            String cell = row.cell(column);
            if (TOTAL.matcher(cell).matches()) {
                draft.problem(ProblemCode.TOTAL_ROW, file, row.line(), column, cell, "");
                return true;
            }
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return false;
    }

    private Row filled(Row row) {
        if (table.fillDown().isEmpty()) {
            return row;
        }
        Row full = row;
        if (goesOn(row)) {
            var cells = new TreeMap<>(row.cells());
            table.fillDown().forEach(column -> {
                String before = above.getOrDefault(column, "");
                if (!before.isEmpty()) {
                    cells.putIfAbsent(column, before);
                }
            });
            full = new Row(row.line(), cells);
        }
        above = full.cells();
        return full;
    }

    /** It does not say what it belongs to, nor names anything else than the row above. */
    private boolean goesOn(Row row) {
        return !above.isEmpty()
                && row.cell(table.fillDown().getFirst()).isEmpty()
                && table.fillDown().stream()
                        .filter(TableRows::isName)
                        .allMatch(column ->
                                row.cell(column).isEmpty() || row.cell(column).equals(above.getOrDefault(column, "")));
    }

    private static boolean isName(String column) {
        Vocabulary.Kind kind = Vocabulary.usual().kind(column);
        return kind == Vocabulary.Kind.CODE || kind == Vocabulary.Kind.NAME;
    }

    private Row counted(Row row) {
        Row with = row;
        for (Map.Entry<String, String> count : table.count().entrySet()) {
            String of = row.cell(count.getValue());
            if (row.cell(count.getKey()).isEmpty() && !of.isEmpty()) {
                var cells = new TreeMap<>(with.cells());
                cells.put(count.getKey(), "" + counted.merge(count.getKey() + "\t" + of, 1, Integer::sum));
                with = new Row(row.line(), cells);
            }
        }
        return with;
    }
}
