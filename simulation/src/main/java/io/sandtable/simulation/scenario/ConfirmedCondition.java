package io.sandtable.simulation.scenario;

import io.sandtable.rules.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A condition that a person has confirmed.
 *
 * @param id permanent; it travels into every violation and into the record
 * @param text the manager's sentence, or the part of it that says this
 * @param kind the contract's kind, such as CAPACITY_RESERVATION
 * @param by who confirmed it
 */
public record ConfirmedCondition(
        String id,
        String text,
        String kind,
        Condition condition,
        @Nullable String by) {}
