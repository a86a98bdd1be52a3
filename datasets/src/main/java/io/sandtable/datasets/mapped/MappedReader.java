package io.sandtable.datasets.mapped;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.mapped.FactMaker.Takes;
import io.sandtable.datasets.mapped.Grid.NamedTable;
import io.sandtable.datasets.mapped.Mapping.FactRule;
import io.sandtable.datasets.mapped.Mapping.Lookup;
import io.sandtable.datasets.mapped.Mapping.Table;
import io.sandtable.datasets.reading.CsvTable;
import io.sandtable.datasets.reading.CsvTable.Row;
import io.sandtable.datasets.reading.DatasetReader;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.Provenance;
import io.sandtable.datasets.reading.ValueTotals;
import io.sandtable.model.Evidence;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads tables by one mapping. */
public final class MappedReader implements DatasetReader {
    private final Mapping mapping;

    MappedReader(Mapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public String name() {
        return mapping.name();
    }

    /** Names of the tables that it reads: those that it says files are, where it says so. */
    List<String> tables() {
        List<String> said = mapping.named().stream()
                .flatMap(named -> named.tables().stream())
                .distinct()
                .toList();
        Stream<String> all = mapping.tables().stream().map(Table::name).filter(name -> !name.isEmpty());
        return said.isEmpty() ? all.toList() : said;
    }

    /** All tables are there that must be, and all columns that somebody has spoken of. */
    @Override
    public boolean accepts(Path path) throws IOException {
        var look = new Draft(name());
        Grids grids = Grids.of(path, mapping, look);
        return mapping.tables().stream()
                        .filter(t -> !t.optional())
                        .allMatch(t -> !grids.of(t).isEmpty())
                && grids.haveAllThatIsSaid();
    }

    @Override
    public Dataset read(Path path, ReadOptions options) throws IOException {
        var draft = new Draft(String.valueOf(path.toAbsolutePath().normalize().getFileName()));
        LocalDate asOf = options.asOf() != null ? options.asOf() : mapping.asOf();
        if (asOf == null) {
            draft.problem(ProblemCode.AS_OF_MISSING, "", 0, "", "", "--as-of 2026-11-21");
            return draft.finish(mapping.title(), mapping.origin(), null);
        }
        Grids grids = Grids.of(path, mapping, draft);
        var totals = new ValueTotals(draft);
        var tallies = new TreeMap<String, RowTally>();
        Map<Lookup, Found> lookups = new HashMap<>();
        for (Table table : mapping.tables()) {
            List<Grid> found = grids.of(table);
            if (found.isEmpty() && !table.optional()) {
                draft.problem(ProblemCode.TABLE_MISSING, "", 0, "", table.file(), String.join("|", table.has()));
            }
            Map<String, String> firstPlaces = new HashMap<>();
            Map<String, Set<String>> said = new HashMap<>();
            for (Grid grid : found) {
                RowTally tally = tallies.computeIfAbsent(grid.file(), f -> new RowTally());
                read(
                        table,
                        grid,
                        grids,
                        lookup -> lookups.computeIfAbsent(lookup, l -> found(l, grids)),
                        new Sources(grid, asOf)::of,
                        new Takes(firstPlaces, said, tally, draft, totals));
            }
        }
        tallies.forEach((file, tally) -> totals.rows(file, tally.saying(), tally.merged()));
        grids.reportUnread(mapping.ignored());
        totals.sums();
        Dataset read = draft.finish(mapping.title(), mapping.origin(), asOf);
        return mapping.isOfUsualTables() ? Lookalikes.named(read, path) : read;
    }

    private static void read(
            Table table,
            Grid grid,
            Grids grids,
            Function<Lookup, Found> find,
            Function<FactRule, Evidence> evidence,
            Takes takes) {
        Optional<NamedTable> found = grids.rows(grid, table);
        if (found.isEmpty()) {
            return;
        }
        NamedTable under = found.get();
        Map<String, Found> lookups = new TreeMap<>();
        for (Lookup lookup : table.lookups()) {
            lookups.put(lookup.as(), find.apply(lookup));
        }
        reportColumns(table, under.rows(), lookups, grid.file(), takes.draft());
        var source = new FactMaker.Source(
                grid.file(), evidence, column -> under.called().getOrDefault(column, ""), table.unpivot());
        var maker = new FactMaker(table.facts(), source, takes);
        List<String> columns = under.rows().columns();
        for (Row row : TableRows.of(under.rows().rows(), columns, table, grid.file(), takes.draft())) {
            maker.row(row.line(), column -> cell(row, column, lookups));
        }
        maker.end();
    }

    private static String cell(Row row, String column, Map<String, Found> lookups) {
        int dot = column.indexOf('.');
        Found found = dot < 0 ? null : lookups.get(column.substring(0, dot));
        if (found == null) {
            return row.cell(column);
        }
        Row other = found.rows().get(key(row, found.key()));
        return other == null ? "" : other.cell(column.substring(dot + 1));
    }

    /** Cells that say together which row of another table is meant; empty where one of them is. */
    private static String key(Row row, List<String> columns) {
        List<String> cells = columns.stream().map(row::cell).toList();
        return cells.contains("") ? "" : String.join("\t", cells);
    }

    private record Found(List<String> key, Set<String> columns, Map<String, Row> rows) {}

    private static Found found(Lookup lookup, Grids grids) {
        var rows = new HashMap<String, Row>();
        var columns = new HashSet<String>();
        var twice = new HashSet<String>();
        for (Grid grid : grids.of(lookup.table())) {
            grids.rows(grid, lookup.table()).ifPresent(table -> {
                columns.addAll(table.rows().columns());
                for (Row row : table.rows().rows()) {
                    String key = key(row, lookup.theirs());
                    if (!key.isEmpty() && rows.putIfAbsent(key, row) != null) {
                        twice.add(key);
                    }
                }
            });
        }
        if (lookup.unique()) {
            rows.keySet().removeAll(twice);
        }
        return new Found(lookup.key(), columns, rows);
    }

    /** A text whose every column is missing says nothing, ever: that is a mistake of the mapping or another file. */
    private static void reportColumns(
            Table table, CsvTable rows, Map<String, Found> lookups, String file, Draft draft) {
        Predicate<Text> missing = text -> !text.columns().isEmpty()
                && text.columns().stream()
                        .noneMatch(column -> table.made().contains(column) || isThere(column, rows, lookups));
        table.facts().stream()
                .flatMap(rule -> Rules.needed(rule).stream())
                .filter(texts ->
                        texts.stream().allMatch(text -> text.otherwise().isEmpty() && missing.test(text)))
                .map(texts -> texts.stream()
                        .flatMap(text -> text.columns().stream())
                        .distinct()
                        .collect(Collectors.joining("|")))
                .distinct()
                .sorted()
                .forEach(columns -> draft.problem(ProblemCode.COLUMN_MISSING, file, 1, columns, "", columns));
    }

    private static boolean isThere(String column, CsvTable rows, Map<String, Found> lookups) {
        int dot = column.indexOf('.');
        Found found = dot < 0 ? null : lookups.get(column.substring(0, dot));
        return found == null ? rows.columns().contains(column) : found.columns().contains(column.substring(dot + 1));
    }

    /** Who says what of one file. */
    private final class Sources {
        private final Evidence whole;
        private final LocalDate asOf;
        private final Map<String, Evidence> assumed = new HashMap<>();

        Sources(Grid grid, LocalDate asOf) {
            this.asOf = asOf;
            String by = mapping.origin() == Origin.REAL || mapping.origin() == Origin.DEMO ? null : mapping.name();
            whole = Provenance.file(
                    mapping.origin(), mapping.name() + "/" + grid.file(), grid.sha256(), asOf, licence(), by);
        }

        Evidence of(FactRule rule) {
            String why = rule.assumed();
            return why == null
                    ? whole
                    : assumed.computeIfAbsent(
                            why, w -> Provenance.method(Origin.DEFAULT, mapping.name(), asOf, licence(), w));
        }
    }

    private @Nullable String licence() {
        return mapping.licence() == null || mapping.source() == null
                ? mapping.licence()
                : mapping.licence() + ", " + Objects.requireNonNull(mapping.source());
    }
}
