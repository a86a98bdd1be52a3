package io.sandtable.simulation.query;

import org.jspecify.annotations.Nullable;

/**
 * What made a change, as a reader would say it: one cause, in one thing or all over.
 *
 * @param in what the thing is; null where the cause is not in one thing but all over
 * @param id of the thing; empty where it is all over
 * @param amount in the figure's unit, money in CNY
 */
public record Finding(Cause cause, @Nullable Grouping in, String id, double amount) {}
