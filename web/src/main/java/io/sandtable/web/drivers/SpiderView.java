package io.sandtable.web.drivers;

import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.simulation.sensitivity.Spider;
import io.sandtable.web.Words;
import io.sandtable.web.ask.DriverLine;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Inputs going all the way through their ranges, in words and numbers.
 *
 * @param lines the steepest first
 * @param more how many others move the figure
 */
record SpiderView(String sentence, List<Line> lines, int more) {
    /** Lines that can be told apart in one picture. */
    static final int SHOWN = 6;

    SpiderView {
        lines = List.copyOf(lines);
    }

    /** One input, with the figure at each step of its range. */
    record Line(String id, String name, String low, String high, List<Cell> cells) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    /** @param at the value of the input */
    record Cell(String at, String value, double drawn) {}

    static SpiderView of(Spider spider, Words words, int most) {
        KpiWords kpi = KpiWords.of(spider.kpi(), words);
        List<Spider.Line> moving = spider.lines().stream()
                .filter(line -> width(line) > 0)
                .sorted(Comparator.comparingDouble(SpiderView::width).reversed())
                .toList();
        List<Line> lines =
                moving.stream().limit(most).map(line -> line(line, kpi)).toList();
        return new SpiderView(sentence(moving, kpi), lines, Math.max(0, moving.size() - most));
    }

    private static double width(Spider.Line line) {
        List<Double> finite = line.values().stream().filter(Double::isFinite).toList();
        return finite.isEmpty() ? 0 : Collections.max(finite) - Collections.min(finite);
    }

    private static String sentence(List<Spider.Line> moving, KpiWords kpi) {
        if (moving.isEmpty()) {
            return kpi.words().say("drivers.none", kpi.name());
        }
        Spider.Line steepest = moving.getFirst();
        Range range = steepest.range();
        return kpi.words()
                .say(
                        "drivers.spider.sentence",
                        DriversView.name(range.dimension(), kpi.words()),
                        DriverLine.end(range.dimension(), range.low(), kpi.words()),
                        DriverLine.end(range.dimension(), range.high(), kpi.words()),
                        kpi.name(),
                        kpi.shortly(steepest.values().getFirst()),
                        kpi.shortly(steepest.values().getLast()));
    }

    private static Line line(Spider.Line line, KpiWords kpi) {
        Range range = line.range();
        int steps = line.values().size() - 1;
        var cells = new java.util.ArrayList<Cell>();
        for (int i = 0; i <= steps; i++) {
            double at = (range.low() * (steps - i) + range.high() * i) / steps;
            double value = line.values().get(i);
            cells.add(new Cell(DriverLine.end(range.dimension(), at, kpi.words()), kpi.cell(value), kpi.drawn(value)));
        }
        return new Line(
                range.dimension().id(),
                DriversView.name(range.dimension(), kpi.words()),
                DriverLine.end(range.dimension(), range.low(), kpi.words()),
                DriverLine.end(range.dimension(), range.high(), kpi.words()),
                cells);
    }
}
