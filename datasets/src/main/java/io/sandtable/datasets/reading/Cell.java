package io.sandtable.datasets.reading;

import io.sandtable.datasets.ProblemCode;
import io.sandtable.model.Attribute;
import io.sandtable.model.ValueKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a written value by the kind of its attribute, and knows what is wrong with one that cannot be read. */
public final class Cell {
    private static final Pattern DATE_LIKE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");

    private Cell() {}

    /** The value as a fact carries it; empty after reporting a value that cannot be read, in a column named like the attribute. */
    public static Optional<Object> read(Attribute attribute, String text, String file, int row, Draft draft) {
        return read(attribute, text, file, row, attribute::name, draft);
    }

    /** The same from a column of another name, which is asked for only where something is wrong. */
    public static Optional<Object> read(
            Attribute attribute, String text, String file, int row, Supplier<String> column, Draft draft) {
        try {
            return Optional.of(attribute.kind().parse(text));
        } catch (IllegalArgumentException e) {
            Fault fault = fault(attribute.kind(), text);
            draft.problem(fault.code(), file, row, column.get(), text, fault.expected());
            draft.wrong(attribute, file, row);
            return Optional.empty();
        }
    }

    /** A date on its own, outside the type table. */
    public static Optional<LocalDate> date(String text, String file, int row, String column, Draft draft) {
        try {
            return Optional.of((LocalDate) ValueKind.DATE.parse(text));
        } catch (IllegalArgumentException e) {
            Fault fault = fault(ValueKind.DATE, text);
            draft.problem(fault.code(), file, row, column, text, fault.expected());
            return Optional.empty();
        }
    }

    private static Fault fault(ValueKind kind, String text) {
        return switch (kind) {
            case NUMBER -> new Fault(ProblemCode.NUMBER_WRONG, "1250.5");
            case DATE -> dateFault(text);
            case FLAG -> new Fault(ProblemCode.FLAG_WRONG, "true|false");
            default -> new Fault(ProblemCode.VALUE_WRONG, example(kind));
        };
    }

    private static Fault dateFault(String text) {
        Matcher m = DATE_LIKE.matcher(text.strip());
        if (!m.matches()) {
            return new Fault(ProblemCode.DATE_WRONG, "2026-11-21");
        }
        int year = Integer.parseInt(m.group(1));
        int month = Integer.parseInt(m.group(2));
        try {
            YearMonth in = YearMonth.of(year, month);
            int day = Integer.parseInt(m.group(3));
            return in.isValidDay(day)
                    ? new Fault(ProblemCode.DATE_WRONG, in.atDay(day).toString())
                    : new Fault(ProblemCode.DATE_NOT_IN_CALENDAR, in.atDay(1) + ".." + in.atEndOfMonth());
        } catch (DateTimeException e) {
            return new Fault(ProblemCode.DATE_NOT_IN_CALENDAR, year + "-01-01.." + year + "-12-31");
        }
    }

    /** How a value of that kind is written. */
    public static String example(ValueKind kind) {
        return switch (kind) {
            case TEXT -> "";
            case NUMBER -> "1250.5";
            case DATE -> "2026-11-21";
            case FLAG -> "true|false";
            case NAMES -> "name|other name";
            case CURVE -> "0=99;0.8=97;1=92";
            case SERIES -> "2026-04-01=2450.5;2026-05-01=2461";
            case WEEK_PATTERN -> "MON-FRI 08:00-20:00;SAT 08:00-16:00";
            case DATE_RANGES -> "2027-02-05..2027-02-11;2027-05-01";
            case DATED_WEEKS -> "2027-06-01..2027-08-31 MON-FRI 07:00-15:00";
            case CHANGEOVERS -> "red>blue=30;*>white=120";
            case UNIT_FACTORS -> "箱=12 件;t=127.4 m2@2026-07-01..2026-12-31";
        };
    }

    private record Fault(ProblemCode code, String expected) {}
}
