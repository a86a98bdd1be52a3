package io.sandtable.ingest.recorded;

import java.time.OffsetDateTime;

/**
 * One value that was measured.
 *
 * @param sensor its name, unique within the file; it measures one quantity
 * @param unit of the value; 1 for a switch that is off (0) or on (1)
 * @param row line of the file that says it first, from 1
 */
public record RecordedReading(String sensor, String quantity, String unit, double value, OffsetDateTime at, int row) {}
