package io.sandtable.web.cli;

import io.sandtable.simulation.backtest.Period;
import io.sandtable.web.Progress;
import io.sandtable.web.backtest.Backtest;
import io.sandtable.web.backtest.BacktestJson;
import io.sandtable.web.backtest.InventedCompanies;
import io.sandtable.web.backtest.ReplayHistory;
import io.sandtable.web.company.Companies;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backtest}: plans the past on what was known then, and says how far the plans lay from what happened. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "回测：按当时已知的数据重排历史，与实际对比 / replay the past on what was known then, against what happened")
final class BacktestCommand implements Callable<Integer> {
    @ArgGroup(exclusive = true)
    private Whose whose = new Whose();

    @Option(names = "--by", description = "按季度或按月 / length of the periods: quarter or month", defaultValue = "quarter")
    private Period.Length length = Period.Length.QUARTER;

    @Mixin
    private LanguageOption options = new LanguageOption();

    /** Whose past it is. */
    private static final class Whose {
        @Option(
                names = "--dataset",
                description =
                        "虚构的历史，先生成并导入 / an invented history, written and loaded first: history-fittings, history-coatings")
        private @Nullable String dataset;

        @Option(names = "--company", description = "企业 / company; the one imported last by default")
        private @Nullable String company;
    }

    @Override
    public Integer call() {
        try (Service service = Service.start()) {
            Progress progress = options.progress(options.err());
            Backtest backtest = service.get(ReplayHistory.class).run(company(service, progress), length, progress);
            if (options.json()) {
                options.out().println(BacktestJson.of(backtest));
            } else {
                new BacktestPrinter(options.language(), options.out()).print(backtest);
            }
            return ExitCode.DONE;
        }
    }

    private String company(Service service, Progress progress) {
        if (whose.dataset != null) {
            return service.get(InventedCompanies.class).load(whose.dataset, progress);
        }
        return whose.company != null
                ? whose.company
                : service.get(Companies.class).current();
    }
}
