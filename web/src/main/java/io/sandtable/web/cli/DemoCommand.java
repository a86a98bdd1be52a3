package io.sandtable.web.cli;

import io.sandtable.web.ask.Question;
import io.sandtable.web.company.Companies;
import io.sandtable.web.settings.SimulationSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the main job on the demo company, with the question its story is about. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "用示例公司走一遍 / the main job with the demo company")
final class DemoCommand implements Callable<Integer> {
    private static final List<String> SENTENCES = List.of("预计下季度新能源汽车电池壳订单增长40%", "下月需预留30%产能应对突击订单");

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
            var question = new Question(
                    Companies.DEMO,
                    SENTENCES,
                    null,
                    options.language(),
                    service.get(SimulationSettings.class).seed());
            return AskCommand.answer(service, question, "demo", out, options);
        }
    }
}
