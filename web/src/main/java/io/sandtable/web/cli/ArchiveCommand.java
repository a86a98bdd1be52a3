package io.sandtable.web.cli;

import io.sandtable.audit.archive.Archive;
import io.sandtable.audit.archive.Retention;
import io.sandtable.web.ask.HomeLog;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code audit archive}: what the archive holds, and what of it may go. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description =
                "归档 / what the archive holds; with --sweep delete what no record names and is older than ten years")
final class ArchiveCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--sweep", description = "清理 / delete what may go")
    private boolean sweep;

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        try (Service service = Service.start()) {
            Retention retention = new Retention(service.get(Archive.class), Retention.LEAST);
            Instant now = service.get(Clock.class).instant();
            HomeLog home = service.get(HomeLog.class);
            List<byte[]> records = home.exists() ? records(home) : List.of();
            Retention.Inventory found = sweep ? retention.sweep(records, now) : retention.look(records, now);
            int garbage = found.garbage().size();
            options.out()
                    .println(
                            options.json()
                                    ? JSON.writeValueAsString(Map.of(
                                            "named",
                                            found.named(),
                                            "others",
                                            found.others(),
                                            "garbage",
                                            garbage,
                                            "swept",
                                            sweep))
                                    : options.words()
                                            .say(
                                                    sweep ? "archive.swept" : "archive.found",
                                                    found.named(),
                                                    found.others(),
                                                    garbage));
            return ExitCode.DONE;
        }
    }

    private static List<byte[]> records(HomeLog home) {
        return home.use(log -> {
            List<byte[]> all = new ArrayList<>();
            for (List<byte[]> some = log.recordsFrom(0); !some.isEmpty(); some = log.recordsFrom(all.size())) {
                all.addAll(some);
            }
            return all;
        });
    }
}
