package io.sandtable.web.cli;

import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.Understood;
import io.sandtable.web.company.Companies;
import io.sandtable.web.ripple.AskRipple;
import io.sandtable.web.ripple.PricedResponse;
import io.sandtable.web.ripple.RippleAnswer;
import io.sandtable.web.ripple.RippleJson;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ripple "…"}: what hangs on a change, when it hits, and what could be done about it. Nothing is stored. */
@Command(
        name = "ripple",
        mixinStandardHelpOptions = true,
        description = "一个变化会影响到什么 / what hangs on a change, and what could be done")
final class RippleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SENTENCE", description = "什么变了 / what changes, such as 进口轴承采购周期延长到120天")
    private String sentence = "";

    @Option(names = "--as-of", description = "推演起点 / the day to plan from, 2026-11-21")
    private @Nullable LocalDate asOf;

    @Option(names = "--company", description = "企业 / company; the one imported last by default")
    private @Nullable String company;

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        try (Service service = Service.start()) {
            return answer(service);
        }
    }

    private int answer(Service service) {
        AskRipple ripple = service.get(AskRipple.class);
        String name = company == null ? service.get(Companies.class).current() : company;
        var out = options.json() ? options.err() : options.out();
        var said = new AnswerPrinter(options.language(), out);
        Understood understood =
                ripple.understand(name, sentence, asOf, options.language(), options.progress(options.err()));
        said.understood(understood);
        if (!understood.isAccepted()) {
            said.refused();
            if (options.json()) {
                options.out().println(AskQuestion.json(understood));
            }
            return ExitCode.NO;
        }
        RippleAnswer answer;
        try {
            answer = ripple.follow(understood, options.progress(options.err()));
        } catch (ConditionRefused refused) {
            if (options.json()) {
                options.out().println(AskQuestion.json(understood, refused));
            }
            throw refused; // Endings words it for the person
        }
        List<PricedResponse> responses = ripple.price(answer, options.progress(options.err()));
        new RipplePrinter(options.language(), out).print(answer, responses);
        if (options.json()) {
            options.out().println(RippleJson.of(answer, responses, options.language()));
        }
        return ExitCode.DONE;
    }
}
