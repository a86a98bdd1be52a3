package io.sandtable.datasets.mapped;

import io.sandtable.datasets.Choices;
import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.Proposal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tables that a mapping left unread although they look like one that it should know: an order book under other words must not get lost. */
final class Lookalikes {
    private static final double SURE = 0.6;

    private Lookalikes() {}

    /** The same data, with a warning for each such table instead of the note that it was not read. */
    static Dataset named(Dataset read, Path source) throws IOException {
        boolean any = read.problems().stream().anyMatch(Lookalikes::isUnread);
        if (!any) {
            return read;
        }
        List<Proposal.Table> known = Proposer.propose(source, Choices.NONE).tables().stream()
                .filter(table -> !table.as().isEmpty() && table.lacking().isEmpty() && table.confidence() >= SURE)
                .toList();
        return read.with(read.problems().stream()
                .flatMap(problem -> isUnread(problem) ? warned(problem, known) : Stream.of(problem))
                .toList());
    }

    private static boolean isUnread(Problem problem) {
        return problem.code() == ProblemCode.FILE_NOT_READ;
    }

    /** One for each table of the file that looks like something; the same where none does. */
    private static Stream<Problem> warned(Problem unread, List<Proposal.Table> known) {
        String file = unread.file();
        List<Problem> warnings = known.stream()
                .filter(table -> table.file().equals(file) || table.file().startsWith(file + "#"))
                .map(table -> new Problem(
                        table.file(), 0, "", table.as().getFirst(), ProblemCode.TABLE_NOT_READ, "--propose"))
                .toList();
        return warnings.isEmpty() ? Stream.of(unread) : warnings.stream();
    }
}
