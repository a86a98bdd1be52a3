package io.sandtable.datasets.mapped;

import io.sandtable.datasets.Proposal.Reason;
import io.sandtable.datasets.mapped.ColumnCells.Fit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the columns of a file would be if it were that table, and how good a guess this is. */
final class Guess {
    /** Less likely than this is no proposal. */
    private static final double FLOOR = 0.3;
    /** The same for a column that is only described: no cells can confirm it. */
    private static final double FLOOR_WITHOUT_CELLS = 0.4;
    /** A name counts so much less where the cells cannot be what it says. */
    private static final double WRONG_CELLS = 0.25;
    /** And so much less where they are hardly that. */
    private static final double UNLIKELY_CELLS = 0.8;
    /** Doubt that is left of a name where the cells tell the same. */
    private static final double DOUBT_LEFT = 0.5;
    /** Cells that tell, under a name that says nothing. */
    private static final double CELLS_ALONE = 0.35;
    /** Cells that are codes of another table, under a name that says nothing. */
    private static final double CODES_ALONE = 0.55;
    /** Most cells of a column that names things of another table. */
    private static final double MOST = 0.8;
    /** What a column adds without which the table is possible too. */
    private static final double OPTIONAL = 0.6;
    /** What a column takes away that the table has no use for. */
    private static final double UNEXPLAINED = 0.4;

    private static final Vocabulary WORDS = Vocabulary.usual();

    private final UsualTable table;
    private final List<FileColumn> columns;
    private final Known known;
    private final Map<Integer, Choice> chosen = new LinkedHashMap<>();
    private final Map<Integer, List<Choice>> candidates = new HashMap<>();

    /** What a column may be, and why. */
    record Choice(String column, double confidence, Reason reason) {}

    /** Cells of the lists of things that were found already: codes and names by the column that holds them. */
    record Known(Map<String, Set<String>> values) {
        static final Known NOTHING = new Known(Map.of());
    }

    private Guess(UsualTable table, List<FileColumn> columns, Known known) {
        this.table = table;
        this.columns = columns;
        this.known = known;
    }

    /** The best reading of the columns as that table. */
    static Guess of(UsualTable table, List<FileColumn> columns, Known known) {
        var guess = new Guess(table, columns, known);
        guess.choose();
        return guess;
    }

    private void choose() {
        record Pair(int at, Choice choice) {}
        var pairs = new ArrayList<Pair>();
        for (int at = 0; at < columns.size(); at++) {
            for (String column : table.columns()) {
                Choice choice = choice(columns.get(at), column);
                if (choice.confidence() >= (columns.get(at).there() ? FLOOR : FLOOR_WITHOUT_CELLS)) {
                    pairs.add(new Pair(at, choice));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.choice().confidence()));
        var taken = new HashSet<String>();
        for (Pair pair : pairs) {
            candidates.computeIfAbsent(pair.at(), a -> new ArrayList<>()).add(pair.choice());
            if (!chosen.containsKey(pair.at()) && taken.add(pair.choice().column())) {
                chosen.put(pair.at(), pair.choice());
            }
        }
    }

    private Choice choice(FileColumn file, String column) {
        Likeness like = file.likeness(column, table.name());
        Vocabulary.Kind kind = WORDS.kind(column);
        Fit fit = file.fit(kind);
        var byName = new Reason(like.how(), like.word());
        if (fit == Fit.WRONG) {
            return new Choice(column, like.score() * WRONG_CELLS, byName);
        }
        if (fit == Fit.UNLIKELY) {
            return new Choice(column, like.score() * UNLIKELY_CELLS, byName);
        }
        String list = listOf(column);
        Set<String> things = known.values().get(list);
        if (things != null && !table.name().equals(UsualTable.home(list)) && file.shareIn(things) >= MOST) {
            double sure = 1 - (1 - like.score()) * DOUBT_LEFT;
            return like.score() >= CODES_ALONE
                    ? new Choice(column, sure, byName)
                    : new Choice(column, Math.max(CODES_ALONE, sure), new Reason(Reason.Code.VALUES_OF, list));
        }
        if (fit == Fit.TELLING) {
            return like.score() >= FLOOR
                    ? new Choice(column, 1 - (1 - like.score()) * DOUBT_LEFT, byName)
                    : new Choice(column, CELLS_ALONE, new Reason(Reason.Code.CELLS, ""));
        }
        return new Choice(column, like.score(), byName);
    }

    /** The column of a list of things whose cells it repeats; itself where it is of no list. */
    private static String listOf(String column) {
        return column.equals("父项物料编码") || column.equals("子项物料编码") ? "物料编码" : column;
    }

    UsualTable table() {
        return table;
    }

    /** By the place of the file's column. */
    Map<Integer, Choice> chosen() {
        return chosen;
    }

    /** All that the file's column may be, the likeliest first. */
    List<Choice> candidates(int at) {
        return candidates.getOrDefault(at, List.of());
    }

    /** Whether nothing is missing without which the table says nothing. */
    boolean isComplete() {
        return missing() == 0;
    }

    private int missing() {
        return table.lacking(chosen.values().stream().map(Choice::column).collect(Collectors.toSet()))
                .size();
    }

    /** How well the table explains the file: what it needs and has, less what it lacks and what it leaves unexplained. */
    double score() {
        double score = -missing();
        for (Choice choice : chosen.values()) {
            boolean needed = table.holes().stream().anyMatch(hole -> hole.contains(choice.column()));
            score += (needed ? 1 : OPTIONAL) * choice.confidence();
        }
        for (int at = 0; at < columns.size(); at++) {
            if (!chosen.containsKey(at) && !isMentioned(at)) {
                score -= UNEXPLAINED * columns.get(at).known();
            }
        }
        return score - (table.isList() && !isUnique() ? 1 : 0);
    }

    private boolean isUnique() {
        return chosen.entrySet().stream()
                .filter(entry -> UsualTable.home(entry.getValue().column()).equals(table.name()))
                .allMatch(entry -> columns.get(entry.getKey()).cells().areUnique());
    }

    /** Whether the column belongs to a thing that the table only mentions, such as the unit of an ordered material. */
    boolean isMentioned(int at) {
        return table.mentioned().stream()
                .anyMatch(list -> list.columns().stream()
                        .anyMatch(column ->
                                columns.get(at).likeness(column, list.name()).score() > MOST));
    }
}
