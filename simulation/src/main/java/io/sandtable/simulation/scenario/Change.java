package io.sandtable.simulation.scenario;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One what-if: a dimension moves, for some part of the business, for some time.
 *
 * @param scope ids of nodes; a family stands for its members, empty for everything
 * @param form how {@code value} is meant
 * @param from first day, null for always
 * @param to last day, null for open
 */
public record Change(
        Dimension dimension,
        Set<String> scope,
        Form form,
        double value,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public Change {
        scope = Set.copyOf(scope);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s changes by %s; give a finite number.".formatted(dimension.id(), value));
        }
    }

    /** How the number is meant. */
    public enum Form {
        /** The value itself, in the fact's unit. */
        SET,
        /** Signed percent of the value. */
        RELATIVE,
        /** Added to the value, in the dimension's or fact's unit. */
        DELTA,
        /** The value times this. */
        FACTOR
    }

    /** A change of everything the dimension touches, as sensitivity makes them: percent for relative dimensions, else added. */
    public static Change of(Dimension dimension, double value) {
        return new Change(dimension, Set.of(), dimension.isRelative() ? Form.RELATIVE : Form.DELTA, value, null, null);
    }

    /** Whether it holds on that day; a null day asks about something without a date. */
    public boolean holdsOn(@Nullable LocalDate day) {
        return day == null || ((from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to)));
    }

    /** The value after this change. */
    public double apply(double base) {
        return switch (form) {
            case SET -> value;
            case RELATIVE -> base * (1 + value / 100);
            case DELTA -> base + value;
            case FACTOR -> base * value;
        };
    }
}
