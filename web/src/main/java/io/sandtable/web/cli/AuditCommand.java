package io.sandtable.web.cli;

import io.sandtable.audit.log.DecisionLog;
import io.sandtable.audit.tlog.VerifierKey;
import io.sandtable.audit.verify.Kept;
import io.sandtable.audit.verify.Trust;
import io.sandtable.audit.verify.Verification;
import io.sandtable.audit.verify.Verifier;
import io.sandtable.web.Words;
import io.sandtable.web.company.Companies;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code audit verify}: whether a log or a bundle is what was written, offline and without trusting the service. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "校验记录 / check the decision trail",
        subcommands = {
            AuditCommand.Verify.class,
            ReplayCommand.class,
            CheckpointCommand.class,
            RotateKeyCommand.class,
            CosignCommand.class,
            ArchiveCommand.class,
            ProvenanceCommand.class
        })
final class AuditCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        java.util.Objects.requireNonNull(spec)
                .commandLine()
                .usage(spec.commandLine().getErr());
        return ExitCode.WRONG_USE;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "校验日志或证明 / verify a log, a bundle or an output folder")
    static final class Verify implements Callable<Integer> {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        @Parameters(arity = "0..1", paramLabel = "PATH", description = "默认为本机日志 / this home's log by default")
        private @Nullable Path path;

        @Option(names = "--key", paramLabel = "FILE", description = "只信任此公钥 / believe this public key alone")
        private @Nullable Path key;

        @Option(
                names = "--checkpoint",
                paramLabel = "FILE",
                description =
                        "以前保存的检查点、证明或报告 / a checkpoint, proof, bundle or report that was kept earlier; may be repeated")
        private List<Path> kept = List.of();

        @Mixin
        private LanguageOption options = new LanguageOption();

        @Override
        public Integer call() throws IOException {
            PrintWriter out = options.out();
            Verification verification = Verifier.verify(path != null ? path : ownLog(), trust());
            if (options.json()) {
                out.println(JSON.writeValueAsString(verification));
            } else {
                out.println(sentence(verification, options.words()));
                if (verification.ok() && !kept.isEmpty()) {
                    out.println(options.words().say("verify.earlier", kept.size()));
                }
            }
            return verification.ok() ? ExitCode.DONE : ExitCode.NO;
        }

        private Trust trust() throws IOException {
            List<Kept> earlier = new ArrayList<>();
            for (Path one : kept) {
                earlier.add(Kept.read(one));
            }
            Optional<VerifierKey> trusted = key == null
                    ? Optional.empty()
                    : Optional.of(VerifierKey.parse(Files.readString(key).strip()));
            return new Trust(trusted, earlier);
        }

        private static Path ownLog() {
            try (Service service = Service.start()) {
                return service.get(Companies.class).home().resolve(DecisionLog.FOLDER);
            }
        }

        private static String sentence(Verification v, Words words) {
            return v.ok()
                    ? words.say("verify.ok", v.size(), String.valueOf(v.signedBy()))
                    : words.say("verify.bad", String.valueOf(v.firstBad()), String.valueOf(v.reason()));
        }
    }
}
