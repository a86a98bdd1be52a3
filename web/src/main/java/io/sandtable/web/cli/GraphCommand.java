package io.sandtable.web.cli;

import io.sandtable.store.AsOf;
import io.sandtable.web.company.Companies;
import io.sandtable.web.graph.GraphJson;
import io.sandtable.web.graph.GraphState;
import io.sandtable.web.graph.GraphStates;
import io.sandtable.web.graph.ThingState;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graph [ID]}: what the graph says and said, with evidence and history. Changes nothing. */
@Command(
        name = "graph",
        mixinStandardHelpOptions = true,
        description = "图谱里有什么、依据是什么、以前是什么 / what the graph holds, where it is from, what it said before")
final class GraphCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "编号，如 MAT-1；不写则列出总数和修订 / one thing; without it counts and revisions")
    private @Nullable String id;

    @Option(names = "--revision", paramLabel = "N", description = "第 N 次修订之后的样子 / as it was after revision N")
    private @Nullable Long revision;

    @Option(names = "--known-on", paramLabel = "DATE", description = "那天结束时已知的 / what was known at the end of that day")
    private @Nullable LocalDate knownOn;

    @Option(names = "--valid-on", paramLabel = "DATE", description = "只看那天有效的 / only what holds on that day")
    private @Nullable LocalDate validOn;

    @Option(names = "--company", description = "企业短名 / short name; the current company by default")
    private @Nullable String company;

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        try (Service service = Service.start()) {
            GraphStates states = service.get(GraphStates.class);
            String whose = company == null ? service.get(Companies.class).current() : company;
            AsOf asOf = states.asOf(revision, knownOn, validOn);
            var printer = new GraphPrinter(options.words(), options.out());
            if (id == null) {
                GraphState state = states.state(whose, asOf);
                if (options.json()) {
                    options.out().println(GraphJson.of(state));
                } else {
                    printer.print(state);
                }
            } else {
                ThingState thing = states.thing(whose, id, asOf);
                if (options.json()) {
                    options.out().println(GraphJson.of(thing));
                } else {
                    printer.print(thing);
                }
            }
            return ExitCode.DONE;
        }
    }
}
