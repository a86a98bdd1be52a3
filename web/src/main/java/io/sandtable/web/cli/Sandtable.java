package io.sandtable.web.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line's beginning: finds the command, turns every ending into an exit code and one clear line. */
@Command(
        name = "sandtable",
        mixinStandardHelpOptions = true,
        versionProvider = Sandtable.Version.class,
        description = "沙盘：从一句话到可审计的方案 / from a sentence to an audited plan",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            AskCommand.class,
            UnderstandCommand.class,
            RippleCommand.class,
            TraceCommand.class,
            BacktestCommand.class,
            ImportCommand.class,
            AlignCommand.class,
            GraphCommand.class,
            PlanCommand.class,
            CheckCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            AuditCommand.class
        })
public final class Sandtable implements Runnable {
    @Spec
    private @org.jspecify.annotations.Nullable CommandSpec spec;

    private Sandtable() {}

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs one command; answers go to {@code out} and nothing else does. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        // nothing is logged before the service says where: commands that do without it keep standard output to
        // themselves
        LoggingSystem.get(Sandtable.class.getClassLoader()).beforeInitialize();
        return new CommandLine(new Sandtable())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Endings())
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(),
                "请给出一个命令，例如 demo / Name a command, for example demo");
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"sandtable " + io.sandtable.web.EngineVersion.current()};
        }
    }
}
