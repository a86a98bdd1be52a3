package io.sandtable.datasets.reading;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.reading.CsvTable.Line;
import io.sandtable.datasets.reading.CsvTable.Row;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns of a table, under which lines become rows. */
final class Header {
    private final List<String> header;
    private final boolean shortLines;
    private final String file;
    private final Draft draft;
    private final List<String> columns;
    private final BitSet unnamed = new BitSet();

    /**
     * Reports columns of one name.
     *
     * @param shortLines whether a line that ends early has blank cells there, as those of a sheet do
     */
    Header(List<String> header, boolean shortLines, String file, Draft draft) {
        this.header = List.copyOf(header);
        this.shortLines = shortLines;
        this.file = file;
        this.draft = draft;
        this.columns = columns();
    }

    /** As in the file; only columns with a name, each once. */
    List<String> named() {
        return columns;
    }

    private List<String> columns() {
        var named = new LinkedHashSet<String>();
        for (String column : header) {
            if (!column.isEmpty() && !named.add(column)) {
                draft.problem(ProblemCode.COLUMN_TWICE, file, 1, column, positions(column), "");
            }
        }
        return List.copyOf(named);
    }

    private String positions(String column) {
        return IntStream.range(0, header.size())
                .filter(i -> header.get(i).equals(column))
                .mapToObj(i -> Integer.toString(i + 1))
                .collect(Collectors.joining(", "));
    }

    /** The line as a row; empty where it is blank, or after reporting that it is longer or shorter than the header. */
    Optional<Row> row(Line at) {
        if (at.isBlank()) {
            return Optional.empty();
        }
        List<String> fields = at.cells();
        int size = header.size();
        boolean tooLong = false;
        for (int i = size; i < fields.size(); i++) {
            tooLong |= !fields.get(i).isEmpty();
        }
        if (tooLong || fields.size() < size && !shortLines) {
            draft.problem(
                    ProblemCode.ROW_LENGTH,
                    file,
                    at.number(),
                    "",
                    Integer.toString(fields.size()),
                    Integer.toString(size));
            return Optional.empty();
        }
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(size, fields.size()); i++) {
            String cell = fields.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (!header.get(i).isEmpty()) {
                cells.putIfAbsent(header.get(i), cell);
            } else if (!unnamed.get(i)) {
                unnamed.set(i);
                draft.problem(ProblemCode.COLUMN_UNNAMED, file, at.number(), Integer.toString(i + 1), cell, "");
            }
        }
        return Optional.of(new Row(at.number(), cells));
    }
}
