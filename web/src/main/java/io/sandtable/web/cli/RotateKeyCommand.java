package io.sandtable.web.cli;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.log.Receipt;
import io.sandtable.audit.tlog.KeyRotation;
import io.sandtable.web.ask.HomeLog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code audit rotate-key}: a new key for the log, signed over by the old one. */
@Command(
        name = "rotate-key",
        mixinStandardHelpOptions = true,
        description = "更换密钥 / give the log a new key, signed over by the present one")
final class RotateKeyCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "操作人 / who does it, for the record")
    private String by = "";

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        try (Service service = Service.start()) {
            Clock clock = service.get(Clock.class);
            String line = service.get(HomeLog.class).use(log -> {
                String before = new String(log.checkpoint().bytes(), StandardCharsets.UTF_8);
                Receipt told = log.rotateKey(rotation -> record(rotation, clock, before));
                return log.keys().at(told.checkpoint().size()).line();
            });
            options.out()
                    .println(
                            options.json()
                                    ? JSON.writeValueAsString(Map.of("key", line))
                                    : options.words().say("rotate.done", line));
            return ExitCode.DONE;
        }
    }

    private byte[] record(KeyRotation rotation, Clock clock, String before) {
        return CanonicalJson.of(Map.of(
                "schema",
                "sandtable-key/1",
                "at",
                clock.instant().toString(),
                "by",
                by,
                "byName",
                by,
                "from",
                rotation.from(),
                "old",
                rotation.old().line(),
                "new",
                rotation.next().line(),
                "checkpointBefore",
                before));
    }
}
