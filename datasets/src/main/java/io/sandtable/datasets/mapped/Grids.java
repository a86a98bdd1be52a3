package io.sandtable.datasets.mapped;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.mapped.Grid.NamedTable;
import io.sandtable.datasets.mapped.Mapping.Lookup;
import io.sandtable.datasets.mapped.Mapping.Table;
import io.sandtable.datasets.openapi.ApiDocument;
import io.sandtable.datasets.openapi.ApiTable;
import io.sandtable.datasets.reading.CsvTable;
import io.sandtable.datasets.reading.CsvTable.Line;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.datasets.reading.JsonLists;
import io.sandtable.datasets.reading.Lines;
import io.sandtable.datasets.reading.Sheets;
import io.sandtable.datasets.reading.TextFile;
import io.sandtable.datasets.reading.Workbook;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a source. Which table a file is shows at its beginning; its rows are read when somebody asks for them. Small files are held, so
 * that each is read once however many tables ask; of large ones a line at a time is read, for each table anew.
 */
final class Grids {
    private static final char[] SEPARATORS = {',', '\t', ';', '|'};
    /** Excel keeps such a file beside one that is open. */
    private static final String EXCEL_LOCK = "~$";

    /** So deep are the folders looked into that a mapping speaks of. */
    private static final int DEEPEST = 8;

    /** Characters among which the separator shows. */
    private static final int LOOKED_AT = 1 << 16;

    /** Bytes of text files that are held in all. */
    private static final long HELD = 32L << 20;

    /** How much of the files is looked at. */
    enum Depth {
        /** Enough to see what they are; what is wrong with them is left to whoever reads them. */
        HEAD,
        ROWS
    }

    private final Draft draft;
    private final Depth depth;
    /** Of the files' names. */
    private final Path root;

    private final List<Path> files;
    private final List<Names> names;

    private final Map<Path, Optional<TextSource>> texts = new HashMap<>();
    private final Map<List<Object>, Grid> split = new HashMap<>();
    private final Map<Path, Optional<Sheets>> workbooks = new TreeMap<>();
    private final Map<Table, List<Grid>> byTable = new HashMap<>();
    private final Map<List<Object>, NamedTable> rows = new HashMap<>();
    private final Set<String> usedSheets = new HashSet<>();
    private final Set<Path> used = new HashSet<>();
    private long held;

    private Grids(Path path, Mapping mapping, Depth depth, Draft draft) throws IOException {
        this.depth = depth;
        this.root = Files.isRegularFile(path) ? Objects.requireNonNullElse(path.getParent(), Path.of("")) : path;
        this.files = Files.isRegularFile(path) ? List.of(path) : files(path, isDeep(mapping) ? DEEPEST : 1, draft);
        Set<String> columns = mapping.tables().stream()
                .flatMap(table -> Rules.columns(table).stream())
                .collect(Collectors.toSet());
        this.names =
                mapping.named().stream().map(one -> new Names(one, columns)).toList();
        this.draft = draft;
    }

    /** Finds and reads what the tables ask for, of a folder or of one file. */
    static Grids of(Path path, Mapping mapping, Depth depth, Draft draft) throws IOException {
        var grids = new Grids(path, mapping, depth, draft);
        for (Table table : mapping.tables()) {
            grids.find(table);
            for (Lookup lookup : table.lookups()) {
                grids.find(lookup.table());
            }
        }
        grids.putFullestFirst();
        return grids;
    }

    /** Every table of a folder or file, with its own words. */
    static List<Grid> all(Path path, Draft draft) throws IOException {
        var grids = new Grids(path, Mapping.NONE, Depth.ROWS, draft);
        var all = new ArrayList<Grid>();
        for (Path file : grids.files) {
            if (!ApiDocument.isOne(file)) {
                all.addAll(grids.grids(file, null, "*"));
            }
        }
        return all;
    }

