package io.sandtable.web.ask;

import io.sandtable.audit.report.FontLocator;
import io.sandtable.audit.report.PdfReport;
import io.sandtable.audit.verify.Bundle;
import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.Names;
import io.sandtable.rules.Reader;
import io.sandtable.rules.Understanding;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.scenario.ConditionRefused;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.strategy.SearchListener;
import io.sandtable.simulation.strategy.Strategies;
import io.sandtable.web.Progress;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import io.sandtable.web.settings.HomeSettings;
import io.sandtable.web.settings.SimulationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The main job, step by step as everybody should be able to tell it: understand → (a person confirms) → scenario → plans → check →
 * drivers → record → report.
 */
@Component
public class AskQuestion {
    /** Fewer than this many plans is said to be few. */
    public static final int ENOUGH_PLANS = 3;

    /** The stages that a person waits for between confirming and seeing plans. */
    public static final Set<String> FROM_QUESTION_TO_PLANS =
            Set.of("snapshot", "understand", "compile", "plans", "check");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LoadedCompanies companies;
    private final PlanSearch search;
    private final DecisionTrail trail;
    private final Readers readers;
    private final SimulationSettings simulation;
    private final Path home;
    private final Clock clock;

    AskQuestion(
            LoadedCompanies companies,
            PlanSearch search,
            DecisionTrail trail,
            Readers readers,
            SimulationSettings simulation,
            HomeSettings home,
            Clock clock) {
        this.companies = companies;
        this.search = search;
        this.trail = trail;
        this.readers = readers;
        this.simulation = simulation;
        this.home = home.home();
        this.clock = clock;
    }

    /** What a run leaves: the answer, its record, and the contract's JSON. */
    public record Outcome(Answer answer, Decision decision, String json) {}

    /** Reads the company's data and the sentences; nothing is run and nothing is stored. */
    public Understood understand(Question question, Progress progress) {
        var watch = new Stopwatch(clock, progress, List.of());
        watch.time("start", () -> {
            companies.open(question.company());
            return true;
        });
        watch.time("load", () -> companies.card(question.company()));
        Business business = watch.time("snapshot", () -> companies.business(question.company()));
        LocalDate asOf =
                question.asOf() != null ? question.asOf() : business.card().asOf();
        List<Understanding> understandings = watch.time("understand", () -> {
            Reader reader = readers.of(business, asOf);
            return question.sentences().stream().map(reader::understand).toList();
        });
        return new Understood(question, business, asOf, understandings, watch.stages());
    }

    /** Who understands sentences about that business, by the grammar alone. */
    public static Reader reader(Business business, LocalDate asOf) {
        return reader(business, asOf, Optional.empty());
    }

    /** The same while the person looks at a node, which "this supplier" then means. */
    public static Reader reader(Business business, LocalDate asOf, Optional<String> context) {
        return new Reader(Names.of(business.snapshot()), asOf, HolidayCalendar.of(business.snapshot()), context);
    }

    /** Plans, checks and explains what a person has confirmed; nothing is recorded. */
    public Answer plan(
            Understood understood,
            String confirmedBy,
            Progress progress,
            SearchListener listener,
            BooleanSupplier enough) {
        if (!understood.isAccepted()) {
            throw new IllegalArgumentException("The question has open points; answer them before it is run.");
        }
        var watch = new Stopwatch(clock, progress, understood.stages());
        PlannerSettings planner = search.settings(understood.question().seed());
        Scenario scenario = scenario(understood, confirmedBy);
        PlanningProblem problem = watch.time("compile", scenario::compile);
        Strategies found = watch.time("plans", () -> search.plans(problem, planner, listener, enough));
        List<Alternative> checked = watch.time("check", () -> search.check(understood.snapshot(), problem, found));
        Alternative recommended = Answer.recommended(problem, checked.subList(1, checked.size()));
        var tornado = watch.time("sensitivity", () -> search.tornado(scenario, problem, recommended));
        return new Answer(
                understood.question(),
                understood.company(),
                understood.asOf(),
                confirmedBy,
                understood.snapshot(),
                understood.understandings(),
                problem,
                checked.getFirst(),
                checked.subList(1, checked.size()),
                tornado,
                planner,
                watch.stages());
    }

    /** The same, recorded as proposed; writes answer.json, report.pdf and bundle/ into the folder. */
    public Outcome run(Understood understood, String confirmedBy, Path folder, Progress progress) {
        Answer answer = plan(understood, confirmedBy, progress, SearchListener.SILENT, () -> false);
        var watch = new Stopwatch(clock, progress, answer.stages());
        // what a report needs is looked for before anything is recorded
        var report = new PdfReport(FontLocator.in(home.resolve("fonts")).locate());
        Decision decision = watch.time("record", () -> trail.propose(answer, folder.resolve(Bundle.FOLDER)));
        Path file = watch.time("report", () -> writeReport(report, answer, decision, folder));
        Answer timed = answer.withStages(watch.stages());
        String json = JSON.writeValueAsString(
                AnswerJson.of(timed, decision, file.getFileName().toString()));
        write(folder.resolve("answer.json"), json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Outcome(timed, decision, json);
    }

    /** The contract's JSON of a question that was not run. */
    public static String json(Understood understood) {
        return JSON.writeValueAsString(tree(understood));
    }

    /** The same, with the condition that no plan could obey. */
    public static String json(Understood understood, ConditionRefused refused) {
        ObjectNode json = tree(understood);
        ObjectNode why = json.putObject("refused").put("code", refused.code().name());
        ArrayNode arguments = why.putArray("arguments");
        refused.arguments().forEach(arguments::add);
        return JSON.writeValueAsString(json);
    }

    /** The same, to be put into other JSON. */
    public static ObjectNode tree(Understood understood) {
        ObjectNode json = JSON.createObjectNode();
        json.put("question", understood.question().text());
        json.put("asOf", understood.asOf().toString());
        ArrayNode understandings = json.putArray("understandings");
        understood.understandings().forEach(u -> understandings.add(io.sandtable.rules.UnderstandingJson.tree(u)));
        return json;
    }

    /** The business under what the sentences say, were somebody to confirm it. */
    public Scenario scenario(Understood understood, String confirmedBy) {
        return new Scenario(
                        understood.snapshot(),
                        understood.asOf(),
                        simulation.horizonDays(),
                        understood.question().seed())
                .confirming(Confirmation.of(understood, confirmedBy))
                .decidingByHand(understood.question().interventions());
    }

    private Path writeReport(PdfReport report, Answer answer, Decision decision, Path folder) {
        var document = new AnswerReport(answer, Standing.recommended(answer, decision)).document();
        return write(folder.resolve("report.pdf"), trail.print(report, document, decision));
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be written (%s); free disk space or choose another --out."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
