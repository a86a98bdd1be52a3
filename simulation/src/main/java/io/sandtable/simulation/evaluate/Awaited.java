package io.sandtable.simulation.evaluate;

import io.sandtable.rules.Comparison;
import io.sandtable.simulation.scenario.Restriction.Figure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule that holds once a figure passes a value, and whether the plan's figure does.
 *
 * @param subject id of the item whose stock or price it is; empty for the whole house and for some of its orders
 * @param value that is waited for, {@code reached} the figure's own that comes nearest to it or lies farthest beyond, both in {@code unit}
 * @param held whether the rule holds in this plan
 * @param from first day, {@code to} last day on which the value is passed; null where it never is or no day is meant
 */
public record Awaited(
        String ruleId,
        String ruleText,
        Figure figure,
        String subject,
        Comparison side,
        double value,
        double reached,
        String unit,
        boolean held,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
