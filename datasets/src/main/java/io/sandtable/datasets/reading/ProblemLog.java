package io.sandtable.datasets.reading;

import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Severity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What was found wrong so far. Each problem once, all of them where they are not too many to be read; beyond that the first of each kind, and
 * how many more there are. Which rows are wrong is known of all.
 */
final class ProblemLog {
    /** More than this nobody reads one by one. */
    private static final int MOST = 20_000;

    private static final int MOST_OF_A_KIND = 1_000;

    private final int most;
    private final int mostOfAKind;
    private final Set<Problem> kept = new LinkedHashSet<>();
    private final Map<Kind, Integer> ofKind = new HashMap<>();
    /** Rows with problems that are not kept. */
    private final Map<Kind, BitSet> left = new LinkedHashMap<>();

    private final Map<String, BitSet> badRows = new HashMap<>();
    private final Map<Place, BitSet> told = new HashMap<>();

    private record Kind(String file, String column, ProblemCode code) {
        static Kind of(Problem problem) {
            return new Kind(problem.file(), problem.column(), problem.code());
        }
    }

    private record Place(String file, String column) {}

    ProblemLog() {
        this(MOST, MOST_OF_A_KIND);
    }

    ProblemLog(int most, int mostOfAKind) {
        this.most = most;
        this.mostOfAKind = mostOfAKind;
    }

    void add(Problem problem) {
        tell(problem.file(), problem.row(), problem.column());
        if (problem.isError()) {
            badRows.computeIfAbsent(problem.file(), f -> new BitSet()).set(problem.row());
        }
        Kind kind = Kind.of(problem);
        int before = ofKind.getOrDefault(kind, 0);
        if (kept.size() >= most && before >= mostOfAKind) {
            if (!kept.contains(problem)) {
                left.computeIfAbsent(kind, k -> new BitSet()).set(problem.row());
            }
        } else if (kept.add(problem)) {
            ofKind.put(kind, before + 1);
        }
    }

    /** What another has found, too, as it is to be said. */
    void addAll(ProblemLog other, UnaryOperator<Problem> said) {
        other.kept.forEach(problem -> add(said.apply(problem)));
        other.left.forEach((kind, rows) -> {
            if (said.apply(new Problem(kind.file(), 1, kind.column(), "", kind.code(), ""))
                            .code()
                    == kind.code()) {
                left.computeIfAbsent(kind, k -> new BitSet()).or(rows);
                if (kind.code().severity() == Severity.ERROR) {
                    badRows.computeIfAbsent(kind.file(), f -> new BitSet()).or(rows);
                }
            }
        });
    }

    /** The row has something in the column that is wrong and was said. */
    void tell(String file, int row, String column) {
        told.computeIfAbsent(new Place(file, column), p -> new BitSet()).set(row);
    }

    /** Whether something was said of that place. */
    boolean isTold(String file, int row, String column) {
        BitSet rows = told.get(new Place(file, column));
        return rows != null && rows.get(row);
    }

    /** Those that are kept, in the order they were found. */
    Set<Problem> kept() {
        return kept;
    }

    /** Whether the row has an error, or the file as a whole where that is 0. */
    boolean isBad(String file, int row) {
        BitSet rows = badRows.get(file);
        return rows != null && rows.get(row);
    }

    /** How many rows have errors. */
    int badRows() {
        return badRows.values().stream()
                .mapToInt(rows -> rows.cardinality() - (rows.get(0) ? 1 : 0))
                .sum();
    }

    /** How many errors are not kept. */
    int errorsLeft() {
        return left.entrySet().stream()
                .filter(entry -> entry.getKey().code().severity() == Severity.ERROR)
                .mapToInt(entry -> entry.getValue().cardinality())
                .sum();
    }

    /** For each kind of which not all are kept how many more there are, and in which rows; then those that are kept. */
    List<Problem> all() {
        var all = new ArrayList<Problem>();
        left.forEach((kind, rows) -> all.add(new Problem(
                kind.file(),
                0,
                kind.column(),
                Integer.toString(rows.cardinality()),
                ProblemCode.MORE_OF_A_KIND,
                rows.nextSetBit(0) + ".." + (rows.length() - 1))));
        all.addAll(kept);
        return all;
    }
}
