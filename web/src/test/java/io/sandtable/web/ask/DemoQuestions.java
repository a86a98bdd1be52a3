package io.sandtable.web.ask;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.demo.DemoCompany;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.calendar.HolidayCalendar;
import io.sandtable.rules.Kind;
import io.sandtable.rules.Names;
import io.sandtable.rules.Reader;
import io.sandtable.rules.Statement;
import io.sandtable.rules.Understanding;
import io.sandtable.simulation.evaluate.Evaluation;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.scenario.PlanningProblem;
import io.sandtable.simulation.scenario.Scenario;
import io.sandtable.simulation.strategy.StrategySearch;
import io.sandtable.web.settings.SimulationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The demo company's tables in a folder that a test may change, and questions about them without a graph server between. */
final class DemoQuestions {
    static final String GROWTH = "预计下季度新能源汽车电池壳订单增长40%";
    static final String RESERVE = "下月需预留30%产能应对突击订单";

    private static final long SEED = 7;

    private final Path folder;
    private final PlanSearch search = new PlanSearch(
            new SimulationSettings(2, 150, 150, Duration.ofMinutes(5), Scenario.DEFAULT_HORIZON_DAYS, SEED, 16, 100),
            Clock.systemUTC());

    private DemoQuestions(Path folder) {
        this.folder = folder;
    }

    static DemoQuestions in(Path folder) throws IOException {
        DemoCompany.write(folder);
        return new DemoQuestions(folder);
    }

    /** The table as lines, to be written back changed. */
    List<String> table(String file) throws IOException {
        return new ArrayList<>(Files.readAllLines(folder.resolve(file)));
    }

    void write(String file, List<String> lines) throws IOException {
        Files.write(folder.resolve(file), lines);
    }

    PlanningProblem problem(String... sentences) throws IOException {
        return scenario(sentences).compile();
    }

    /** What the sentence is read as. */
    List<Kind> kinds(String sentence) throws IOException {
        return reader(snapshot()).understand(sentence).statements().stream()
                .map(Statement::kind)
                .toList();
    }

    /** Plans made at once, in the order in which they would be shown. */
    List<Evaluation> constructed(PlanningProblem problem) {
        return new StrategySearch(Clock.systemUTC(), Evaluator::evaluate).constructed(problem);
    }

    private BusinessSnapshot snapshot() throws IOException {
        Dataset dataset = Datasets.read(folder, ReadOptions.none());
        if (!dataset.importable()) {
            throw new IllegalStateException("The changed tables have problems: " + dataset.problems());
        }
        return BusinessSnapshot.of(dataset.facts());
    }

    private static Reader reader(BusinessSnapshot snapshot) {
        return new Reader(Names.of(snapshot), DemoCompany.AS_OF, HolidayCalendar.china());
    }

    private Scenario scenario(String... sentences) throws IOException {
        BusinessSnapshot snapshot = snapshot();
        Reader reader = reader(snapshot);
        var statements = new ArrayList<List<Statement>>();
        for (String sentence : sentences) {
            Understanding understanding = reader.understand(sentence);
            if (!understanding.isAccepted()) {
                throw new IllegalStateException(sentence + " was not understood: " + understanding.questions());
            }
            statements.add(understanding.statements());
        }
        return Scenario.of(snapshot, DemoCompany.AS_OF, SEED)
                .confirming(Confirmation.of(
                        List.of(sentences), java.util.Collections.nCopies(sentences.length, ""), statements, "tester"));
    }

    /** The baseline and the plans for a question. */
    List<Alternative> plans(String... sentences) throws IOException {
        Scenario scenario = scenario(sentences);
        PlanningProblem problem = scenario.compile();
        return search.check(scenario.snapshot(), problem, search.plans(problem, search.settings(SEED)));
    }
}
