package io.sandtable.web.drivers;

import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.web.Words;
import io.sandtable.web.ask.DriverLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tornado in words and numbers.
 *
 * @param sentence made from the numbers: which driver matters most, and what its ends do
 * @param base the figure with nothing changed
 * @param bars the widest first
 * @param still names of what moves nothing at any end of its range
 * @param more how many bars that move something are not shown
 */
public record DriversView(
        String sentence,
        String base,
        double baseAmount,
        List<Bar> bars,
        int more,
        List<String> still,
        List<String> warnings) {
    /** Shown at first. */
    public static final int SHOWN = 10;

    public DriversView {
        bars = List.copyOf(bars);
        still = List.copyOf(still);
        warnings = List.copyOf(warnings);
    }

    /**
     * One driver.
     *
     * @param low end of its range with unit, {@code high} the other
     * @param basis where the range comes from, in words
     * @param atLow the figure there as a table says it, {@code lowAmount} as a number of yuan
     * @param lowDifference from the figure with nothing changed, in words
     */
    public record Bar(
            String id,
            String name,
            String low,
            String high,
            String basis,
            String atLow,
            String atHigh,
            double lowAmount,
            double highAmount,
            String lowDifference,
            String highDifference) {}

    /** The tornado of a plan, at most so many bars of it. */
    public static DriversView of(Tornado tornado, Words words, int most) {
        return of(tornado, words, most, TypedRanges.NONE);
    }

    /** The same where a reader has typed some of its ranges. */
    static DriversView of(Tornado tornado, Words words, int most, TypedRanges typed) {
        KpiWords kpi = KpiWords.of(tornado.kpi(), words);
        List<Bar> moving = tornado.bars().stream()
                .filter(b -> b.width() > 0)
                .map(b -> bar(b, tornado.base(), kpi, typed))
                .toList();
        return new DriversView(
                sentence(moving, kpi),
                kpi.shortly(tornado.base()),
                kpi.drawn(tornado.base()),
                moving.subList(0, Math.min(most, moving.size())),
                Math.max(0, moving.size() - most),
                tornado.bars().stream()
                        .filter(b -> b.width() == 0)
                        .map(b -> name(b.range().dimension(), words))
                        .toList(),
                tornado.warnings().stream()
                        .map(w -> words.say(
                                "drivers.warning." + w.code(),
                                w.dimension().isEmpty() ? kpi.name() : name(Dimension.withId(w.dimension()), words)))
                        .toList());
    }

    private static Bar bar(Tornado.Bar bar, double base, KpiWords kpi, TypedRanges typed) {
        Range range = bar.range();
        return new Bar(
                range.dimension().id(),
                name(range.dimension(), kpi.words()),
                DriverLine.end(range.dimension(), range.low(), kpi.words()),
                DriverLine.end(range.dimension(), range.high(), kpi.words()),
                basis(range, typed, kpi.words()),
                kpi.cell(bar.atLow()),
                kpi.cell(bar.atHigh()),
                kpi.drawn(bar.atLow()),
                kpi.drawn(bar.atHigh()),
                kpi.difference(base, bar.atLow()),
                kpi.difference(base, bar.atHigh()));
    }

    /** Where a range comes from, in words. */
    static String basis(Range range, TypedRanges typed, Words words) {
        return words.say(
                typed.isTyped(range.dimension())
                        ? "drivers.basis.typed"
                        : "drivers.basis." + SweepJson.basis(range.basis()));
    }

    private static String sentence(List<Bar> moving, KpiWords kpi) {
        if (moving.isEmpty()) {
            return kpi.words().say("drivers.none", kpi.name());
        }
        Bar widest = moving.getFirst();
        return kpi.words()
                .say(
                        "drivers.sentence",
                        widest.name(),
                        widest.low(),
                        widest.lowDifference(),
                        widest.high(),
                        widest.highDifference(),
                        kpi.name());
    }

    /** What a dimension is called. */
    static String name(Dimension dimension, Words words) {
        return words.language().choose(dimension.zh(), dimension.en());
    }

    /** The name of the driver that matters most; null where nothing moves. */
    public @Nullable String widest() {
        return bars.isEmpty() ? null : bars.getFirst().name();
    }
}
