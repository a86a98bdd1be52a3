package io.sandtable.web.cli;

import io.sandtable.web.ask.ReplayDecision;
import io.sandtable.web.ask.ReplayDecision.Replay;
import io.sandtable.web.drivers.ReplaySweep;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code audit replay NUMBER}: the recorded question or sweep once more, from the archive, compared hash by hash. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "重放决策或推演 / run a recorded decision or sweep again and compare")
final class ReplayCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Parameters(
            paramLabel = "NUMBER",
            description = "审计编号 / audit number, such as A-2026-1121-001, or a sweep’s, such as SWP-0123456789ab")
    private String number = "";

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        PrintWriter out = options.out();
        try (Service service = Service.start()) {
            Replay replay = ReplaySweep.isSweep(number)
                    ? service.get(ReplaySweep.class).replay(number)
                    : service.get(ReplayDecision.class).replay(number);
            out.println(options.json() ? JSON.writeValueAsString(json(replay)) : sentence(replay));
            return replay.ok() ? ExitCode.DONE : ExitCode.NO;
        }
    }

    private String sentence(Replay replay) {
        if (replay.ok()) {
            return ReplaySweep.isSweep(number)
                    ? options.words().say("replay.sweep.ok")
                    : options.words().say("replay.ok", replay.plans().size());
        }
        String different = replay.plans().stream()
                .filter(p -> !p.recorded().equals(p.replayed()))
                .map(p -> p.id() + " → "
                        + (p.replayed().isEmpty() ? "--" : p.replayed().substring(0, 16)))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return options.words()
                .say("replay.bad", different + " (" + replay.recordedVersion() + " → " + replay.versionNow() + ")");
    }

    private static ObjectNode json(Replay replay) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ok", replay.ok());
        ArrayNode plans = json.putArray("plans");
        replay.plans()
                .forEach(p -> plans.addObject()
                        .put("id", p.id())
                        .put("recorded", p.recorded())
                        .put("replayed", p.replayed()));
        json.putObject("version").put("recorded", replay.recordedVersion()).put("now", replay.versionNow());
        return json;
    }
}
