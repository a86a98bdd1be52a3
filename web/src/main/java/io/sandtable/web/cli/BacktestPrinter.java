package io.sandtable.web.cli;

import io.sandtable.simulation.backtest.MarginVariance;
import io.sandtable.simulation.backtest.RollingReplay.Replayed;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.backtest.Backtest;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalDouble;

/** A backtest on a terminal: each figure of each period, plan beside actual and the naive rival, then what it comes to. */
final class BacktestPrinter {
    private final Language language;
    private final Words words;
    private final Figures figures;
    private final PrintWriter out;

    BacktestPrinter(Language language, PrintWriter out) {
        this.language = language;
        this.words = Words.in(language);
        this.figures = new Figures(language);
        this.out = out;
    }

    void print(Backtest backtest) {
        var card = backtest.business().card();
        out.println(words.say(
                "backtest.title",
                card.title(language.isChinese()),
                card.asOf().toString(),
                backtest.orders().lines().size()));
        out.println();
        var table = new TextTable();
        table.row(List.of(
                words.say("backtest.period"),
                words.say("backtest.figure"),
                words.say("backtest.plan"),
                words.say("backtest.actual"),
                words.say("backtest.deviation"),
                words.say("backtest.naive"),
                words.say("backtest.expected")));
        backtest.lines().forEach(line -> table.row(row(line)));
        table.print().lines().forEach(out::println);
        out.println();
        causes(backtest);
        out.println();
        out.println(words.say("backtest.wape", percent(backtest.wapePercent()), percent(backtest.naiveWapePercent())));
        out.println(words.say(
                "backtest.result",
                backtest.judged().size(),
                backtest.within(),
                percent(OptionalDouble.of(Backtest.GOAL_PERCENT)),
                backtest.better()));
        notes(backtest);
    }

    /** Why the margin came out otherwise than planned. */
    private void causes(Backtest backtest) {
        var table = new TextTable();
        table.row(List.of(
                words.say("backtest.causes"),
                words.say("backtest.cause.total"),
                words.say("backtest.cause.volume"),
                words.say("backtest.cause.price"),
                words.say("backtest.cause.cost")));
        for (Replayed period : backtest.periods()) {
            var variance = MarginVariance.between(period.plan(), period.actual());
            table.row(List.of(
                    period.period().label(),
                    figures.shortMoney(variance.total()),
                    figures.shortMoney(variance.volume()),
                    figures.shortMoney(variance.price()),
                    figures.shortMoney(variance.cost())));
        }
        table.print().lines().forEach(out::println);
    }

    private void notes(Backtest backtest) {
        if (backtest.orders().undated() > 0) {
            out.println(words.say("backtest.undated", backtest.orders().undated()));
        }
        if (backtest.goodsAtTodaysStock() > 0) {
            out.println(words.say("backtest.stock", backtest.goodsAtTodaysStock()));
        }
        double fromLots = backtest.orders().costFromLotsPercent();
        if (fromLots < 99.95) {
            out.println(words.say("backtest.standardCost", percent(OptionalDouble.of(100 - fromLots))));
        }
    }

    private List<String> row(Backtest.Line line) {
        Replayed period = line.period();
        return List.of(
                period.period().label(),
                words.say("backtest.kpi." + line.kpi().id()),
                figures.shortMoney(line.kpi().of(period.plan().of(period.period()))),
                figures.shortMoney(line.kpi().of(period.actual().of(period.period()))),
                percent(line.deviationPercent()),
                percent(line.naivePercent()),
                percent(OptionalDouble.of(period.expectedPercent())));
    }

    private String percent(OptionalDouble percent) {
        return figures.percent(percent.isPresent() ? percent.getAsDouble() : null);
    }
}
