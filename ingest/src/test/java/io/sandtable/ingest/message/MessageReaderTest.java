package io.sandtable.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sandtable.ingest.DeadLetterReason;
import io.sandtable.ingest.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each field right, and each wrong in the ways that sources get it wrong. */
class MessageReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String STOCK = "sandtable/demo/stock/wms1";
    private static final String READING = "sandtable/demo/reading/hall-2";
    private static final String A_COUNT = """
            {"schema": "sandtable-stock/1", "messageId": "m1", "at": "2026-11-25T19:00:00+08:00", "site": "SZ", "complete": true,
             "lots": [{"lot": "A1", "material": "AL", "quantity": 12.5, "unit": "kg", "bin": "RAW-01", "expiry": "2027-05-01", "unitCost": 21.9},
                      {"lot": "A1", "material": "AL", "quantity": 7.5, "unit": "kg", "bin": "RAW-02", "expiry": "2027-05-01", "unitCost": 21.9},
                      {"lot": "B7", "material": "M6", "quantity": 0, "unit": "件"}]}""";
    private static final String A_READING = """
            {"schema": "sandtable-reading/1", "messageId": "r1", "at": "2026-11-25T12:00:00Z", "sensor": "T-07",
             "quantity": "temperature", "value": 21.4, "unit": "Cel", "zone": "CHEM"}""";

    private final MessageReader reader = new MessageReader(4_000, Duration.ofMinutes(10));

    @Test
    void count_isReadWithItsLotsTogether() throws Refused {
        var count = (StockMessage) reader.read(STOCK, Messages.bytes(A_COUNT), NOW);

        assertThat(count.topic().company()).isEqualTo("demo");
        assertThat(count.topic().source()).isEqualTo("wms1");
        assertThat(count.at().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(count.complete()).isTrue();
        assertThat(count.lines()).isEqualTo(3);
        assertThat(count.lots()).hasSize(2);
        assertThat(count.lots().getFirst().quantity()).isEqualTo(20);
        assertThat(count.lots().getFirst().bins()).containsExactly("RAW-01", "RAW-02");
        assertThat(count.lots().getFirst().unitCost()).hasValue(21.9);
        assertThat(count.lots().getLast().expiry()).isEmpty();
    }

    @Test
    void reading_isReadWithOneSpellingOfItsUnit() throws Refused {
        var reading = (Reading) reader.read(READING, Messages.bytes(A_READING), NOW);

        assertThat(reading.sensor()).isEqualTo("T-07");
        assertThat(reading.value()).isEqualTo(21.4);
        assertThat(reading.unit()).isEqualTo("°C");
        assertThat(reading.place()).contains(new Reading.Place(Reading.Place.Kind.ZONE, "CHEM"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "\"sandtable-stock/1\"; \"sandtable-stock/2\"; SCHEMA_UNKNOWN",
                "\"schema\": \"sandtable-stock/1\",; ; SCHEMA_UNKNOWN",
                "\"m1\"; \"\"; FIELD_INVALID",
                "\"m1\"; \" m1\"; FIELD_INVALID",
                "\"m1\"; \"m\\u0000\"; FIELD_INVALID",
                "\"m1\"; \"m\\ud800\"; FIELD_INVALID",
                "\"m1\"; 17; FIELD_INVALID",
                "\"m1\"; null; FIELD_MISSING",
                "\"messageId\": \"m1\",; ; FIELD_MISSING",
                "+08:00; ; FIELD_INVALID",
                "2026-11-25T19; 2026-13-25T19; FIELD_INVALID",
                "2026-11-25T19; 2026-11-26T19; DATE_AHEAD",
                "2026-11-25T19; 1999-12-31T19; DATE_TOO_OLD",
                "2026-11-25T19; +999999999-11-25T19; DATE_AHEAD",
                "\"complete\": true; \"complete\": \"true\"; FIELD_INVALID",
                "\"complete\": true,; ; FIELD_MISSING",
                "\"site\": \"SZ\"; \"site\": [\"SZ\"]; FIELD_INVALID",
                "\"site\": \"SZ\"; \"Site\": \"SZ\"; FIELD_UNKNOWN",
                "\"site\": \"SZ\"; \"site\": \"SZ\", \"site\": \"KS\"; NOT_JSON",
                "12.5; -12.5; VALUE_ABSURD",
                "12.5; 1e308; VALUE_ABSURD",
                "12.5; 1e999; VALUE_ABSURD",
                "12.5; NaN; NOT_JSON",
                "12.5; \"12.5\"; FIELD_INVALID",
                "12.5; true; FIELD_INVALID",
                "\"quantity\": 12.5; \"qty\": 12.5; FIELD_UNKNOWN",
                "21.9}; -1}; VALUE_ABSURD",
                "21.9}; 1e300}; VALUE_ABSURD",
                "2027-05-01; 2027-02-30; FIELD_INVALID",
                "2027-05-01; 1970-01-01; DATE_TOO_OLD",
                "2027-05-01; 9999-12-31; DATE_AHEAD",
                "RAW-02; RAW-01; LOT_TWICE",
                "\"quantity\": 7.5, \"unit\": \"kg\"; \"quantity\": 7.5, \"unit\": \"g\"; LOT_CONTRADICTORY",
                "\"B7\"; \"A1\"; LOT_TWICE",
            })
    void count_isRefusedForOneWrongField(String right, String wrong, DeadLetterReason reason) {
        String message = A_COUNT.replaceFirst(
                java.util.regex.Pattern.quote(right),
                java.util.regex.Matcher.quoteReplacement(wrong == null ? "" : wrong));
        assertThat(message).isNotEqualTo(A_COUNT);

        assertThat(refusal(STOCK, message)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "21.4; -300; VALUE_ABSURD",
                "21.4; 1e308; VALUE_ABSURD",
                "21.4; \"21.4\"; FIELD_INVALID",
                "21.4; null; FIELD_MISSING",
                "Cel; K; FIELD_INVALID",
                "temperature; humidity; FIELD_INVALID",
                "\"zone\": \"CHEM\"; \"zone\": \"CHEM\", \"bin\": \"CHEM-01\"; FIELD_INVALID",
                "\"sensor\": \"T-07\"; \"sensor\": \"\\n\"; FIELD_INVALID",
                "12:00:00Z; 12:11:00Z; DATE_AHEAD",
                "sandtable-reading/1; sandtable-stock/1; SCHEMA_UNKNOWN",
            })
    void reading_isRefusedForOneWrongField(String right, String wrong, DeadLetterReason reason) {
        String message = A_READING.replace(right, wrong);
        assertThat(message).isNotEqualTo(A_READING);

        assertThat(refusal(READING, message)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {"[]", "3", "{", "{}{}", "null", "{'a': 1}", "''", "\uFEFF{}"})
    void whatIsNotOneJsonObject_isRefused(String payload) {
        assertThat(refusal(STOCK, payload.equals("''") ? "" : payload)).isEqualTo(DeadLetterReason.NOT_JSON);
    }

    @Test
    void bytesThatAreNotUtf8_areRefused() {
        byte[] payload = Messages.bytes(A_READING.replace("T-07", "T-#7"));
        payload[A_READING.indexOf("T-07") + 2] = (byte) 0xC3;

        Refused why = catchThrowableOfType(Refused.class, () -> reader.read(READING, payload, NOW));

        assertThat(why.reason()).isEqualTo(DeadLetterReason.NOT_JSON);
    }

    @Test
    void deepNesting_isRefusedAndBreaksNothing() {
        assertThat(refusal(STOCK, "[".repeat(3_900))).isEqualTo(DeadLetterReason.NOT_JSON);
    }

    @Test
    void largePayload_isRefusedBeforeItIsRead() {
        assertThat(refusal(STOCK, " ".repeat(4_001))).isEqualTo(DeadLetterReason.PAYLOAD_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "sandtable/demo/stok/wms1",
        "sandtable/demo/stock",
        "sandtable/demo/stock/a/b",
        "sandtable/Demo/stock/wms1",
        "sandtable/../stock/wms1",
        "other/demo/stock/wms1",
        "sandtable/demo/stock/仓库",
    })
    void otherTopics_areRefused(String topic) {
        assertThat(refusal(topic, A_COUNT)).isEqualTo(DeadLetterReason.TOPIC_UNKNOWN);
    }

    private DeadLetterReason refusal(String topic, String payload) {
        return catchThrowableOfType(Refused.class, () -> reader.read(topic, Messages.bytes(payload), NOW))
                .reason();
    }
}
