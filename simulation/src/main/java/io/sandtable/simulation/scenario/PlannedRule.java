package io.sandtable.simulation.scenario;

import org.jspecify.annotations.Nullable;

/**
 * A confirmed rule as the planner obeys it; its id and words travel into every violation.
 *
 * @param kind the contract's kind, such as CAPACITY_RESERVATION
 * @param must whether breaking it makes a plan non-compliant; otherwise it costs {@code weight}
 * @param weight 1 … 100 for prefer-rules
 * @param by who confirmed it
 */
public record PlannedRule(
        String id,
        String text,
        String kind,
        boolean must,
        int weight,
        @Nullable String by,
        Restriction restriction) {
    /** The same words about another restriction. */
    public PlannedRule with(Restriction other) {
        return new PlannedRule(id, text, kind, must, weight, by, other);
    }
}
