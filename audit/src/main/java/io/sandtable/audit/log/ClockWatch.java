package io.sandtable.audit.log;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.tlog.Tile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sees a clock that was set back: the newest record says a later moment than it is now. Such a log goes on, since nobody could say when
 * the company may decide again, but the first record afterwards tells of it.
 */
public final class ClockWatch {
    public static final String SCHEMA = "sandtable-clock/1";

    /** Clocks are corrected by as much every day, and a record's moment is taken a little before it is written. */
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Clock clock;

    public ClockWatch(Clock clock) {
        this.clock = clock;
    }

    /** Logs a record of its own where the clock is behind the newest one. */
    public Optional<Receipt> check(DecisionLog log) {
        Instant now = clock.instant();
        return newest(log)
                .filter(newest -> now.plus(TOLERANCE).isBefore(newest))
                .map(newest -> log.append(CanonicalJson.of(Map.of(
                        "schema",
                        SCHEMA,
                        "at",
                        now.toString(),
                        "newest",
                        newest.toString(),
                        "seconds",
                        Duration.between(now, newest).toSeconds(),
                        "checkpointBefore",
                        new String(log.checkpoint().bytes(), StandardCharsets.UTF_8)))));
    }

    /** The moment of the last record that names one, looked for in the last bundle and the one before. */
    private static Optional<Instant> newest(DecisionLog log) {
        for (long end = log.size(), tries = 0; end > 0 && tries < 2; tries++) {
            long start = (end - 1) / Tile.FULL * Tile.FULL;
            List<byte[]> records = log.recordsFrom(start);
            Optional<Instant> found = records.reversed().stream()
                    .flatMap(record -> at(record).stream())
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            end = start;
        }
        return Optional.empty();
    }

    private static Optional<Instant> at(byte[] canonicalRecord) {
        JsonNode at = JSON.readTree(canonicalRecord).get("at");
        if (at == null || !at.isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(at.stringValue()));
        } catch (DateTimeParseException otherForm) {
            return Optional.empty();
        }
    }
}
