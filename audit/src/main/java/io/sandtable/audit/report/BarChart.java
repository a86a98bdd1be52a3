package io.sandtable.audit.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * A tornado: what one result becomes when one input after the other goes to its low and its high end. Printed as a
 * picture and, always, as the table of the same numbers. {@code unit} is that of {@code base} and of all bar ends;
 * {@code sentence} says in words what the picture shows.
 */
public record BarChart(String title, String sentence, String result, String unit, BigDecimal base, List<Bar> bars)
        implements Block {
    public BarChart {
        bars = List.copyOf(bars);
        if (bars.isEmpty()) {
            throw new IllegalArgumentException(
                    "The chart \"%s\" has no bars; it needs at least one. Leave the chart out and say why in a note."
                            .formatted(title));
        }
    }

    /** One input: its name, the ends of its range in words, and the result at both ends. */
    public record Bar(String input, String low, String high, BigDecimal atLow, BigDecimal atHigh) {
        BigDecimal swing() {
            return atHigh.subtract(atLow).abs();
        }
    }
}
