package io.sandtable.web.cli;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.model.alignment.UnitCost;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.alignment.AlignmentJson;
import io.sandtable.web.alignment.AlignmentState;
import io.sandtable.web.alignment.Alignments;
import io.sandtable.web.alignment.Judgement;
import io.sandtable.web.alignment.Match;
import io.sandtable.web.alignment.ReasonWords;
import io.sandtable.web.company.Companies;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code align}: what the sources of a company list twice; what is sure and what was decided becomes one. */
@Command(
        name = "align",
        mixinStandardHelpOptions = true,
        description = "找出不同来源里的同一件东西 / find what two sources list twice")
final class AlignCommand implements Callable<Integer> {
    private static final int SHOWN = 40;

    @Option(names = "--company", description = "企业短名 / short name; the current company by default")
    private @Nullable String company;

    @Option(names = "--yes", description = "把有把握的都合并 / take everything that is sure")
    private boolean yes;

    @Option(names = "--same", paramLabel = "KEPT=OTHER", description = "这两个是同一件 / these two ids are the same")
    private List<String> same = List.of();

    @Option(names = "--different", paramLabel = "ID=ID", description = "这两个不是同一件 / these two are not")
    private List<String> different = List.of();

    @Option(names = "--undo", paramLabel = "ID=ID", description = "撤销对这两个的判断 / forget what was said about these two")
    private List<String> undo = List.of();

    @Option(
            names = "--worth",
            paramLabel = "N",
            description = "--same：后者 1 个单位合前者多少 / units of the first that one unit of the second is")
    private @Nullable Double worth;

    @Option(names = "--by", paramLabel = "NAME", description = "判断人 / who says so; needed to decide")
    private @Nullable String by;

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        boolean decides = !same.isEmpty() || !different.isEmpty();
        if (decides && (by == null || by.isBlank())) {
            throw new CommandLine.ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(), "请用 --by 说明由谁判断 / Say with --by who decides");
        }
        try (Service service = Service.start()) {
            String whose =
                    company != null ? company : service.get(Companies.class).current();
            Alignments alignments = service.get(Alignments.class);
            String person = by == null ? "" : by;
            each(same, (kept, other) -> alignments.accept(whose, kept, other, worth, "", person));
            each(different, (one, other) -> alignments.refuse(whose, one, other, "", person));
            each(undo, (one, other) -> alignments.forget(whose, one, other));
            if (yes) {
                int taken = alignments.takeSure(whose).size();
                options.err().println(options.words().say("alignment.cli.taken", taken));
            }
            AlignmentState state = alignments.state(whose);
            if (options.json()) {
                options.out().println(AlignmentJson.of(state, options.words()));
            } else {
                print(state, options.out());
            }
            return ExitCode.DONE;
        }
    }

    private void each(List<String> pairs, BiConsumer<String, String> act) {
        for (String pair : pairs) {
            String[] ids = pair.split("=", -1);
            if (ids.length != 2) {
                throw new CommandLine.ParameterException(
                        java.util.Objects.requireNonNull(spec).commandLine(),
                        "“%s” 要写成 ID=ID / must be ID=ID, such as MAT-1=MAT-2".formatted(pair));
            }
            act.accept(ids[0].strip(), ids[1].strip());
        }
    }

    private void print(AlignmentState state, PrintWriter out) {
        Words words = options.words();
        out.println(words.say(
                "alignment.cli.counts",
                state.sure().size(),
                state.unsure().size(),
                state.links().size(),
                state.refused().size()));
        state.matches().stream().limit(SHOWN).forEach(match -> print(match, words, out));
        if (state.matches().size() > SHOWN) {
            out.println("… " + (state.matches().size() - SHOWN));
        }
        for (Judgement link : state.links()) {
            link.trouble()
                    .ifPresent(why -> out.println(
                            "  " + words.say("alignment.trouble." + why, named(link.kept()), named(link.other()))));
        }
        if (!state.unitCosts().isEmpty()) {
            out.println();
            out.println(words.say("alignment.units.title"));
            out.print(costs(state, words).print());
        }
    }

    static void print(Match match, Words words, PrintWriter out) {
        out.println("%s %s  %s = %s"
                .formatted(
                        match.sure() ? "✓" : "?",
                        "%.3f".formatted(match.score()),
                        named(match.kept()),
                        named(match.other())));
        out.println("    " + String.join(words.say("alignment.separator"), ReasonWords.of(match.reasons(), words)));
    }

    private TextTable costs(AlignmentState state, Words words) {
        var figures = new Figures(options.language());
        var table = new TextTable()
                .row(List.of(
                        words.say("alignment.units.thing"),
                        words.say("alignment.units.material"),
                        words.say("alignment.units.booked"),
                        words.say("alignment.units.recalculated"),
                        words.say("alignment.units.finding")));
        for (UnitCost cost : state.unitCosts().stream().limit(SHOWN).toList()) {
            table.row(List.of(
                    cost.thing().id(),
                    cost.material().name(),
                    figures.number(Math.round(cost.booked())),
                    figures.number(Math.round(cost.recalculated())),
                    cost.mistaken()
                            .map(unit -> words.say("alignment.units.mistaken", unit))
                            .orElse("")));
        }
        return table;
    }

    private static String named(Node node) {
        return node.id() + " " + node.name()
                + node.findText(Attributes.UNIT).map(unit -> " (" + unit + ")").orElse("");
    }
}
