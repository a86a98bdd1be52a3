package io.sandtable.web.cli;

import io.sandtable.web.company.Companies;
import io.sandtable.web.operation.HomeBackup;
import io.sandtable.web.settings.Neo4jSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code backup FILE}: the whole home in one archive, while no service runs on it. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = "备份全部数据到一个文件 / copy all state into one file")
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "备份文件 / where to write it, best on another disk")
    private Path file = Path.of("backup.zip");

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        PrintWriter out = options.out();
        try (Service service = Service.start()) {
            Path home = service.get(Companies.class).home();
            HomeBackup.Written written;
            try (HomeLock lock = HomeLock.take(home)) {
                written = HomeBackup.write(home, file, service.get(Clock.class).instant());
            }
            if (options.json()) {
                out.println(JsonNodeFactory.instance
                        .objectNode()
                        .put("file", written.file().toString())
                        .put("files", written.files())
                        .put("bytes", written.bytes())
                        .put("archiveBytes", written.archiveBytes()));
            } else {
                out.println(options.words()
                        .say(
                                "backup.done",
                                written.file(),
                                written.files(),
                                megabytes(written.bytes()),
                                megabytes(written.archiveBytes())));
            }
            if (service.get(Neo4jSettings.class).external().isPresent()) {
                options.err().println(options.words().say("backup.external"));
            }
            return ExitCode.DONE;
        }
    }

    static String megabytes(long bytes) {
        return "%.1f".formatted(bytes / 1048576.0);
    }
}
