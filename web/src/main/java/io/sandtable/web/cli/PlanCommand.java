package io.sandtable.web.cli;

import io.sandtable.datasets.ProblemWords;
import io.sandtable.datasets.Severity;
import io.sandtable.simulation.plan.PlannerSettings;
import io.sandtable.simulation.scenario.InterventionRefused;
import io.sandtable.web.Words;
import io.sandtable.web.planfile.CheckedPlan;
import io.sandtable.web.planfile.HandDecision;
import io.sandtable.web.planfile.ModelFile;
import io.sandtable.web.planfile.ModelRefused;
import io.sandtable.web.planfile.PinFile;
import io.sandtable.web.planfile.PlannedModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code plan MODEL}: plans a model that stands in a file, without a graph, and writes the plan as a file. */
@Command(name = "plan", mixinStandardHelpOptions = true, description = "为模型文件排产 / plan a model that stands in a file")
final class PlanCommand implements Callable<Integer> {
    /** Steps enough for any number of seconds. */
    private static final long UNTIL_TIME_IS_UP = Long.MAX_VALUE / 8;

    @Parameters(paramLabel = "MODEL", description = "模型文件或文件夹 / model: frePPLe XML or JSON, or a folder of tables")
    private Path model = Path.of(".");

    @Option(names = "--out", description = "方案写到哪里 / where to write the plan", defaultValue = "plan.json")
    private Path out = Path.of("plan.json");

    @Option(
            names = "--steps",
            description = "改进步数，可重复 / improving moves of each search; repeats exactly",
            defaultValue = "4000")
    private long steps;

    @Option(names = "--seconds", description = "改进秒数，代替步数 / improve for so long instead")
    private @Nullable Integer seconds;

    @Option(names = "--seed", description = "随机种子 / seed of the searches", defaultValue = "1")
    private long seed;

    @Option(
            names = "--priority-weights",
            split = ",",
            description = "优先级 1、2……的权重 / how often an order of priority 1, 2 … counts when it is late",
            defaultValue = "1")
    private List<Integer> priorityWeights = List.of(1);

    @Option(
            names = "--constraints",
            description =
                    "受哪些限制，相加 / what limits the plan, added up: 1 lead times, 2 material, 4 capacity, 8 release fences,"
                            + " 16 lead times of production, 32 of purchases",
            defaultValue = "63")
    private int constraints;

    @Option(names = "--threads", description = "并行搜索数 / searches side by side", defaultValue = "2")
    private int threads;

    @Option(
            names = "--pins",
            description = "手工决定文件 / decisions by hand: a JSON list of pin, place, in-house, avoid with their reasons")
    private @Nullable Path pins;

    @Option(names = "--from", description = "从这个方案接着排 / carry on the plan in this file")
    private @Nullable Path from;

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        PrintWriter output = options.out();
        PrintWriter err = options.err();
        Words words = options.words();
        try {
            ModelFile file = ModelFile.read(model).limitedBy(constraints);
            CheckedPlan earlier = from == null ? null : CheckedPlan.of(from, model);
            if (pins != null) {
                file = file.decidingByHand(PinFile.read(pins, file));
            } else if (earlier != null) {
                file = file.decidingByHand(earlier.model().interventions());
            }
            PlannedModel planned = planned(file, earlier);
            write(planned);
            planned.model().decided().forEach(decision -> sayRefused(decision, words, err));
            ObjectNode summary = planned.summary();
            output.println(options.json() ? summary : sentence(words, summary));
            return planned.physicalViolations() == 0 ? ExitCode.DONE : ExitCode.BROKEN;
        } catch (ModelRefused refused) {
            var said = new ProblemWords(options.language().locale());
            var errors = refused.dataset().problems(Severity.ERROR);
            err.println(words.say("import.problems", errors.size()));
            errors.forEach(problem -> err.println("  " + said.of(problem)));
            return ExitCode.NO;
        }
    }

    private PlannedModel planned(ModelFile file, @Nullable CheckedPlan earlier) {
        return earlier == null
                ? PlannedModel.of(file, priorityWeights, settings(), Clock.systemUTC(), progress -> {})
                : PlannedModel.carryingOn(
                        file, earlier.plan(), priorityWeights, settings(), Clock.systemUTC(), progress -> {});
    }

    private static void sayRefused(HandDecision decision, Words words, PrintWriter err) {
        InterventionRefused refused = decision.refused();
        if (refused != null) {
            err.println(
                    words.say("refused." + refused.code(), refused.arguments().toArray()));
        }
    }

    private PlannerSettings settings() {
        return seconds == null
                ? new PlannerSettings(seed, steps, Integer.MAX_VALUE, threads, Duration.ofHours(1))
                : new PlannerSettings(seed, UNTIL_TIME_IS_UP, Integer.MAX_VALUE, threads, Duration.ofSeconds(seconds));
    }

    /** Beside the file first: what stood there is lost only when there is something new. */
    private void write(PlannedModel planned) {
        try {
            Path draft = out.resolveSibling("." + out.getFileName() + ".draft");
            try {
                try (Writer file = Files.newBufferedWriter(draft)) {
                    planned.write(file);
                }
                Files.move(draft, out, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The plan could not be written to %s (%s); give another file with --out."
                            .formatted(out, e.getMessage()),
                    e);
        }
    }

    private String sentence(Words words, JsonNode summary) {
        return words.say(
                "plan.done",
                summary.get("orders").asInt(),
                summary.get("late").asInt(),
                summary.get("short").asInt() + summary.get("unplanned").asInt(),
                summary.get("tardinessDays").asDouble(),
                summary.get("firstPlanMillis").asLong(),
                summary.get("solveMillis").asLong(),
                summary.get("physicalViolations").asLong(),
                out);
    }
}
