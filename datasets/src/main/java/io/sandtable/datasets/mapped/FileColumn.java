package io.sandtable.datasets.mapped;

import io.sandtable.datasets.mapped.ColumnCells.Fit;
import io.sandtable.datasets.mapped.Vocabulary.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A column of a file nobody has described.
 *
 * @param fits what its cells say about whether they are of a kind
 * @param alike for each column of the usual tables how much its name is like it
 */
record FileColumn(String name, Wording wording, ColumnCells cells, Map<Kind, Fit> fits, Map<String, Likeness> alike) {
    private static final Vocabulary WORDS = Vocabulary.usual();

    FileColumn {
        fits = Map.copyOf(fits);
        alike = Map.copyOf(alike);
    }

    static FileColumn of(String name, List<String> cells) {
        Wording wording = Wording.of(name);
        var under = new ColumnCells(cells);
        var fits = new EnumMap<Kind, Fit>(Kind.class);
        for (Kind kind : Kind.values()) {
            fits.put(kind, under.fit(kind));
        }
        return new FileColumn(name, wording, under, fits, WORDS.alike(wording));
    }

    /** The same under the name by which a mapping finds it. */
    FileColumn called(String other) {
        return new FileColumn(other, wording, cells, fits, alike);
    }

    Fit fit(Kind kind) {
        return fits.getOrDefault(kind, Fit.POSSIBLE);
    }

    /** How much its name is like the column in a table of that name. */
    Likeness likeness(String column, String table) {
        return Vocabulary.better(alike.getOrDefault(column, Likeness.NONE), WORDS.here(wording, column, table));
    }

    /** How much its name is like anything that is known. */
    double known() {
        return alike.values().stream().mapToDouble(Likeness::score).max().orElse(0);
    }
}
