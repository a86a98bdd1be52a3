package io.sandtable.bench;

import io.sandtable.App;
import io.sandtable.web.Language;
import io.sandtable.web.Progress;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.Question;
import io.sandtable.web.ask.Understood;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.settings.SimulationSettings;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service over a home folder of its own, asked the demo's question. */
final class Trial implements AutoCloseable {
    private static final List<String> SENTENCES = List.of("预计下季度新能源汽车电池壳订单增长40%", "下月需预留30%产能应对突击订单");

    private final Path home;
    private final ConfigurableApplicationContext context;

    private Trial(Path home, ConfigurableApplicationContext context) {
        this.home = home;
        this.context = context;
    }

    static Trial over(Path home) {
        return new Trial(
                home,
                new SpringApplicationBuilder(App.class)
                        .web(WebApplicationType.NONE)
                        .run("--sandtable.home=" + home));
    }

    /** From the sentences to the report, as the command {@code demo} does it. */
    Answer ask() {
        AskQuestion ask = context.getBean(AskQuestion.class);
        long seed = context.getBean(SimulationSettings.class).seed();
        var question = new Question(Companies.DEMO, SENTENCES, null, Language.ZH, seed);
        Understood understood = ask.understand(question, Progress.SILENT);
        return ask.run(understood, "bench", home.resolve("out"), Progress.SILENT)
                .answer();
    }

    /** Starts the demo company's graph server and lets it end. */
    void openGraph() {
        context.getBean(LoadedCompanies.class).open(Companies.DEMO);
    }

    @Override
    public void close() {
        context.close();
    }
}
