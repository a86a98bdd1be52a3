package io.sandtable.web.cli;

import io.sandtable.audit.tlog.Origin;
import io.sandtable.audit.tlog.VerifierKey;
import io.sandtable.audit.tlog.WitnessSigner;
import io.sandtable.audit.witness.Witness;
import io.sandtable.audit.witness.WitnessKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit cosign}: the witness's side of the folder that a log and its witness share; runs on the witness's machine. */
@Command(
        name = "cosign",
        mixinStandardHelpOptions = true,
        description = "见证 / for a witness: sign what a log has laid into the shared folder")
final class CosignCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "共享文件夹 / shared with the log; without it only the key is shown")
    private @Nullable Path folder;

    @Option(
            names = "--memory",
            required = true,
            paramLabel = "DIR",
            description = "见证方的密钥与记忆 / the witness's own key and memory")
    private Path memory = Path.of("");

    @Option(
            names = "--name",
            defaultValue = "witness.local/w1",
            paramLabel = "NAME",
            description = "见证方名称 / public name for a new key")
    private String name = "witness.local/w1";

    @Option(names = "--log", paramLabel = "FILE", description = "日志公钥 / log.vkey of each log that is witnessed")
    private List<Path> logs = List.of();

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = options.out();
        WitnessSigner signer = WitnessKeys.loadOrCreate(memory, new Origin(name));
        out.println(options.words().say("cosign.key", signer.key().line()));
        if (folder == null) {
            return ExitCode.DONE;
        }
        List<VerifierKey> keys = new ArrayList<>();
        for (Path log : logs) {
            keys.add(VerifierKey.parse(Files.readString(log).strip()));
        }
        Optional<Witness.Answer> answer = new Witness(memory, signer, keys, Clock.systemUTC()).answer(folder);
        if (answer.isEmpty()) {
            out.println(options.words().say("cosign.nothing"));
            return ExitCode.DONE;
        }
        boolean signed = answer.get().status() == 200;
        String said = new String(answer.get().body(), StandardCharsets.UTF_8).strip();
        out.println(options.words()
                .say(
                        signed ? "cosign.done" : "cosign.refused",
                        said,
                        answer.get().status()));
        return signed ? ExitCode.DONE : ExitCode.NO;
    }
}
