package io.sandtable.bench;

import io.sandtable.bench.alignment.AlignmentBenchmark;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench [NAME]}: measures, and says whether the goal was met. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "测量速度与可重复性 / measure speed and repeatability")
public final class Bench implements Callable<Integer> {
    private static final int MISSED = 1;
    private static final int WRONG_USE = 2;
    private static final int BROKEN = 3;

    /** What can be measured, by the name that is typed. */
    enum Choice {
        QUESTION(asked -> new QuestionBenchmark()),
        STARTUP(asked -> new StartupBenchmark()),
        REPEAT(asked -> new RepeatBenchmark()),
        PLAN(asked -> new PlanBenchmark()),
        EVALUATION(asked -> new EvaluationBenchmark()),
        SENSITIVITY(asked -> new SensitivityBenchmark()),
        RISK(asked -> new RiskBenchmark()),
        BRANCHES(asked -> new BranchBenchmark()),
        RELIEF(asked -> new ReliefBenchmark()),
        JOBSHOP(asked -> new JobShopBenchmark()),
        PAGES(asked -> new PagesBenchmark()),
        ALIGNMENT(asked -> new AlignmentBenchmark()),
        RIPPLE(asked -> new RippleBenchmark()),
        UNDERSTAND(asked -> new UnderstandBenchmark()),
        GRAPH(asked -> new GraphBenchmark(asked.huge())),
        IMPORT(asked -> new ImportBenchmark()),
        AUDIT(asked -> new AuditBenchmark()),
        INGEST(asked -> new IngestBenchmark(asked.server()));

        private final Function<Asked, Benchmark> benchmark;

        Choice(Function<Asked, Benchmark> benchmark) {
            this.benchmark = benchmark;
        }

        Result measure(String commit, Asked asked, int runs, PrintWriter err) {
            return new Result(
                    toString(),
                    commit,
                    Machine.describe(),
                    benchmark.apply(asked).run(runs, err));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the options say. */
    record Asked(Optional<String> server, boolean huge) {}

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description =
                    "question, startup, repeat, plan, evaluation, sensitivity, risk, branches, relief, jobshop, pages, alignment, ripple, understand, graph, import, audit, ingest; without a name all of them")
    private @Nullable Choice name;

    @Option(names = "--json", description = "one JSON document on standard output; needs a NAME")
    private boolean json;

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "measured runs after a warm-up (default: ${DEFAULT-VALUE})")
    private int runs = 5;

    @Option(
            names = "--server",
            paramLabel = "COMMAND",
            description = "ingest: what to start instead of the live feed alone; {home} and {port} are filled in")
    private @Nullable String server;

    @Option(names = "--huge", description = "graph: also 250,000 nodes and 1,000,000 relations")
    private boolean huge;

    @Option(names = "--commit", defaultValue = "unknown", description = "what is measured; the launcher says it")
    private String commit = "unknown";

    @Spec
    private @Nullable CommandSpec spec;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        // the other processes of a benchmark are this program too, so that they have its class path
        if (arguments.length > 0 && arguments[0].equals(IngestHost.NAME)) {
            IngestHost.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(IngestSimulator.NAME)) {
            IngestSimulator.main(Arrays.copyOfRange(arguments, 1, arguments.length));
            return;
        }
        System.exit(new CommandLine(new Bench())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(problem -> problem instanceof ParameterException ? WRONG_USE : BROKEN)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        CommandLine line = java.util.Objects.requireNonNull(spec).commandLine();
        check(line);
        boolean met = true;
        for (Choice chosen : name == null ? List.of(Choice.values()) : List.of(name)) {
            line.getErr().println(chosen);
            Result result = chosen.measure(commit, new Asked(Optional.ofNullable(server), huge), runs, line.getErr());
            line.getOut().println(json ? result.json() : result.table());
            met &= result.met();
        }
        return met ? 0 : MISSED;
    }

    private void check(CommandLine line) {
        if (json && name == null) {
            throw new ParameterException(
                    line,
                    "--json prints one document, so it needs a NAME: one of %s."
                            .formatted(Arrays.toString(Choice.values())));
        }
        if (runs < 1) {
            throw new ParameterException(line, "--runs was %d; it must be 1 or more.".formatted(runs));
        }
    }
}
