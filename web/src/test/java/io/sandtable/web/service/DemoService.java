package io.sandtable.web.service;

import io.sandtable.web.Language;
import io.sandtable.web.cli.ReportFonts;
import io.sandtable.web.company.Companies;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.inquiry.Answers;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.Inquiry;
import io.sandtable.web.inquiry.RevisionNotes;
import io.sandtable.web.live.Live;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * One service with the demo company for all tests of this JVM that can share it: a graph server takes longest to start. Who comes here
 * changes no setting, expects no empty list, and leaves the demo company the current one. People are told apart by their names.
 */
public final class DemoService {
    private static final String AUTHOR = "li";
    private static final Map<String, Inquiry> ANSWERED = new HashMap<>();

    private static @Nullable RunningService running;

    private DemoService() {}

    /** Started by whoever needs it first; it ends with the JVM and takes its home with it. */
    public static synchronized RunningService running() {
        if (running == null) {
            running = RunningService.at(
                    newHome(),
                    "--sandtable.simulation.steps=80",
                    "--sandtable.simulation.driver-runs=64",
                    "--sandtable.simulation.risk-runs=120",
                    "--sandtable.store.start-timeout=10m",
                    "--sandtable.ingest.broker=embedded",
                    "--sandtable.ingest.port=0");
            running.get(LoadedCompanies.class).business(Companies.DEMO);
        }
        return running;
    }

    /** Where its broker takes messages. */
    public static int brokerPort() {
        Live live = running().get(Live.class);
        if (!Patience.until(Duration.ofMinutes(1), () -> live.find().isPresent())) {
            throw new IllegalStateException("The broker has not started: " + live.trouble());
        }
        return URI.create(live.find().orElseThrow().status().address().orElseThrow())
                .getPort();
    }

    /**
     * The question with its plans, run once per text, and again where the data changed since. It is for all to read: who decides on it
     * or changes it does so on {@link Asking#again one of her own}.
     */
    public static synchronized Inquiry answered(String question) {
        Inquiry known = ANSWERED.get(question);
        if (known == null || !running().get(RevisionNotes.class).since(known).isEmpty()) {
            known = run(question);
            ANSWERED.put(question, known);
        }
        return known;
    }

    /** Letter of a plan of that answer which breaks a must-rule. */
    public static String brokenPlan(String question) {
        return running().get(Answers.class).getAnswer(answered(question).id()).plans().stream()
                .filter(plan -> !plan.compliant())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No plan for “%s” breaks a rule.".formatted(question)))
                .letter();
    }

    private static Inquiry run(String question) {
        Asking asking = running().get(Asking.class);
        Inquiry asked = asking.ask(Companies.DEMO, question, Language.ZH, AUTHOR);
        asking.confirmAllAndRun(asked.id(), AUTHOR);
        Inquiry ended = Runs.ended(running(), asked.id());
        if (ended.state() != Inquiry.State.DONE) {
            throw new IllegalStateException("“%s” ended as %s; it should be DONE.".formatted(question, ended.state()));
        }
        return ended;
    }

    private static Path newHome() {
        try {
            Path home = Files.createTempDirectory("sandtable-demo");
            // such handlers run once Spring has closed the service
            SpringApplication.getShutdownHandlers().add(() -> delete(home));
            ReportFonts.lendTo(home);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
