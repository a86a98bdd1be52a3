package io.sandtable.datasets;

import io.sandtable.model.Fact;
import io.sandtable.model.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from one source: its facts in the order they hold, and everything there is to say about them.
 *
 * @param name short name, the same in every evidence of the source
 * @param asOf the day the source speaks of; null only where a problem says that nobody told us
 * @param facts of the good rows only: with errors present they still hang together, but are not the whole source
 * @param rows rows or objects read from the source's files
 * @param problems all of them, or where there are very many the first of each kind with how many more there are
 * @param counts what the problems come to, those that are not listed among them
 */
public record Dataset(
        String name,
        Title title,
        Origin origin,
        @Nullable LocalDate asOf,
        List<Fact> facts,
        List<ControlTotal> controlTotals,
        int rows,
        List<Problem> problems,
        Counts counts,
        List<SourceFile> originals) {
    /**
     * What all problems come to.
     *
     * @param badRows rows that have errors
     * @param errorsNotListed errors beyond those that are listed
     */
    public record Counts(int badRows, int errorsNotListed) {}

    public Dataset {
        facts = List.copyOf(facts);
        controlTotals = List.copyOf(controlTotals);
        problems = List.copyOf(problems);
        originals = List.copyOf(originals);
    }

    /** The same with one more problem. */
    Dataset with(Problem problem) {
        var all = new ArrayList<>(problems);
        all.add(problem);
        return with(all);
    }

    /** The same with its problems in other words. */
    public Dataset with(List<Problem> problems) {
        return new Dataset(name, title, origin, asOf, facts, controlTotals, rows, problems, counts, originals);
    }

    /** The same under another name. */
    public Dataset named(String name) {
        return new Dataset(name, title, origin, asOf, facts, controlTotals, rows, problems, counts, originals);
    }

    /** Whether all of it can be imported: no problem is an error. */
    public boolean importable() {
        return problems.stream().noneMatch(Problem::isError);
    }

    /** Whether something is left that can be imported once the rows that have errors are left out. */
    public boolean importableInPart() {
        return !importable()
                && asOf != null
                && !facts.isEmpty()
                && problems.stream()
                        .filter(Problem::isError)
                        .allMatch(p -> p.row() > 0 && p.code().isAboutRows());
    }

    /** How many rows have errors. */
    public int badRows() {
        return counts.badRows();
    }

    /** How many errors there are, listed or not. */
    public int errors() {
        return problems(Severity.ERROR).size() + counts.errorsNotListed();
    }

    /** The problems of one weight, in the order of the files. */
    public List<Problem> problems(Severity severity) {
        return problems.stream().filter(p -> p.severity() == severity).toList();
    }
}
