package io.sandtable.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sandtable.audit.canonical.CanonicalJson;
import io.sandtable.audit.testing.Records;
import io.sandtable.audit.tlog.Origin;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionNumbersTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path home;

    @Test
    void numbers_runWithinTheDayOfTheClocksZone() {
        try (DecisionLog log = DecisionLog.open(home, new Origin("sandtable.test/log"))) {
            DecisionNumbers numbers = new DecisionNumbers(log, at("2026-11-20T16:30:00Z"));
            log.append(Records.record(0));

            numbers.append(DecisionNumbersTest::decision);
            numbers.append(DecisionNumbersTest::decision);

            assertThat(numbers.next()).hasToString("A-2026-1121-003");
            assertThat(new DecisionNumbers(log, at("2026-11-21T16:30:00Z")).next())
                    .hasToString("A-2026-1122-001");
        }
    }

    @Test
    void numbers_goOnAfterReopeningAndAfterTheClockWasSetBack() {
        try (DecisionLog log = DecisionLog.open(home, new Origin("sandtable.test/log"))) {
            new DecisionNumbers(log, at("2026-11-22T02:00:00Z")).append(DecisionNumbersTest::decision);
            new DecisionNumbers(log, at("2026-11-21T02:00:00Z")).append(DecisionNumbersTest::decision);
        }
        try (DecisionLog log = DecisionLog.open(home, new Origin("sandtable.test/log"))) {
            assertThat(new DecisionNumbers(log, at("2026-11-22T02:00:00Z")).next())
                    .hasToString("A-2026-1122-002");
        }
    }

    @Test
    void number_readsBackAndRefusesOtherText() {
        DecisionNumber number = new DecisionNumber(LocalDate.of(2026, 11, 21), 7);

        assertThat(DecisionNumber.parse("A-2026-1121-007")).isEqualTo(number);
        assertThat(new DecisionNumber(LocalDate.of(2026, 1, 2), 1234)).hasToString("A-2026-0102-1234");
        assertThatThrownBy(() -> DecisionNumber.parse("A-2026-1331-001")).hasMessageContaining("no audit number");
        assertThatThrownBy(() -> DecisionNumber.parse("B-1")).hasMessageContaining("no audit number");
    }

    private static byte[] decision(DecisionNumber number) {
        return CanonicalJson.of(
                Map.of("number", number.toString(), "note", "says \"number\":\"A-2026-1121-900\" in text"));
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), SHANGHAI);
    }
}
