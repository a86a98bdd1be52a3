package io.sandtable.web.ask;

import io.sandtable.model.Money;
import io.sandtable.simulation.scenario.Dimension;
import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.web.Figures;
import io.sandtable.web.Words;
import java.util.List;

/**
 * One driver of the gross margin in words, for the command line and the report.
 *
 * @param low the low end of its range with unit, such as −10 %
 */
public record DriverLine(String name, String low, String high, Money atLow, Money atHigh) {
    /** The widest drivers first, at most so many; those that move nothing are left out. */
    public static List<DriverLine> of(Tornado tornado, Words words, int most) {
        return tornado.bars().stream()
                .filter(b -> b.width() > 0)
                .limit(most)
                .map(b -> line(b, words))
                .toList();
    }

    /** A bar in words. */
    public static DriverLine line(Tornado.Bar bar, Words words) {
        Dimension dimension = bar.range().dimension();
        return new DriverLine(
                words.language().choose(dimension.zh(), dimension.en()),
                end(dimension, bar.range().low(), words),
                end(dimension, bar.range().high(), words),
                yuan(bar.atLow()),
                yuan(bar.atHigh()));
    }

    /** A change of a dimension with sign and unit, such as −10 %. */
    public static String end(Dimension dimension, double value, Words words) {
        String unit = words.say("unit." + dimension.unit().replace(" ", "-").replace("/", "-"));
        String number = new Figures(words.language()).fixed(Math.abs(value), value == Math.rint(value) ? 0 : 1);
        return (value > 0 ? "+" : value < 0 ? "−" : "") + number + " " + unit;
    }

    /** An amount that a sweep found, to the fen. */
    public static Money yuan(double amount) {
        return Money.of(Money.CNY, amount);
    }
}
