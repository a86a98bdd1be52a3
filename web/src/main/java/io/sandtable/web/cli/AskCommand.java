package io.sandtable.web.cli;

import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.Question;
import io.sandtable.web.ask.Understood;
import io.sandtable.web.company.Companies;
import io.sandtable.web.query.QueryJson;
import io.sandtable.web.query.QueryReply;
import io.sandtable.web.query.Questions;
import io.sandtable.web.settings.SimulationSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code ask "…" ["…"]}: what was understood; answers to questions about the data; and, once somebody confirms what is supposed, the plans. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "问一个假设，或问数据 / ask a what-if about the current company, or about its data")
final class AskCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Parameters(arity = "1..*", paramLabel = "SENTENCE", description = "一句或几句话 / one sentence or several")
    private List<String> sentences = List.of();

    @Option(names = "--as-of", description = "推演起点 / the day to plan from, 2026-11-21")
    private @Nullable LocalDate asOf;

    @Option(names = "--confirm-as", description = "谁确认了理解 / who confirms the reading; without it nothing is run")
    private @Nullable String confirmAs;

    @Option(names = "--company", description = "企业 / company; the one imported last by default")
    private @Nullable String company;

    @Option(names = "--seed", description = "随机种子 / seed of the search")
    private @Nullable Long seed;

    @Option(
            names = "--out",
            defaultValue = "out",
            description = "答案、报告和证明放在这里 / folder for answer.json, report.pdf, bundle/")
    private Path out = Path.of("out");

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        try (Service service = Service.start()) {
            String name = company == null ? service.get(Companies.class).current() : company;
            long chosenSeed =
                    seed == null ? service.get(SimulationSettings.class).seed() : seed;
            var question = new Question(name, sentences, asOf, options.language(), chosenSeed);
            return answer(service, question, confirmAs, out, options);
        }
    }

    /** The main job; {@code demo} runs it with a question of its own. */
    static int answer(
            Service service, Question question, @Nullable String confirmAs, Path folder, LanguageOption options) {
        PrintWriter out = options.out();
        PrintWriter err = options.err();
        AskQuestion ask = service.get(AskQuestion.class);
        PrintWriter words = options.json() ? err : out;
        Understood understood = ask.understand(question, options.progress(err));
        new AnswerPrinter(options.language(), words).understood(understood);
        List<QueryReply> replies = Questions.of(understood).stream()
                .map(asked -> QueryReply.of(asked, options.language()))
                .toList();
        new QueryPrinter(options.language(), words).print(replies);
        Optional<Understood> supposed = understood.only(u -> !Questions.isQuestion(u));
        if (supposed.isPresent()) {
            return new Supposed(ask, supposed.get(), replies, options).answer(confirmAs, folder);
        }
        if (options.json()) {
            out.println(JSON.writeValueAsString(QueryJson.of(replies)));
        }
        return replies.stream().allMatch(r -> r.outcome() == QueryReply.Outcome.ANSWERED) ? ExitCode.DONE : ExitCode.NO;
    }

    /** What is no question about the data. */
    private record Supposed(AskQuestion ask, Understood understood, List<QueryReply> beside, LanguageOption options) {
        int answer(@Nullable String confirmAs, Path folder) {
            PrintWriter err = options.err();
            var printer = new AnswerPrinter(options.language(), options.json() ? err : options.out());
            if (!understood.isAccepted()) {
                printer.refused();
                print(AskQuestion.json(understood));
                return ExitCode.NO;
            }
            if (confirmAs == null || confirmAs.isBlank()) {
                printer.notConfirmed();
                print(AskQuestion.json(understood));
                return ExitCode.NO;
            }
            AskQuestion.Outcome outcome;
            try {
                outcome = ask.run(understood, confirmAs, folder, options.progress(err));
            } catch (ConditionRefused refused) {
                print(AskQuestion.json(understood, refused));
                throw refused; // Endings words it for the person
            }
            printer.answer(outcome, folder);
            print(outcome.json());
            return outcome.answer().plans().stream().anyMatch(p -> p.feasible()) ? ExitCode.DONE : ExitCode.NO;
        }

        /** One document, with the answers to the questions beside it. */
        private void print(String json) {
            if (!options.json()) {
                return;
            }
            if (beside.isEmpty()) {
                options.out().println(json);
                return;
            }
            ObjectNode whole = (ObjectNode) JSON.readTree(json);
            whole.set("answers", JSON.valueToTree(QueryJson.of(beside)));
            options.out().println(JSON.writeValueAsString(whole));
        }
    }
}
