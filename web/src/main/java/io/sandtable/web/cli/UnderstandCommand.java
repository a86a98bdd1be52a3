package io.sandtable.web.cli;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.Names;
import io.sandtable.rules.Reader;
import io.sandtable.rules.UnderstandingJson;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.language.LanguageModel;
import io.sandtable.web.settings.LanguageModelSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understand}: one sentence a line in, one Understanding a line out; with an entities file no database is touched. */
@Command(
        name = "understand",
        mixinStandardHelpOptions = true,
        description = "只理解，不推演 / read sentences from standard input, one a line")
final class UnderstandCommand implements Callable<Integer> {
    @Option(names = "--entities", description = "名称文件 / names as JSON; from the current company's graph by default")
    private @Nullable Path entities;

    @Option(names = "--as-of", description = "相对日期的起点 / the day that relative dates count from")
    private @Nullable LocalDate asOf;

    @Option(names = "--context", description = "「该供应商」指谁 / id that 'this supplier' stands for")
    private @Nullable String context;

    @Option(
            names = "--language-model",
            description = "语法读不出时问已设置的语言模型 / ask the language model of the settings where the grammar finds no reading")
    private boolean languageModel;

    @Option(names = "--json", description = "输出总是 JSON / output is JSON with or without it")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Reader reader = entities == null ? ofCompany() : reader(named(entities), HolidayCalendar.china());
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(UnderstandingJson.write(reader.understand(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Standard input could not be read (%s); pipe sentences in, one a line.".formatted(e.getMessage()),
                    e);
        }
        return ExitCode.DONE;
    }

    private Reader reader(Names names, HolidayCalendar holidays) {
        LocalDate day = asOf != null ? asOf : LocalDate.now(Clock.systemDefaultZone());
        Optional<String> node = Optional.ofNullable(context);
        return languageModel
                ? Reader.asking(languageModel(), names, day, holidays, node)
                : new Reader(names, day, holidays, node);
    }

    private Reader ofCompany() {
        try (Service service = Service.start()) {
            String company = service.get(Companies.class).current();
            BusinessSnapshot snapshot =
                    service.get(LoadedCompanies.class).business(company).snapshot();
            return reader(Names.of(snapshot), HolidayCalendar.of(snapshot));
        }
    }

    /** That of the settings, without the service around it. */
    private static LanguageModel languageModel() {
        try (var settings = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .run()) {
            var model = new LanguageModel(settings.getBean(LanguageModelSettings.class), Clock.systemUTC());
            if (!model.isOn()) {
                throw new IllegalArgumentException(
                        "--language-model was given, but none is set up; set sandtable.language-model.url and .model, or leave the option out.");
            }
            return model;
        }
    }

    /** All that is bound for one command. */
    @EnableConfigurationProperties(LanguageModelSettings.class)
    static final class Settings {}

    private static Names named(Path entities) {
        try {
            return Names.parse(Files.readString(entities));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s could not be read (%s); give a JSON file of names, see docs/reference/command-line.md."
                            .formatted(entities, e.getMessage()),
                    e);
        }
    }
}
