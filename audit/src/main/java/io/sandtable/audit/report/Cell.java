package io.sandtable.audit.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A value of a table, typed so that each format can write it as what it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Cell.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Cell.Numeric.class, name = "number"),
    @JsonSubTypes.Type(value = Cell.Measured.class, name = "measured"),
    @JsonSubTypes.Type(value = Cell.Day.class, name = "day"),
    @JsonSubTypes.Type(value = Cell.Broken.class, name = "broken"),
    @JsonSubTypes.Type(value = Cell.Missing.class, name = "missing"),
})
public sealed interface Cell {

    /** Words. */
    record Text(String text) implements Cell {}

    /** A number, printed with the decimals of its scale; a signed one is a difference and shows its plus. */
    record Numeric(BigDecimal value, boolean signed) implements Cell {}

    /** A figure with its unit: on paper in the short words given, in a sheet as the exact number with its unit beside it. */
    record Measured(String shown, BigDecimal value, String unit) implements Cell {}

    /** A date. */
    record Day(LocalDate date) implements Cell {}

    /** Words about a broken condition, marked with ▲ and in red. */
    record Broken(String text) implements Cell {}

    /** No value, printed as {@code --}. */
    record Missing() implements Cell {}

    static Cell text(String text) {
        return new Text(text);
    }

    static Cell number(String decimal) {
        return new Numeric(new BigDecimal(decimal), false);
    }

    static Cell number(BigDecimal value) {
        return new Numeric(value, false);
    }

    static Cell change(BigDecimal difference) {
        return new Numeric(difference, true);
    }

    static Cell measured(String shown, BigDecimal value, String unit) {
        return new Measured(shown, value, unit);
    }

    static Cell day(LocalDate date) {
        return new Day(date);
    }

    static Cell broken(String text) {
        return new Broken(text);
    }

    static Cell missing() {
        return new Missing();
    }
}
