package io.sandtable.datasets.mapped;

import io.sandtable.datasets.Proposal;
import io.sandtable.datasets.mapped.ColumnCells.Fit;
import io.sandtable.datasets.mapped.Vocabulary.Kind;
import io.sandtable.datasets.openapi.ApiColumn;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A column of a file nobody has described, or of the answers that an interface is described to give.
 *
 * @param said what the description calls it besides its name; empty where there is none
 * @param cells what stands under it, or what the description shows of that
 * @param there whether the cells are those of a file, which may be compared with those of another
 * @param fits what its cells say about whether they are of a kind
 * @param alike for each column of the usual tables how much its name is like it
 */
record FileColumn(
        String name,
        Wording wording,
        List<Wording> said,
        ColumnCells cells,
        boolean there,
        Map<Kind, Fit> fits,
        Map<String, Likeness> alike) {
    private static final Vocabulary WORDS = Vocabulary.usual();
    /** Words that somebody wrote to explain are not quite those above a column. */
    private static final double EXPLAINED = 0.97;
    /** From here on the explanation is clear, and a short name counts so much less than it. */
    private static final double CLEAR = 0.8;

    private static final double NAME_BESIDE_IT = 0.85;
    /** Doubt that is left where name and explanation say the same. */
    private static final double DOUBT_LEFT = 0.5;

    private static final double SAY_THE_SAME = 0.6;
    private static final double SAME = 0.01;
    /** Units of time as they stand in brackets after a Latin name. */
    private static final Map<String, String> TIMES = Map.of(
            "分", "minutes", "小时", "hours", "秒", "seconds", "minutes", "minutes", "hours", "hours", "seconds",
            "seconds");

    FileColumn {
        said = List.copyOf(said);
        fits = Map.copyOf(fits);
        alike = Map.copyOf(alike);
    }

    /** One of a file. */
    static FileColumn of(String name, List<String> cells) {
        return of(name, List.of(), cells);
    }

    /** One of a file, with what a description calls it besides. */
    static FileColumn of(String name, List<String> said, List<String> cells) {
        var under = new ColumnCells(cells);
        return explained(name, said, under, true, under::fit);
    }

    /** One that the description of an interface promises. */
    static FileColumn of(ApiColumn column) {
        var shown = new ColumnCells(column.cells());
        return explained(column.name(), column.said(), shown, false, kind -> shown.fit(kind, column.type()));
    }

    private static FileColumn explained(
            String name, List<String> words, ColumnCells cells, boolean there, Function<Kind, Fit> fit) {
        List<Wording> said = words.stream().map(Wording::of).toList();
        var fits = new EnumMap<Kind, Fit>(Kind.class);
        for (Kind kind : Kind.values()) {
            fits.put(kind, fit.apply(kind));
        }
        // a name without a unit is in the one that the explanation names
        Wording wording = said.stream()
                .filter(Wording::saysTime)
                .findFirst()
                .map(one -> Wording.of("%s(%s)".formatted(name, TIMES.get(one.inBrackets()))))
                .orElseGet(() -> Wording.of(name));
        Map<String, Likeness> byName = WORDS.alike(wording);
        List<Map<String, Likeness>> explained = said.stream().map(WORDS::alike).toList();
        double clearest = explained.stream()
                .flatMap(alike -> alike.values().stream())
                .mapToDouble(Likeness::score)
                .max()
                .orElse(0);
        var alike = new HashMap<String, Likeness>();
        byName.forEach((of, called) -> {
            Likeness best = Likeness.NONE;
            for (Map<String, Likeness> one : explained) {
                best = Vocabulary.better(best, one.getOrDefault(of, Likeness.NONE));
            }
            // a price without tax is much like one with tax; only what it is most like confirms the name
            alike.put(
                    of,
                    both(
                            clearest >= CLEAR ? called.times(NAME_BESIDE_IT) : called,
                            best,
                            best.score() >= clearest - SAME));
        });
        return new FileColumn(name, wording, said, cells, there, fits, alike);
    }

    /** What name and explanation say together; they may confirm each other. */
    private static Likeness both(Likeness name, Likeness explanation, boolean confirm) {
        Likeness explained =
                new Likeness(explanation.score() * EXPLAINED, Proposal.Reason.Code.DESCRIBED, explanation.word());
        Likeness best = Vocabulary.better(name, explained);
        return confirm && name.score() >= SAY_THE_SAME && explained.score() >= SAY_THE_SAME
                ? new Likeness(1 - (1 - best.score()) * DOUBT_LEFT, best.how(), best.word())
                : best;
    }

    /** The same under the name by which a mapping finds it. */
    FileColumn called(String other) {
        return new FileColumn(other, wording, said, cells, there, fits, alike);
    }

    Fit fit(Kind kind) {
        return fits.getOrDefault(kind, Fit.POSSIBLE);
    }

    /** How much its name is like the column in a table of that name. */
    Likeness likeness(String column, String table) {
        Likeness explained = Likeness.NONE;
        for (Wording one : said) {
            explained = Vocabulary.better(explained, WORDS.here(one, column, table));
        }
        return Vocabulary.better(
                alike.getOrDefault(column, Likeness.NONE), both(WORDS.here(wording, column, table), explained, false));
    }

    /** Share of its cells that are among those of another file; of what is only described nothing is known. */
    double shareIn(Collection<String> things) {
        return there ? cells.shareIn(things) : 0;
    }

    /** How much its name is like anything that is known. */
    double known() {
        return alike.values().stream().mapToDouble(Likeness::score).max().orElse(0);
    }
}
