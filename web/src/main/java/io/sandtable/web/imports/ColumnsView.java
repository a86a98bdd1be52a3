package io.sandtable.web.imports;

import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ProblemWords;
import io.sandtable.datasets.Proposal;
import io.sandtable.datasets.ProposalWords;
import io.sandtable.datasets.Severity;
import io.sandtable.web.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the columns of an upload probably are, as the page shows it.
 *
 * @param kinds usual tables that a file may be
 */
public record ColumnsView(List<Table> tables, List<Option> kinds, String missing) {
    /** Something to choose. */
    public record Option(String value, String text) {}

    /**
     * One table of a file.
     *
     * @param described whether it is no table that is there but one that the description of an interface promises
     * @param as the usual table that it is; empty where none
     * @param also what it holds besides, in words
     * @param lacking what it still needs, in words
     */
    public record Table(
            String file,
            boolean described,
            int rows,
            String as,
            String also,
            List<String> lacking,
            List<String> twice,
            List<Column> columns) {
        /** Whether it can be read as it is now, or is not to be read. */
        public boolean isReady() {
            return lacking.isEmpty() && twice.isEmpty();
        }
    }

    /**
     * One column of a file.
     *
     * @param meaning column of the usual table; empty where it is not used
     * @param sure percent
     */
    public record Column(String name, String samples, String meaning, List<Option> options, String sure, String why) {}

    static ColumnsView of(Proposal proposal, Language language) {
        var words = new ProposalWords(language.locale());
        return new ColumnsView(
                proposal.tables().stream().map(table -> table(table, words)).toList(),
                Datasets.usualTables().stream()
                        .map(name -> new Option(name, words.table(name)))
                        .toList(),
                proposal.missing().stream().map(words::table).collect(Collectors.joining(words.comma())));
    }

    /**
     * What keeps files from being looked at, such as a password, or a part of them.
     *
     * @param serious whether nothing of the file can be read
     */
    public record Trouble(boolean serious, String text) {}

    static List<Trouble> troubles(Proposal proposal, Language language) {
        var said = new ProblemWords(language.locale());
        return proposal.problems().stream()
                .filter(problem -> problem.severity() != Severity.NOTE)
                .map(problem -> new Trouble(problem.isError(), said.of(problem)))
                .toList();
    }

    /** Whether there is a description of an interface and nothing that could be read by it. */
    static boolean isOnlyDescribed(Proposal proposal) {
        return !proposal.tables().isEmpty() && proposal.tables().stream().allMatch(Proposal.Table::described);
    }

    private static Table table(Proposal.Table table, ProposalWords words) {
        return new Table(
                table.file(),
                table.described(),
                table.rows(),
                table.as().isEmpty() ? "" : table.as().getFirst(),
                table.as().stream().skip(1).map(words::table).collect(Collectors.joining(words.comma())),
                table.lacking().stream()
                        .map(any -> any.stream().map(words::column).collect(Collectors.joining(words.or())))
                        .toList(),
                twice(table).stream().map(words::column).toList(),
                table.columns().stream()
                        .map(column -> column(column, table, words))
                        .toList());
    }

    private static Set<String> twice(Proposal.Table table) {
        var seen = new HashSet<String>();
        return table.columns().stream()
                .flatMap(column -> column.meaning().stream())
                .filter(meaning -> !seen.add(meaning))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** To choose from: what it is, what else is likely, then all others. */
    private static Column column(Proposal.Column column, Proposal.Table table, ProposalWords words) {
        var options = new LinkedHashSet<String>();
        column.meaning().ifPresent(options::add);
        options.addAll(column.others());
        options.addAll(table.possible());
        List<Option> all = new ArrayList<>();
        if (!table.possible().isEmpty()) {
            options.forEach(option -> all.add(new Option(option, words.column(option))));
        }
        return new Column(
                column.name(),
                String.join(words.comma(), column.samples()),
                column.meaning().orElse(""),
                all,
                column.meaning().isPresent() ? Math.round(100 * column.confidence()) + " %" : "",
                words.why(column.reason()));
    }

    /** Whether something is read, and all that is read can be. */
    boolean isReady() {
        return tables.stream().anyMatch(table -> !table.as().isEmpty())
                && tables.stream().allMatch(Table::isReady);
    }
}
