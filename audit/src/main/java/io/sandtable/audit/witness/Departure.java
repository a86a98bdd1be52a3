package io.sandtable.audit.witness;

import io.sandtable.audit.tlog.Checkpoint;
import java.time.LocalDate;
import java.util.Locale;

/** A checkpoint that left the house: on which day, in which way. */
public record Departure(LocalDate on, Way way, Checkpoint checkpoint) {
    /** How checkpoints leave. */
    public enum Way {
        /** Somebody took it along or sent it. */
        EXPORT,
        /** A witness signed it. */
        WITNESS,
        /** A time-stamping authority stamped it. */
        STAMP;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
