package io.sandtable.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which state of the business is asked for. What was known and what is valid are two questions: a price that holds from January may have
 * been known since November.
 *
 * @param revision what the graph said after that revision; null for no such wish
 * @param knownAt what the graph said just before that moment; null for no such wish
 * @param validOn only what holds on that day by its validFrom and validTo; null for all of it
 */
public record AsOf(
        @Nullable Long revision,
        @Nullable Instant knownAt,
        @Nullable LocalDate validOn) {
    public AsOf {
        if (revision != null && knownAt != null) {
            throw new IllegalArgumentException("Both revision %d and the moment %s were asked for; ask for one of them."
                    .formatted(revision, knownAt));
        }
    }

    /** What is known now, all of it. */
    public static AsOf now() {
        return new AsOf(null, null, null);
    }

    /** What the graph said after that revision. */
    public AsOf atRevision(long number) {
        return new AsOf(number, knownAt, validOn);
    }

    /** What the graph said at the end of that day. */
    public AsOf knownOn(LocalDate day, ZoneId zone) {
        return new AsOf(revision, day.plusDays(1).atStartOfDay(zone).toInstant(), validOn);
    }

    /** Only what holds on that day. */
    public AsOf validOn(LocalDate day) {
        return new AsOf(revision, knownAt, day);
    }
}
