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

    /** The picture's numbers: nobody has to read them off the bars. */
    Table numbers(Words words) {
        List<Table.Column> columns = List.of(
                Table.Column.text(words.say("chart.input")),
                new Table.Column(words.say("chart.low"), null, Table.Kind.NUMBER, false),
                new Table.Column(words.say("chart.high"), null, Table.Kind.NUMBER, false),
                Table.Column.number(words.say("chart.atLow", result), unit),
                Table.Column.number(words.say("chart.atHigh", result), unit),
                Table.Column.number(words.say("chart.swing"), unit));
        List<Table.Row> rows = bars.stream()
                .map(bar -> Table.Row.of(
                        Cell.text(bar.input()),
                        Cell.text(bar.low()),
                        Cell.text(bar.high()),
                        Cell.number(bar.atLow()),
                        Cell.number(bar.atHigh()),
                        Cell.number(bar.swing())))
                .toList();
        return new Table(null, columns, rows);
    }

    /** One input: its name, the ends of its range in words, and the result at both ends. */
    public record Bar(String input, String low, String high, BigDecimal atLow, BigDecimal atHigh) {
        BigDecimal swing() {
            return atHigh.subtract(atLow).abs();
        }
    }
}