    /** Tables that the descriptions of interfaces in a folder, or such a file, promise; each under the file and its own name. */
    static Map<String, ApiTable> described(Path path, Draft draft) throws IOException {
        var grids = new Grids(path, Mapping.NONE, Depth.HEAD, draft);
        var all = new LinkedHashMap<String, ApiTable>();
        for (Path file : grids.files) {
            String name = grids.name(file);
            // whoever sends nothing but a file of YAML means such a document, whatever it is
            if (ApiDocument.isOne(file)
                    || grids.files.size() == 1 && ApiDocument.isYaml(name.toLowerCase(Locale.ROOT))) {
                ApiDocument.read(file, name, draft).forEach(table -> all.put(name + "#" + table.name(), table));
            }
        }
        return all;
    }

    List<Grid> of(Table table) {
        return byTable.getOrDefault(table, List.of());
    }

    /** Those that are a table and no other come first: they say more of it than one that holds it in passing. */
    private void putFullestFirst() {
        var tables = new IdentityHashMap<Grid, Integer>();
        byTable.values().forEach(grids -> grids.forEach(grid -> tables.merge(grid, 1, Integer::sum)));
        byTable.values().forEach(grids -> grids.sort(Comparator.comparing(tables::get)));
    }

    /**
     * Whether each of the mapping's own names of columns stands above a table. Those for any file with their columns say what an interface
     * may answer: where there are no others, one of them is enough.
     */
    boolean haveAllThatIsSaid() {
        Map<Boolean, List<Names>> said = names.stream()
                .filter(Names::areSaid)
                .collect(Collectors.partitioningBy(Names::areForAnyWithTheirColumns));
        List<Names> anywhere = said.getOrDefault(true, List.of());
        List<Names> files = said.getOrDefault(false, List.of());
        return files.isEmpty() && !anywhere.isEmpty()
                ? read().anyMatch(grid -> anywhere.contains(grid.names()))
                : files.stream()
                        .allMatch(one -> read().anyMatch(grid -> grid.names() == one && grid.hasAllThatIsSaid()));
    }

    private Stream<Grid> read() {
        return byTable.values().stream().flatMap(List::stream);
    }

    /** The rows of a grid as the table reads them, read once however many tables ask; empty where it has no header. */
    Optional<NamedTable> rows(Grid grid, Table table) {
        int header = table.header().isEmpty() ? grid.header(table) : -1;
        if (header < 0 && table.header().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rows.computeIfAbsent(
                List.of(grid.file(), header, table.header(), table.unnamed()), k -> grid.table(table, header, draft)));
    }

    /** Notes what nobody asked for, except what the mapping says is of no use. */
    void reportUnread(List<String> ignored) {
        for (Path file : files) {
            String name = name(file);
            String last = String.valueOf(file.getFileName());
            boolean known = last.startsWith("README")
                    || last.startsWith("LICENSE")
                    || ignored.stream().anyMatch(glob -> matches(glob, name));
            if (!used.contains(file) && !known) {
                draft.problem(ProblemCode.FILE_NOT_READ, name, 0, "", "", "");
            }
        }
        workbooks.forEach((path, workbook) -> workbook.stream()
                .filter(book -> used.contains(path))
                .flatMap(book -> book.sheets().keySet().stream())
                .map(sheet -> name(path) + "#" + sheet)
                .filter(sheet -> !usedSheets.contains(sheet))
                .forEach(sheet -> draft.problem(ProblemCode.FILE_NOT_READ, sheet, 0, "", "", "")));
    }

    private static boolean isDeep(Mapping mapping) {
        return mapping.tables().stream().anyMatch(table -> table.file().contains("/"));
    }

