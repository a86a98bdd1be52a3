package io.sandtable.ingest;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a sensor said last.
 *
 * @param quantity what it measures: temperature
 * @param unit of all values here: °C
 * @param place zone or bin as the message names it, if it does
 * @param at when it measured
 * @param low lowest value of the last 24 hours; empty where there was none
 * @param high highest value of the last 24 hours; empty where there was none
 * @param count how many readings of the last 24 hours there are
 */
public record SensorState(
        String company,
        String sensor,
        String source,
        String quantity,
        String unit,
        Optional<String> place,
        double value,
        Instant at,
        OptionalDouble low,
        OptionalDouble high,
        long count) {}
