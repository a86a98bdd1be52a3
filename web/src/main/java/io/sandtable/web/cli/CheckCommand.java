package io.sandtable.web.cli;

import io.sandtable.web.Words;
import io.sandtable.web.planfile.CheckedPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code check PLAN}: holds a plan against its model, trusting nobody who made it. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "独立核对方案 / check a plan against its model")
final class CheckCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 20;

    @Parameters(paramLabel = "PLAN", description = "plan 写出的文件 / a file that 'plan' wrote")
    private Path plan = Path.of("plan.json");

    @Option(names = "--model", description = "另一模型文件 / the model, where it is not the one that the plan names")
    private @Nullable Path model;

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        PrintWriter out = options.out();
        CheckedPlan checked = CheckedPlan.of(plan, model);
        JsonNode json = checked.json();
        if (options.json()) {
            out.println(json);
        } else {
            print(json.get("violations"), out);
        }
        return checked.isOk() ? ExitCode.DONE : ExitCode.NO;
    }

    private void print(JsonNode violations, PrintWriter out) {
        Words words = options.words();
        if (violations.isEmpty()) {
            out.println(words.say("check.ok"));
            return;
        }
        out.println(words.say("check.found", violations.size()));
        violations
                .valueStream()
                .limit(MOST_SHOWN)
                .forEach(v -> out.println("  "
                        + words.say(
                                "check.finding",
                                v.get("when").asString(),
                                v.get("kind").asString(),
                                v.get("on").asString(),
                                v.get("amount").asDouble())));
    }
}
