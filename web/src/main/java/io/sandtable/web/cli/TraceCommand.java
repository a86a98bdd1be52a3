package io.sandtable.web.cli;

import io.sandtable.model.trace.Direction;
import io.sandtable.web.company.Companies;
import io.sandtable.web.trace.PlannedFor;
import io.sandtable.web.trace.TraceAnswer;
import io.sandtable.web.trace.TraceJson;
import io.sandtable.web.trace.TraceLots;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace LOT}: where a batch came from and to which orders and customers it went. Nothing is stored. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "批次追溯：从哪里来，到哪里去 / where a batch came from and where it went")
final class TraceCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "LOT",
            description =
                    "批号、供应商批号，或采购单、工单、订单的编号 / a lot, a supplier's batch number, a purchase, work or customer order")
    private String lot = "";

    @Option(names = "--back", description = "只看从哪里来 / only where it came from")
    private boolean back;

    @Option(names = "--forward", description = "只看到哪里去 / only where it went")
    private boolean forward;

    @Option(names = "--company", description = "企业 / company; the one imported last by default")
    private @Nullable String company;

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        try (Service service = Service.start()) {
            TraceLots lots = service.get(TraceLots.class);
            String name = company == null ? service.get(Companies.class).current() : company;
            TraceAnswer answer = lots.follow(name, lot, directions());
            List<PlannedFor> planned = lots.plannedFor(answer, options.progress(options.err()));
            if (options.json()) {
                options.out().println(TraceJson.of(answer, planned, options.language()));
            } else {
                new TracePrinter(options.language(), options.out()).print(answer, planned);
            }
            return ExitCode.DONE;
        }
    }

    /** Both where neither or both are named. */
    private EnumSet<Direction> directions() {
        return back == forward ? EnumSet.allOf(Direction.class) : EnumSet.of(back ? Direction.BACK : Direction.FORWARD);
    }
}
