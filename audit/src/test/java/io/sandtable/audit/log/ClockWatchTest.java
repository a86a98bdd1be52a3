package io.sandtable.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.testing.Records;
import io.sandtable.audit.tlog.Origin;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockWatchTest {
    @TempDir
    private Path home;

    @Test
    void clockSetBack_isOnRecordOnceBeforeAnythingElse() {
        try (DecisionLog log = DecisionLog.open(home, new Origin("sandtable.test/clock"))) {
            assertThat(at("2026-11-28T02:00:00Z").check(log)).isEmpty();
            log.append(CanonicalJson.of(Map.of("at", "2026-11-28T02:00:00.123Z", "schema", "x/1")));
            log.append(Records.record(1));
            assertThat(at("2026-11-28T02:00:01Z").check(log)).isEmpty();
            assertThat(at("2026-11-28T01:59:30Z").check(log)).as("a correction").isEmpty();

            var told = at("2026-11-27T02:00:00Z").check(log);

            assertThat(told).isPresent();
            assertThat(new String(log.record(told.get().index()), UTF_8))
                    .contains("\"schema\":\"sandtable-clock/1\"")
                    .contains("\"at\":\"2026-11-27T02:00:00Z\"")
                    .contains("\"newest\":\"2026-11-28T02:00:00.123Z\"")
                    .contains("\"seconds\":86400");
            assertThat(at("2026-11-27T02:00:00Z").check(log)).isEmpty();
        }
    }

    private static ClockWatch at(String instant) {
        return new ClockWatch(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
