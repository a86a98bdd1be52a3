package io.sandtable.web.drivers;

import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.sensitivity.Counterfactual;
import io.sandtable.simulation.sensitivity.Counterfactual.Takes;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import io.sandtable.web.ask.DriverLine;
import io.sandtable.web.ask.KeyFigure;
import java.util.List;

/**
 * What it would take, in words.
 *
 * @param sentence from where to where, and what takes least
 * @param lines inputs that can do it alone, the nearest first
 * @param tooFar inputs that move the figure but cannot bring it there within the range looked at
 * @param still names of inputs that do not move the figure
 */
record CounterfactualView(String sentence, List<Line> lines, List<Line> tooFar, List<String> still) {
    CounterfactualView {
        lines = List.copyOf(lines);
        tooFar = List.copyOf(tooFar);
        still = List.copyOf(still);
    }

    /**
     * One input.
     *
     * @param change the smallest that does it; empty where none does
     * @param value the figure with it; without a change the nearest that it comes
     */
    record Line(String id, String name, String change, String value, String low, String high) {}

    static CounterfactualView of(Counterfactual found, Words words) {
        List<Line> lines = found.takes().stream()
                .filter(t -> t.change().isPresent())
                .map(t -> line(found.kpi(), t, words))
                .toList();
        return new CounterfactualView(
                sentence(found, lines, words),
                lines,
                found.takes().stream()
                        .filter(t -> t.change().isEmpty() && t.value() != found.now())
                        .map(t -> line(found.kpi(), t, words))
                        .toList(),
                found.takes().stream()
                        .filter(t -> t.change().isEmpty() && t.value() == found.now())
                        .map(t -> name(t.range().dimension(), words))
                        .toList());
    }

    private static String sentence(Counterfactual found, List<Line> lines, Words words) {
        String figure = name(found.kpi(), words);
        String now = said(found.kpi(), found.now(), words);
        String target = said(found.kpi(), found.target(), words);
        if (found.isThere()) {
            return words.say("counterfactual.there", figure, now);
        }
        return lines.isEmpty()
                ? words.say("counterfactual.none", figure, now, target, Counterfactual.SENSIBLE)
                : words.say(
                        found.isBetterThanTarget() ? "counterfactual.room" : "counterfactual.sentence",
                        figure,
                        now,
                        target,
                        lines.getFirst().name(),
                        lines.getFirst().change());
    }

    private static Line line(Kpi kpi, Takes takes, Words words) {
        Dimension dimension = takes.range().dimension();
        return new Line(
                dimension.id(),
                name(dimension, words),
                takes.change().isPresent()
                        ? DriverLine.end(dimension, takes.change().getAsDouble(), words)
                        : "",
                said(kpi, takes.value(), words),
                DriverLine.end(dimension, takes.range().low(), words),
                DriverLine.end(dimension, takes.range().high(), words));
    }

    private static String name(Dimension dimension, Words words) {
        return words.language().choose(dimension.zh(), dimension.en());
    }

    /** What the figure is called. */
    static String name(Kpi kpi, Words words) {
        return words.say(KeyFigure.findFigure(kpi.id()).orElseThrow().key());
    }

    private static String said(Kpi kpi, double value, Words words) {
        var figures = new Figures(words.language());
        return switch (kpi.unit()) {
            case "CNY" -> figures.money(DriverLine.yuan(value));
            case "%" -> figures.percent(value);
            default -> figures.fixed(value, 1);
        };
    }
}
