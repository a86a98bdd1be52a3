package io.sandtable.ingest;

import java.time.Instant;

/**
 * A sensor's readings within one step.
 *
 * @param from where the step begins
 * @param mean plain mean of the readings, in the sensor's unit
 * @param low the lowest
 * @param high the highest
 * @param count how many
 */
public record HistoryPoint(Instant from, double mean, double low, double high, long count) {}
