package io.sandtable.web.cli;

import io.sandtable.web.ask.HomeLog;
import io.sandtable.web.witness.Departures;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code audit checkpoint}: the newest signed statement of the log, to be taken out of the house. */
@Command(
        name = "checkpoint",
        mixinStandardHelpOptions = true,
        description = "检查点 / print the log's checkpoint, write it out, or send it to the witness")
final class CheckpointCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--out", paramLabel = "DIR", description = "写入文件夹 / write it with the public key into a folder")
    private @Nullable Path out;

    @Option(names = "--send", description = "送出 / send it in every way that is set up")
    private boolean send;

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        PrintWriter print = options.out();
        try (Service service = Service.start()) {
            HomeLog log = service.get(HomeLog.class);
            Departures departures = service.get(Departures.class);
            String checkpoint = new String(log.use(open -> open.checkpoint().bytes()), StandardCharsets.UTF_8);
            Path file = out == null ? null : departures.export(out);
            List<String> problems = send ? departures.send() : List.of();
            boolean due = departures.due();
            if (options.json()) {
                ObjectNode json = JSON.createObjectNode();
                json.put("checkpoint", checkpoint).put("file", file == null ? null : file.toString());
                json.put("exportDue", due);
                var listed = json.putArray("problems");
                problems.forEach(listed::add);
                print.println(JSON.writeValueAsString(json));
            } else {
                print.print(checkpoint);
                if (file != null) {
                    print.println(options.words().say("checkpoint.written", file));
                }
                problems.forEach(print::println);
                if (due) {
                    print.println(options.words().say("checkpoint.due"));
                }
                print.flush();
            }
            return problems.isEmpty() ? ExitCode.DONE : ExitCode.NO;
        }
    }
}
