package io.sandtable.web.drivers;

import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.web.Words;
import io.sandtable.web.ask.DriverLine;
import io.sandtable.web.drivers.Study.Turn;
import java.util.List;

/**
 * Where two plans come to the same figure, in words and numbers.
 *
 * @param sentence both figures today, and the smallest change that flips the choice
 * @param lines the nearest first
 */
record TurnView(String sentence, List<Line> lines) {
    TurnView {
        lines = List.copyOf(lines);
    }

    /**
     * One input.
     *
     * @param at its value at which neither is better
     * @param share how much of its range that is, in percent
     * @param behind which plan is better beyond it
     */
    record Line(String id, String name, String at, String share, String one, String other, String behind) {}

    /** @param one and {@code other} what the plans are called */
    static TurnView of(Turn turn, KpiWords kpi, String one, String other) {
        Words words = kpi.words();
        List<Line> lines =
                turn.points().stream().map(at -> line(at, kpi, one, other)).toList();
        String now = kpi.shortly(turn.now());
        String otherNow = kpi.shortly(turn.otherNow());
        if (lines.isEmpty()) {
            return new TurnView(words.say("drivers.turn.none", kpi.name(), one, now, other, otherNow), List.of());
        }
        if (turn.now() == turn.otherNow()) {
            return new TurnView(words.say("drivers.turn.same", kpi.name(), one, other, now), List.of());
        }
        Line nearest = lines.getFirst();
        return new TurnView(
                words.say(
                        "drivers.turn.sentence",
                        kpi.name(),
                        one,
                        now,
                        other,
                        otherNow,
                        nearest.name(),
                        nearest.at(),
                        nearest.behind()),
                lines);
    }

    private static Line line(Turn.At point, KpiWords kpi, String one, String other) {
        Dimension dimension = point.breakEven().range().dimension();
        boolean oneAhead = kpi.isBetter(point.breakEven().after(), 0);
        return new Line(
                dimension.id(),
                DriversView.name(dimension, kpi.words()),
                end(dimension, point.breakEven().at(), kpi),
                kpi.figures().fixed(100 * point.breakEven().share(), 0),
                kpi.cell(point.one()),
                kpi.cell(point.other()),
                oneAhead ? one : other);
    }

    /** To two decimals, because the turning point is exact and the plans differ beside it. */
    private static String end(Dimension dimension, double at, KpiWords kpi) {
        String unit = DriverLine.end(dimension, 1, kpi.words()).substring(1).replaceFirst("^1", "");
        return (at > 0 ? "+" : at < 0 ? "−" : "") + kpi.figures().fixed(Math.abs(at), 2) + unit;
    }
}
