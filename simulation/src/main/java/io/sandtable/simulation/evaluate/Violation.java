package io.sandtable.simulation.evaluate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a plan breaks.
 *
 * @param where id or name of what it breaks at
 * @param from first day, {@code to} last day; null where no day is meant
 * @param limit what the rule allows, {@code actual} what the plan does, both in {@code unit}
 */
public record Violation(
        String ruleId,
        String ruleText,
        String kind,
        boolean must,
        @Nullable String by,
        String where,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        double limit,
        double actual,
        String unit) {}
