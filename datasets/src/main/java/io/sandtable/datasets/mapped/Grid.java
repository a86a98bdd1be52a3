package io.sandtable.datasets.mapped;

import io.sandtable.datasets.mapped.Mapping.Table;
import io.sandtable.datasets.mapped.Names.Header;
import io.sandtable.datasets.reading.CsvTable.Line;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Lines;
import io.sandtable.datasets.reading.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The lines of a text file or of one sheet.
 *
 * @param file path inside the source, with {@code #} and the name of the sheet where it is one
 * @param sheet whether short lines only mean that nothing follows
 * @param head its first lines, at most {@link #HEADER_WITHIN}
 * @param lines all of them
 * @param names what its columns are called
 */
record Grid(String file, String sha256, boolean sheet, List<Line> head, Lines lines, Names names) {
    /** Above the header there may be a title, a company and a date. */
    static final int HEADER_WITHIN = 20;

    private static final Pattern ALTERNATIVES = Pattern.compile("\\|");

    /** Whether one of its first lines has all columns by which the table is known. */
    boolean isKnownBy(Table table) {
        boolean anyWillDo = !names.areSaid() && table.has().isEmpty();
        return names.allow(table.name()) && (anyWillDo || header(table) >= 0);
    }

    /** Whether one of its first lines has every column that a person spoke of. */
    boolean hasAllThatIsSaid() {
        return head.stream()
                .anyMatch(line -> new HashSet<>(names.of(line.cells()).columns()).containsAll(names.columns()));
    }

    /** Its rows under the header that stands in that line, or under the table's own where that is −1. */
    NamedTable table(Table table, int header, Draft draft) {
        Header columns = header < 0
                ? new Header(table.header(), Map.of(), Map.of())
                : names.of(named(withoutBlankEnd(head.get(header).cells()), table.unnamed()));
        return new NamedTable(
                new Rows(columns.columns(), lines, header + 1, sheet, file, draft),
                columns.called(),
                columns.several());
    }

    /**
     * The line that names all columns the table is known by, else the one that names most of those its facts ask for, else the first; −1
     * where none does.
     */
    int header(Table table) {
        if (names.areForAnyWithTheirColumns()) {
            return IntStream.range(0, head.size())
                    .filter(i -> names.know(head.get(i)))
                    .findFirst()
                    .orElse(-1);
        }
        boolean known = !names.areSaid() && !table.has().isEmpty();
        var asked = new HashSet<>(known ? table.has() : names.areSaid() ? names.columns() : Rules.columns(table));
        if (!known && !names.areSaid()) {
            asked.removeAll(table.made());
        }
        if (asked.isEmpty()) {
            return head.isEmpty() ? -1 : 0;
        }
        int best = -1;
        long most = known ? asked.size() - 1L : names.areSaid() ? (asked.size() - 1L) / 2 : 0;
        for (int i = 0; i < head.size(); i++) {
            var there = new HashSet<>(
                    names.of(named(head.get(i).cells(), table.unnamed())).columns());
            long named = asked.stream()
                    .filter(one -> ALTERNATIVES.splitAsStream(one).anyMatch(there::contains))
                    .count();
            if (named > most) {
                best = i;
                most = named;
            }
        }
        return best;
    }

    private static List<String> named(List<String> header, String unnamed) {
        if (unnamed.isEmpty() || header.isEmpty() || !header.getFirst().isEmpty()) {
            return header;
        }
        var named = new ArrayList<>(header);
        named.set(0, unnamed);
        return named;
    }

    private static List<String> withoutBlankEnd(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isEmpty()) {
            size--;
        }
        return cells.subList(0, size);
    }

    /**
     * Rows under columns in the mapping's words.
     *
     * @param called what the file itself calls each column
     * @param several where columns stand that have one name, from 1
     */
    record NamedTable(Rows rows, Map<String, String> called, Map<String, List<Integer>> several) {}
}
