package io.sandtable.web.cli;

import io.sandtable.datasets.Choices;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemWords;
import io.sandtable.datasets.Proposal;
import io.sandtable.datasets.ProposalWords;
import io.sandtable.datasets.ProposalYaml;
import io.sandtable.datasets.Severity;
import io.sandtable.web.Words;
import io.sandtable.web.company.ImportFiles;
import io.sandtable.web.company.ImportJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code import PATH --propose FILE}: what the columns of tables that no mapping knows probably are, as a mapping to be checked. */
final class ProposedMapping {
    private final LanguageOption options;

    ProposedMapping(LanguageOption options) {
        this.options = options;
    }

    int write(Path source, Path file, @Nullable String company) {
        Proposal proposal = propose(source);
        List<Problem> errors =
                proposal.problems().stream().filter(Problem::isError).toList();
        boolean any = proposal.tables().stream().anyMatch(table -> !table.as().isEmpty());
        PrintWriter out = options.out();
        if (any && !store(proposal, source, file, company)) {
            out.println(options.words().say("import.proposal.exists", file));
            return ExitCode.NO;
        }
        if (options.json()) {
            out.println(json(proposal));
        } else {
            var said = new ProblemWords(options.language().locale());
            proposal.problems().stream()
                    .filter(p -> p.severity() != Severity.NOTE)
                    .forEach(p -> out.println("  " + said.of(p)));
            print(proposal, any ? file : null, out);
        }
        return any && errors.isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }

    private static Proposal propose(Path source) {
        try {
            return Datasets.propose(source, Choices.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be read (%s); check the disk and its rights.".formatted(source, e.getMessage()), e);
        }
    }

    /** False where there is such a file already: somebody may have corrected it. */
    private boolean store(Proposal proposal, Path source, Path file, @Nullable String company) {
        String name = company != null
                ? company
                : ImportFiles.shortName(
                        String.valueOf(source.toAbsolutePath().normalize().getFileName()));
        try {
            Files.writeString(
                    file, ProposalYaml.of(proposal, name, options.language().locale()), StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be written (%s); check the folder's rights and disk.".formatted(file, e.getMessage()),
                    e);
        }
    }

    private void print(Proposal proposal, @Nullable Path file, PrintWriter out) {
        Words words = options.words();
        var said = new ProposalWords(options.language().locale());
        for (Proposal.Table table : proposal.tables()) {
            String as = table.as().stream().map(said::table).collect(Collectors.joining(" + "));
            out.println(
                    table.as().isEmpty()
                            ? words.say(
                                    table.described() ? "import.proposal.unknown.described" : "import.proposal.unknown",
                                    table.file(),
                                    table.rows())
                            : words.say(
                                    table.described() ? "import.proposal.described" : "import.proposal.table",
                                    table.file(),
                                    table.rows(),
                                    as,
                                    Math.round(100 * table.confidence())));
            if (!table.as().isEmpty()) {
                var lines = new TextTable()
                        .ofWords()
                        .row(List.of(
                                words.say("import.proposal.column"),
                                words.say("import.proposal.meaning"),
                                words.say("import.proposal.sure"),
                                words.say("import.proposal.why")));
                table.columns()
                        .forEach(column -> lines.row(List.of(
                                column.name(),
                                column.meaning().orElse("–"),
                                column.meaning().isPresent() ? Math.round(100 * column.confidence()) + " %" : "",
                                said.why(column.reason()))));
                out.println(lines.print());
            }
        }
        if (!proposal.missing().isEmpty()) {
            out.println(words.say(
                    "import.proposal.missing",
                    proposal.missing().stream().map(said::table).collect(Collectors.joining(", "))));
        }
        out.println(file == null ? words.say("import.proposal.none") : words.say("import.proposal.done", file));
        if (file != null && proposal.tables().stream().anyMatch(Proposal.Table::described)) {
            out.println(words.say("import.proposal.answers", file));
        }
    }

    private static ObjectNode json(Proposal proposal) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var tables = json.putArray("tables");
        for (Proposal.Table table : proposal.tables()) {
            ObjectNode one = tables.addObject()
                    .put("file", table.file())
                    .put("described", table.described())
                    .put("rows", table.rows())
                    .put("confidence", table.confidence());
            var as = one.putArray("as");
            table.as().forEach(as::add);
            var columns = one.putArray("columns");
            for (Proposal.Column column : table.columns()) {
                ObjectNode of = columns.addObject()
                        .put("name", column.name())
                        .put("meaning", column.meaning().orElse(null))
                        .put("confidence", column.confidence())
                        .put("reason", column.reason().code().name())
                        .put("word", column.reason().word());
                var others = of.putArray("others");
                column.others().forEach(others::add);
            }
        }
        var problems = json.putArray("problems");
        proposal.problems().forEach(problem -> problems.add(ImportJson.of(problem)));
        var missing = json.putArray("missing");
        proposal.missing().forEach(missing::add);
        return json;
    }
}
