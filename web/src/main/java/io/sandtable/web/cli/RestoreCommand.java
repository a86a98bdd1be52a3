package io.sandtable.web.cli;

import io.sandtable.web.company.Companies;
import io.sandtable.web.operation.HomeRestore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code restore FILE}: a backup becomes the home, whole or not at all. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = "从备份恢复全部数据 / put a backup back")
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "备份文件 / the backup")
    private Path file = Path.of("backup.zip");

    @Option(names = "--replace", description = "替换已有的数据，旧的留在旁边 / replace what is there; it is kept beside")
    private boolean replace;

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        PrintWriter out = options.out();
        try (Service service = Service.start()) {
            Path home = service.get(Companies.class).home();
            HomeRestore.Restored restored;
            try (HomeLock lock = HomeLock.take(home)) {
                restored = HomeRestore.restore(
                        file, home, replace, service.get(Clock.class).instant());
            }
            String replaced = restored.replaced().map(Path::toString).orElse("");
            if (options.json()) {
                out.println(JsonNodeFactory.instance
                        .objectNode()
                        .put("home", home.toString())
                        .put("files", restored.files())
                        .put("bytes", restored.bytes())
                        .put("createdAt", restored.createdAt().toString())
                        .put("writtenBy", restored.writtenBy())
                        .put("replaced", replaced));
            } else {
                out.println(options.words()
                        .say(
                                "restore.done",
                                home,
                                restored.files(),
                                BackupCommand.megabytes(restored.bytes()),
                                restored.writtenBy()));
                if (!replaced.isEmpty()) {
                    out.println(options.words().say("restore.replaced", replaced));
                }
            }
            return ExitCode.DONE;
        }
    }
}
