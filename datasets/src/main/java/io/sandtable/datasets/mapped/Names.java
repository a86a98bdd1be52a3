package io.sandtable.datasets.mapped;

import io.sandtable.datasets.mapped.Mapping.Named;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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

    /** The columns that she spoke of. */
    Set<String> columns() {
        return named.words().keySet();
    }

    /** The mapping's columns in a line of a file; a cell that is none of them stays as it is. */
    Header of(List<String> cells) {
        var at = new HashMap<String, Integer>();
        for (int i = 0; i < cells.size(); i++) {
            at.putIfAbsent(plain(cells.get(i)), i);
        }
        var found = new LinkedHashMap<Integer, String>();
        named.words().forEach((column, words) -> {
            for (String word : words) {
                Integer cell = at.get(plain(word));
                if (cell != null && !found.containsKey(cell)) {
                    found.put(cell, column);
                    return;
                }
            }
        });
        var columns = new java.util.ArrayList<String>(cells);
        for (int i = 0; i < cells.size(); i++) {
            String as = found.containsKey(i) ? found.get(i) : plain.get(plain(cells.get(i)));
            boolean taken = !found.containsKey(i) && as != null && found.containsValue(as);
            columns.set(i, as == null || taken ? unused(cells.get(i), taken) : as);
        }
        var called = new HashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            called.putIfAbsent(columns.get(i), cells.get(i));
        }
        return new Header(columns, called);
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
     */
    record Header(List<String> columns, Map<String, String> called) {
        Header {
            columns = List.copyOf(columns);
            called = Map.copyOf(called);
        }
    }
}
