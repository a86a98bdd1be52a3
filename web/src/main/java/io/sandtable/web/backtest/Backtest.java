package io.sandtable.web.backtest;

import io.sandtable.simulation.backtest.Accuracy;
import io.sandtable.simulation.backtest.OrderHistory;
import io.sandtable.simulation.backtest.Performance;
import io.sandtable.simulation.backtest.RollingReplay.Replayed;
import io.sandtable.web.company.Business;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A company's past, replayed.
 *
 * @param goodsAtTodaysStock of how many goods nobody can say what was in stock then
 * @param periods in order
 */
public record Backtest(Business business, OrderHistory orders, int goodsAtTodaysStock, List<Replayed> periods) {
    /** The deviation that a period's revenue and cost should stay within: what is reached in the field with simulation. Percent. */
    public static final double GOAL_PERCENT = 4.7;

    public Backtest {
        periods = List.copyOf(periods);
    }

    /** One figure of one period. */
    public record Line(BacktestKpi kpi, Replayed period) {
        public OptionalDouble deviationPercent() {
            return deviation(period.plan());
        }

        /** The naive rival's. */
        public OptionalDouble naivePercent() {
            return deviation(period.naive());
        }

        private OptionalDouble deviation(Performance said) {
            return Accuracy.deviationPercent(
                    kpi.of(said.of(period.period())), kpi.of(period.actual().of(period.period())));
        }
    }

    /** Every figure of every period. */
    public List<Line> lines() {
        return periods.stream()
                .flatMap(period -> java.util.Arrays.stream(BacktestKpi.values()).map(kpi -> new Line(kpi, period)))
                .toList();
    }

    /** Those that a goal is set for. */
    public List<Line> judged() {
        return lines().stream().filter(line -> line.kpi().isJudged()).toList();
    }

    /** How many of the judged figures are within the goal. */
    public long within() {
        return judged().stream()
                .filter(line -> line.deviationPercent().orElse(Double.MAX_VALUE) <= GOAL_PERCENT)
                .count();
    }

    /** How many of the judged figures lie closer than the naive rival's. */
    public long better() {
        return judged().stream()
                .filter(line -> line.deviationPercent().orElse(Double.MAX_VALUE)
                        < line.naivePercent().orElse(Double.MAX_VALUE))
                .count();
    }

    /** Product by product and month by month. */
    public OptionalDouble wapePercent() {
        return wape(Replayed::plan);
    }

    public OptionalDouble naiveWapePercent() {
        return wape(Replayed::naive);
    }

    private OptionalDouble wape(Function<Replayed, Performance> said) {
        return Accuracy.wapePercent(
                periods.stream().map(said).toList(),
                periods.stream().map(Replayed::actual).toList());
    }
}
