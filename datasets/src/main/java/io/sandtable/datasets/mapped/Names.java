package io.sandtable.datasets.mapped;

import io.sandtable.datasets.mapped.Mapping.Named;
import io.sandtable.datasets.reading.CsvTable.Line;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the columns of a file are called in the mapping; spaces, stars, case and the width of letters make no difference. */
final class Names {
    private static final Pattern OF_NO_MEANING = Pattern.compile("[\\s*＊:]+");

    private final Named named;
    /** Plain word of a file to its column. */
    private final Map<String, String> plain = new HashMap<>();

    /** @param columns all of the mapping, which may be called as they are */
    Names(Named named, Set<String> columns) {
        this.named = named;
        if (!named.only()) {
            columns.forEach(column -> plain.putIfAbsent(plain(column), column));
        }
    }

    /** Whether files with these names may be read as the table. */
    boolean allow(String table) {
        return !named.only() || named.tables().contains(table);
    }

    /** Whether a person has said what the file's columns are, so that nothing else tells. */
    boolean areSaid() {
        return named.only();
    }

    /** Whether it is meant for every file that has its columns, whatever that is called. */
    boolean areForAnyWithTheirColumns() {
        return !named.has().isEmpty();
    }

    /** Whether the line has all columns of the file's own by which it is known. */
    boolean know(Line line) {
        Set<String> there = line.cells().stream().map(Names::plain).collect(Collectors.toSet());
        return named.has().stream().allMatch(column -> there.contains(plain(column)));
    }

    /** The first for the file; of those that are known by its columns, the one most of whose columns it has. */
    static Names choose(List<Names> all, Predicate<String> isGlobOf, List<Line> lines) {
        List<Line> top = lines.stream().limit(Grid.HEADER_WITHIN).toList();
        List<Names> fitting = all.stream()
                .filter(names -> isGlobOf.test(names.named.file())
                        && (!names.areForAnyWithTheirColumns() || top.stream().anyMatch(names::know)))
                .toList();
        Names first = fitting.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The last names of a mapping are for every file."));
        return first.areForAnyWithTheirColumns()
                ? fitting.stream()
                        .filter(Names::areForAnyWithTheirColumns)
                        // of several with as many the first
                        .reduce(first, (best, next) -> next.found(top) > best.found(top) ? next : best)
                : first;
    }

    private long found(List<Line> top) {
        return top.stream()
                .filter(this::know)
                .mapToLong(line -> {
                    Set<String> there = new HashSet<>(of(line.cells()).columns());
                    return columns().stream().filter(there::contains).count();
                })
                .max()
                .orElse(0);
    }

    /** The columns that she spoke of. */
    Set<String> columns() {
        return named.words().keySet();
    }

    /** The mapping's columns in a line of a file; a cell that is none of them stays as it is, and is numbered where it stood before. */
    Header of(List<String> cells) {
        Map<String, List<Integer>> places = places(cells);
        var at = new HashMap<String, Integer>();
        places.forEach((word, where) -> at.put(word, where.getFirst()));
        places.forEach((word, where) -> {
            for (int n = 0; where.size() > 1 && n < where.size(); n++) {
                at.putIfAbsent(numbered(word, n + 1), where.get(n));
            }
        });
        var found = new LinkedHashMap<Integer, String>();
        var several = new LinkedHashMap<String, List<Integer>>();
        named.words().forEach((column, words) -> {
            for (String word : words) {
                Integer cell = at.get(plain(word));
                if (cell != null && !found.containsKey(cell)) {
                    found.put(cell, column);
                    note(column, places.getOrDefault(plain(word), List.of()), several);
                    return;
                }
            }
        });
        var columns = new ArrayList<String>(cells);
        var called = new HashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            List<Integer> where = places.getOrDefault(plain(cells.get(i)), List.of(i));
            int number = where.indexOf(i) + 1;
            String cell = number > 1 ? numbered(cells.get(i), number) : cells.get(i);
            String of = plain.get(numbered(plain(cells.get(i)), number));
            String exact = where.size() > 1 ? of : null;
            String as = found.containsKey(i) ? found.get(i) : exact != null ? exact : plain.get(plain(cell));
            boolean taken = !found.containsKey(i) && as != null && found.containsValue(as);
            columns.set(i, as == null || taken ? unused(cell, taken) : as);
            if (number == 1 && exact == null && !found.containsKey(i)) {
                note(columns.get(i), where, several);
            }
            called.putIfAbsent(columns.get(i), cell);
        }
        return new Header(columns, called, several);
    }

    private static void note(String column, List<Integer> where, Map<String, List<Integer>> several) {
        if (where.size() > 1) {
            several.putIfAbsent(column, where.stream().map(i -> i + 1).toList());
        }
    }

    /** Where each word stands, from 0; words that are alike are one. */
    private static Map<String, List<Integer>> places(List<String> cells) {
        var places = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                places.computeIfAbsent(plain(cells.get(i)), p -> new ArrayList<>())
                        .add(i);
            }
        }
        return places;
    }

    /** The cells of a header, those that have one name numbered. */
    static List<String> distinct(List<String> cells) {
        var distinct = new ArrayList<>(cells);
        places(cells).values().stream()
                .filter(where -> where.size() > 1)
                .forEach(where -> where.forEach(i -> distinct.set(i, numbered(cells.get(i), where.indexOf(i) + 1))));
        return distinct;
    }

    /** What one of several columns of the same name is called. */
    static String numbered(String word, int number) {
        return word + "#" + number;
    }

    /** What means nothing here must not be taken for the column that is called so. */
    private String unused(String cell, boolean taken) {
        return taken || named.words().containsKey(cell) ? cell + "*" : cell;
    }

    private static String plain(String word) {
        return OF_NO_MEANING
                .matcher(Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    /**
     * A header in the mapping's words.
     *
     * @param called what the file itself calls each column
     * @param several where columns stand that have one name, from 1; the first of them has the name, the others a number behind it
     */
    record Header(List<String> columns, Map<String, String> called, Map<String, List<Integer>> several) {
        Header {
            columns = List.copyOf(columns);
            called = Map.copyOf(called);
            several = Collections.unmodifiableMap(new LinkedHashMap<>(several));
        }
    }
}
