package io.sandtable.datasets.mapped;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.mapped.FactMaker.Takes;
import io.sandtable.datasets.mapped.Grid.NamedTable;
import io.sandtable.datasets.mapped.Mapping.FactRule;
import io.sandtable.datasets.mapped.Mapping.Lookup;
import io.sandtable.datasets.mapped.Mapping.Table;
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
import java.util.stream.IntStream;
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
        Grids grids = Grids.of(path, mapping, Grids.Depth.HEAD, look);
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
        Grids grids = Grids.of(path, mapping, Grids.Depth.ROWS, draft);
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
                Map<String, Found> theirs = new TreeMap<>();
                for (Lookup lookup : table.lookups()) {
                    theirs.put(lookup.as(), found(lookup, grids, lookups, draft));
                }
                Takes takes = new Takes(firstPlaces, said, tally, draft, totals);
                read(table, grid, grids, theirs, new Sources(grid, asOf)::of, takes);
            }
        }
        tallies.forEach((file, tally) -> totals.rows(file, tally.saying(), tally.merged()));
        grids.reportUnread(mapping.ignored());
        totals.sums();
        Dataset read = draft.finish(mapping.title(), mapping.origin(), asOf);
        return mapping.isOfUsualTables() ? Lookalikes.named(read, path) : read;
    }

    private void read(
            Table table,
            Grid grid,
            Grids grids,
            Map<String, Found> lookups,
            Function<FactRule, Evidence> evidence,
            Takes takes)
            throws IOException {
        Optional<NamedTable> found = grids.rows(grid, table);
        if (found.isEmpty()) {
            return;
        }
        NamedTable under = found.get();
        List<String> columns = under.rows().columns();
        reportColumns(table, columns, lookups, grid.file(), takes.draft());
        reportSeveral(table, under, grid.file(), takes.draft());
        var source = new FactMaker.Source(
                grid.file(), evidence, column -> under.called().getOrDefault(column, ""), table.unpivot());
        var maker = new FactMaker(table.facts(), source, takes);
        var complete = new TableRows(
                table,
                columns,
                grid.file(),
                takes.draft(),
                row -> maker.row(row.line(), column -> cell(row, column, lookups)));
        under.rows().each(complete::take);
        maker.end();
    }

    /** Columns of one name: an error where a rule asks for the name, since nobody has said which of them it means. */
    private void reportSeveral(Table table, NamedTable under, String file, Draft draft) {
        under.several().forEach((column, places) -> {
            String called = under.called().getOrDefault(column, column);
            boolean used = Rules.use(column, table, mapping);
            String shown = places.stream().map(String::valueOf).collect(Collectors.joining(", "));
            String choices = IntStream.rangeClosed(1, places.size())
                    .mapToObj(n -> Names.numbered(called, n))
                    .collect(Collectors.joining("|"));
            draft.problem(
                    used ? ProblemCode.COLUMN_AMBIGUOUS : ProblemCode.COLUMN_TWICE_UNUSED,
                    file,
                    1,
                    called,
                    shown,
                    used ? choices : "");
        });
    }

    private static String cell(Row row, String column, Map<String, Found> lookups) {
        if (lookups.isEmpty()) {
            return row.cell(column);
        }
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

    /** The rows of another table by their key, in memory; read once however many tables look into it. */
    private Found found(Lookup lookup, Grids grids, Map<Lookup, Found> known, Draft draft) throws IOException {
        Found before = known.get(lookup);
        if (before != null) {
            return before;
        }
        var rows = new HashMap<String, Row>();
        var columns = new HashSet<String>();
        var twice = new HashSet<String>();
        for (Grid grid : grids.of(lookup.table())) {
            Optional<NamedTable> table = grids.rows(grid, lookup.table());
            if (table.isPresent()) {
                columns.addAll(table.get().rows().columns());
                reportSeveral(lookup.table(), table.get(), grid.file(), draft);
                table.get().rows().each(row -> {
                    String key = key(row, lookup.theirs());
                    if (key.isEmpty()) {
                        return;
                    }
                    if (rows.containsKey(key)) {
                        twice.add(key);
                    } else if (draft.keepsLookedUp(grid.file(), row.line())) {
                        rows.put(key, row);
                    } else {
                        rows.clear();
                    }
                });
            }
        }
        if (lookup.unique()) {
            rows.keySet().removeAll(twice);
        }
        var found = new Found(lookup.key(), columns, rows);
        known.put(lookup, found);
        return found;
    }

    /** A text whose every column is missing says nothing, ever: that is a mistake of the mapping or another file. */
    private static void reportColumns(
            Table table, List<String> there, Map<String, Found> lookups, String file, Draft draft) {
        Predicate<Text> missing = text -> !text.columns().isEmpty()
                && text.columns().stream()
                        .noneMatch(column -> table.made().contains(column) || isThere(column, there, lookups));
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

    private static boolean isThere(String column, List<String> there, Map<String, Found> lookups) {
        int dot = column.indexOf('.');
        Found found = dot < 0 ? null : lookups.get(column.substring(0, dot));
        return found == null ? there.contains(column) : found.columns().contains(column.substring(dot + 1));
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