    /** By name; hidden ones and links are nobody's tables, and a folder that cannot be looked into is said. */
    private static List<Path> files(Path folder, int depth, Draft draft) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(folder, Set.of(), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                return isHidden(dir) && !dir.equals(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isHidden(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) {
                    throw e;
                }
                draft.problem(ProblemCode.FILE_NOT_READ, folder.relativize(file).toString(), 0, "", "", "");
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }

    private static boolean isHidden(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.startsWith(EXCEL_LOCK);
    }

    private void find(Table table) throws IOException {
        int hash = table.file().indexOf('#');
        String file = hash < 0 ? table.file() : table.file().substring(0, hash);
        String sheet = hash < 0 ? "*" : table.file().substring(hash + 1);
        var found = new ArrayList<Grid>();
        for (Path path : files) {
            if (matches(file, name(path))) {
                for (Grid grid : grids(path, table.separator(), sheet)) {
                    if (grid.isKnownBy(table)) {
                        found.add(grid);
                        used.add(path);
                        usedSheets.add(grid.file());
                    }
                }
            }
        }
        byTable.put(table, found);
    }

    private List<Grid> grids(Path path, @Nullable Character separator, String sheet) throws IOException {
        String file = name(path);
        if (Workbook.isOne(file) || JsonLists.isOne(file)) {
            if (!workbooks.containsKey(path)) {
                workbooks.put(path, sheets(path, file));
            }
            var grids = new ArrayList<Grid>();
            if (workbooks.get(path).isPresent()) {
                Sheets book = workbooks.get(path).get();
                for (Map.Entry<String, Lines> entry : book.sheets().entrySet()) {
                    if (matches(sheet, entry.getKey())) {
                        grids.add(grid(file + "#" + entry.getKey(), book.sha256(), true, entry.getValue()));
                    }
                }
            }
            return grids;
        }
        if (!isText(file)) {
            return List.of();
        }
        if (!texts.containsKey(path)) {
            texts.put(path, text(path, file));
        }
        Optional<TextSource> text = texts.get(path);
        return text.isPresent()
                ? List.of(split(text.get(), file, separator == null ? text.get().separator() : separator))
                : List.of();
    }

    private Optional<Sheets> sheets(Path path, String file) throws IOException {
        if (JsonLists.isOne(file)) {
            return JsonLists.read(path, file, draft);
        }
        return depth == Depth.HEAD ? Workbook.peek(path, file) : Workbook.read(path, file, draft);
    }

    /** Lines of a text file by what parts them. */
    private record TextSource(String sha256, char separator, Opened lines) {}

    @FunctionalInterface
    private interface Opened {
        Lines at(char separator) throws IOException;
    }

    private Optional<TextSource> text(Path path, String file) throws IOException {
        if (depth == Depth.HEAD) {
            return TextFile.peek(path, file)
                    .map(head -> new TextSource(
                            "", separator(head), separator -> CsvTable.lines(head, separator, file, draft)));
        }
        Optional<TextFile> text = TextFile.read(path, file, draft);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean hold = held + text.get().size() <= HELD;
        held += hold ? text.get().size() : 0;
        return Optional.of(new TextSource(
                text.get().sha256(),
                separator(text.get().head(LOOKED_AT)),
                separator -> text.get().lines(separator, hold, draft)));
    }

    private Grid split(TextSource text, String file, char separator) throws IOException {
        List<Object> key = List.of(file, separator);
        if (!split.containsKey(key)) {
            split.put(key, grid(file, text.sha256(), false, text.lines().at(separator)));
        }
        return Objects.requireNonNull(split.get(key));
    }

    private Grid grid(String file, String sha256, boolean sheet, Lines lines) throws IOException {
        List<Line> head = lines.head(Grid.HEADER_WITHIN);
        return new Grid(file, sha256, sheet, head, lines, Names.choose(names, glob -> matches(glob, file), head));
    }

    /** The one that its first lines have most of. */
    private static char separator(String text) {
        String top = text.lines().limit(Grid.HEADER_WITHIN).collect(Collectors.joining("\n"));
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS) {
            long count = top.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static boolean isText(String file) {
        return Stream.of(".csv", ".txt", ".tsv", ".csv.gz").anyMatch(file.toLowerCase(java.util.Locale.ROOT)::endsWith);
    }

    private static boolean matches(String glob, String name) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(name));
    }

    /** The way to it inside the source. */
    private String name(Path path) {
        return root.relativize(path).toString().replace(File.separatorChar, '/');
    }
}
