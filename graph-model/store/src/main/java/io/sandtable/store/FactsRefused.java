package io.sandtable.store;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** An import with problems; the graph is as it was before. */
public final class FactsRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 10;

    private final transient List<FactProblem> problems;

    FactsRefused(List<FactProblem> problems) {
        super("The import had %d problems and nothing of it was stored; correct them and import again: %s%s"
                .formatted(
                        problems.size(),
                        problems.stream().limit(SHOWN).map(FactsRefused::line).collect(Collectors.joining("; ")),
                        problems.size() > SHOWN ? "; …" : ""));
        this.problems = List.copyOf(problems);
    }

    /** All of them, in the order of the facts. */
    public List<FactProblem> problems() {
        return problems;
    }

    private static String line(FactProblem problem) {
        return "%s row %s, %s '%s': expected %s"
                .formatted(problem.source(), problem.row(), problem.column(), problem.value(), problem.expected());
    }
}
