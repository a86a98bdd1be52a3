package io.sandtable.web.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.Datasets;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.history.InventedHistory;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Money;
import io.sandtable.simulation.backtest.Period;
import io.sandtable.simulation.backtest.RollingReplay;
import io.sandtable.simulation.evaluate.Evaluator;
import io.sandtable.simulation.strategy.StrategySearch;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.CompanyCard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The published figures, so that a change of forecast, planner or ledger that makes them worse is noticed. */
class InventedHistoriesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"history-fittings, 12, 4.7", "history-coatings, 10, 6.5"})
    void plansOfThePast_lieAsCloseAsPublished(String name, int within, double worst) throws IOException {
        Backtest backtest = replayed(name, Period.Length.QUARTER);

        assertThat(backtest.judged()).hasSize(12);
        assertThat(backtest.within()).isGreaterThanOrEqualTo(within);
        assertThat(backtest.judged())
                .allSatisfy(line ->
                        assertThat(line.deviationPercent().orElseThrow()).isLessThanOrEqualTo(worst));
        assertThat(backtest.wapePercent().orElseThrow())
                .isLessThan(backtest.naiveWapePercent().orElseThrow());
        addsUp(BacktestJson.of(backtest));
    }

    private static void addsUp(JsonNode json) {
        assertThat(json.path("kpis")).hasSize(6 * 3);
        JsonNode revenue = json.path("kpis").get(0);
        assertThat(revenue.path("quarter").asString()).isEqualTo("2025Q1");
        assertThat(sum(json, "plan", "revenue")).isEqualTo(amount(revenue.path("plan")));
        assertThat(sum(json, "actual", "revenue")).isEqualTo(amount(revenue.path("actual")));
        assertThat(amount(json.path("kpis").get(2).path("actual")))
                .isEqualTo(sum(json, "actual", "revenue") - sum(json, "actual", "cost"));
        JsonNode causes = json.path("marginCauses").get(0);
        JsonNode margin = json.path("kpis").get(2);
        assertThat(amount(causes.path("volume")) + amount(causes.path("price")) + amount(causes.path("cost")))
                .isEqualTo(amount(margin.path("actual")) - amount(margin.path("plan")));
    }

    /** Of the months of the first quarter, over all families. */
    private static long sum(JsonNode json, String what, String figure) {
        long sum = 0;
        for (JsonNode month : json.path("months")) {
            if (month.path("month").asString().compareTo("2025-03") <= 0) {
                sum += amount(month.path(what).path(figure));
            }
        }
        return sum;
    }

    private static long amount(JsonNode money) {
        return Money.of(Money.CNY, Double.parseDouble(money.path("amount").asString()))
                .minor();
    }

    private Backtest replayed(String name, Period.Length length) throws IOException {
        InventedHistory.find(name).orElseThrow().write(folder);
        Dataset dataset = Datasets.read(folder, ReadOptions.none());
        BusinessSnapshot snapshot = BusinessSnapshot.of(dataset.facts());
        LocalDate asOf = Objects.requireNonNull(dataset.asOf());
        var search = new StrategySearch(Clock.systemUTC(), Evaluator::evaluate);
        var replay = new RollingReplay(snapshot, 20_261_121, search::today);
        return new Backtest(
                new Business(
                        new CompanyCard(
                                name, dataset.title().zh(), dataset.title().en(), dataset.origin(), asOf),
                        1,
                        snapshot,
                        snapshot),
                replay.orders(),
                replay.goodsAtTodaysStock(),
                replay.periods(asOf, length).stream().map(replay::replay).toList());
    }
}
