package io.sandtable.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** How the value of an attribute is written, and the Java class that carries it. */
public enum ValueKind {
    /** Free text, {@link String}. */
    TEXT(String.class),
    /** A finite {@link Double} in the attribute's unit. */
    NUMBER(Double.class),
    /** A {@link LocalDate}, written 2026-11-21. */
    DATE(LocalDate.class),
    /** {@link Boolean}, written true or false. */
    FLAG(Boolean.class),
    /** Several names in one {@link String}, separated by {@code |}. */
    NAMES(String.class),
    /** A {@link Curve} as text: {@code 0=99;0.8=97;1=92}. */
    CURVE(String.class),
    /** A {@link Series} as text: {@code 2026-04-01=2450.5;2026-05-01=2461}. */
    SERIES(String.class),
    /** Shifts or tariff periods as text, see {@link WeekPattern}. */
    WEEK_PATTERN(String.class),
    /** Date ranges as text: {@code 2027-02-05..2027-02-11;2027-05-01..2027-05-05}. */
    DATE_RANGES(String.class),
    /** Weeks that hold for some time only, see {@link DatedWeeks}. */
    DATED_WEEKS(String.class),
    /** Minutes between the set-ups of a machine, see {@link Changeovers}. */
    CHANGEOVERS(String.class),
    /** What a material's units are worth in each other, see {@link UnitFactors}. */
    UNIT_FACTORS(String.class);

    private static final Pattern WRITTEN_NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final Class<?> javaType;

    ValueKind(Class<?> javaType) {
        this.javaType = javaType;
    }

    /** The class a value of this kind has in a {@link Fact}. */
    public Class<?> javaType() {
        return javaType;
    }

    /** Reads a value as files and the graph write it; the message of the exception says what would be right. */
    public Object parse(String text) {
        return switch (this) {
            case TEXT, NAMES -> text;
            case NUMBER -> number(text);
            case DATE -> date(text);
            case FLAG -> flag(text);
            case CURVE -> Curve.parse(text).toString();
            case SERIES -> Series.parse(text).toString();
            case WEEK_PATTERN -> WeekPattern.parse(text).toString();
            case DATE_RANGES -> DateRange.format(DateRange.parseAll(text));
            case DATED_WEEKS -> DatedWeeks.parse(text).toString();
            case CHANGEOVERS -> Changeovers.parse(text).toString();
            case UNIT_FACTORS -> UnitFactors.parse(text).toString();
        };
    }

    /** Writes a value so that {@link #parse} gives it back. */
    public String format(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : value.toString();
    }

    static Double number(String text) {
        // Java also takes 12d, 0x1p3 and NaN for numbers; in a table those are slips
        if (!WRITTEN_NUMBER.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a number; write digits such as 1250 or 12.5.".formatted(text));
        }
        double value = Double.parseDouble(text.strip());
        if (Double.isFinite(value)) {
            return value == 0 ? 0.0 : value;
        }
        throw new IllegalArgumentException("'%s' is not a finite number; write digits such as 1250.".formatted(text));
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'%s' is not a date of the calendar; write it as 2026-11-21.".formatted(text), e);
        }
    }

    private static Boolean flag(String text) {
        return switch (text.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "1", "是" -> true;
            case "false", "no", "0", "否" -> false;
            default -> throw new IllegalArgumentException("'%s' is neither true nor false.".formatted(text));
        };
    }

    /** Splits the value of a {@link #NAMES} attribute. */
    static List<String> names(String text) {
        return List.of(text.split("\\|")).stream()
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .toList();
    }
}
