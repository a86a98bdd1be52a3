package io.sandtable.web.cli;

import io.sandtable.datasets.Problem;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ProblemWords;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Severity;
import io.sandtable.web.Words;
import io.sandtable.web.alignment.AlignmentJson;
import io.sandtable.web.alignment.Alignments;
import io.sandtable.web.company.ImportFiles;
import io.sandtable.web.company.ImportJson;
import io.sandtable.web.live.ImportReadings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code import PATH}: a folder or file becomes the current company, or all its problems are named. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "导入企业数据 / load a company's files")
final class ImportCommand implements Callable<Integer> {
    private static final int NOTES_SHOWN = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PATH", arity = "0..1", description = "文件夹或文件 / folder or file")
    private @Nullable Path source;

    @Option(
            names = "--mapping",
            description =
                    "读法 / how to read: plain, frepple, market, holidays, a shipped mapping or FILE.yaml; found by content by default")
    private @Nullable String mapping;

    @Option(
            names = "--propose",
            paramLabel = "FILE.yaml",
            description =
                    "不导入，写出各列可能的对应关系 / import nothing; write what the columns probably are, for --mapping once checked")
    private @Nullable Path propose;

    @Option(
            names = "--template",
            paramLabel = "FILE.xlsx",
            description = "不导入，写出一份空白 Excel 模板，填好后再导入 / import nothing; write an empty workbook to be filled in")
    private @Nullable Path template;

    @Option(
            names = "--without-bad-rows",
            description = "有错的行不导入，其余照常 / leave out rows that have errors and import the rest")
    private boolean withoutBadRows;

    @Option(
            names = "--no-align",
            description = "不自动合并不同来源里的同一件东西 / do not join what two sources list twice, even where that is sure")
    private boolean noAlign;

    @Option(names = "--as-of", description = "数据日期 / the day the data speaks of")
    private @Nullable LocalDate asOf;

    @Option(names = "--market", description = "市场价格文件夹 / folder of market prices to stand beside it")
    private @Nullable Path market;

    @Option(names = "--company", description = "企业短名 / short name; from the data by default")
    private @Nullable String company;

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        PrintWriter out = options.out();
        if (template != null) {
            return new EmptyWorkbook(options)
                    .write(template, asOf != null ? asOf : LocalDate.now(Clock.systemDefaultZone()));
        }
        Path path = source;
        if (path == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'PATH'");
        }
        if (propose != null) {
            return new ProposedMapping(options).write(path, propose, company);
        }
        Optional<Path> readings = mapping == null ? ImportReadings.find(path) : Optional.empty();
        try (Service service = Service.start()) {
            if (readings.isPresent()) {
                return new RecordedImport(options).run(service, readings.get(), company);
            }
            ImportFiles.Imported imported = service.get(ImportFiles.class)
                    .run(
                            path,
                            new ReadOptions(mapping, asOf, market),
                            company,
                            withoutBadRows ? ImportFiles.Rows.GOOD : ImportFiles.Rows.ALL);
            Optional<Alignments.Joined> joined = imported.result()
                    .filter(result -> !noAlign)
                    .flatMap(result -> service.get(Alignments.class).afterImport(imported.company(), result));
            if (options.json()) {
                ObjectNode json = ImportJson.of(imported);
                joined.ifPresent(one -> json.set("alignment", AlignmentJson.of(one)));
                out.println(json);
            } else {
                print(imported, path, out);
                joined.ifPresent(one -> print(one, out));
                if (imported.result().isPresent()) {
                    out.println(options.words().say("import.next"));
                }
            }
            return imported.result().isPresent() ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private void print(ImportFiles.Imported imported, Path path, PrintWriter out) {
        Words words = options.words();
        var said = new ProblemWords(options.language().locale());
        List<Problem> errors = imported.dataset().problems(Severity.ERROR);
        if (!errors.isEmpty()) {
            boolean inPart = imported.dataset().importableInPart();
            out.println(words.say(
                    imported.result().isPresent() ? "import.problems.leftOut" : "import.problems",
                    imported.dataset().errors(),
                    imported.dataset().badRows()));
            errors.forEach(p -> out.println("  " + said.of(p)));
            if (errors.stream().anyMatch(p -> p.code() == ProblemCode.FORMAT_UNKNOWN)) {
                out.println(words.say("import.propose", path));
            }
            if (inPart && imported.result().isEmpty()) {
                out.println(words.say("import.inPart", imported.dataset().badRows()));
            }
        }
        List<Problem> notes =
                imported.dataset().problems().stream().filter(p -> !p.isError()).toList();
        if (!notes.isEmpty()) {
            out.println(words.say("import.notes", notes.size()));
            notes.stream().limit(NOTES_SHOWN).forEach(p -> out.println("  " + said.of(p)));
        }
        imported.result().ifPresent(result -> {
            var table = new TextTable().row(List.of(words.say("import.totals"), "", "file", "graph"));
            imported.dataset()
                    .controlTotals()
                    .forEach(t -> table.row(
                            List.of(t.what(), t.subject() + " " + t.unit(), plain(t.file()), plain(t.imported()))));
            out.println(table.print());
            out.println(words.say(
                    "import.done",
                    imported.dataset().title().in(options.language().locale()),
                    imported.company(),
                    imported.dataset().rows(),
                    result.added(),
                    result.changed(),
                    result.unchanged()));
        });
    }

    /** What was joined is said, so that nobody looks for it, and how that is undone. */
    private void print(Alignments.Joined joined, PrintWriter out) {
        Words words = options.words();
        if (!joined.taken().isEmpty()) {
            out.println(words.say("import.joined", joined.taken().size()));
            joined.taken().stream().limit(NOTES_SHOWN).forEach(match -> AlignCommand.print(match, words, out));
        }
        if (joined.waiting() > 0) {
            out.println(words.say("import.joined.waiting", joined.waiting()));
        }
    }

    private static String plain(Object number) {
        return new java.math.BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
}
