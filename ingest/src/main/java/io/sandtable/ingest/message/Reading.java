package io.sandtable.ingest.message;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a sensor measured.
 *
 * @param quantity {@code temperature}
 * @param value in {@code unit}
 * @param unit {@code °C}
 */
public record Reading(
        Topic topic,
        String messageId,
        OffsetDateTime at,
        String sensor,
        String quantity,
        double value,
        String unit,
        Optional<Place> place)
        implements Message {
    public static final String SCHEMA = "sandtable-reading/1";

    /** Where the sensor hangs: id or code of a zone or a bin. */
    public record Place(Kind kind, String name) {
        public enum Kind {
            ZONE,
            BIN
        }
    }
}
