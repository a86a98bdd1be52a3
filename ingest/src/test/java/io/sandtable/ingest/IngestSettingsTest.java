package io.sandtable.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sandtable.ingest.IngestSettings.Broker;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestSettingsTest {
    @Test
    void broker_isReadAsTheSettingsWriteIt() {
        assertThat(Broker.of("off", "127.0.0.1", 1883, null, null)).isInstanceOf(IngestSettings.Off.class);
        assertThat(Broker.of("embedded", "127.0.0.1", 0, " ", "x"))
                .isInstanceOfSatisfying(
                        IngestSettings.Embedded.class,
                        own -> assertThat(own.login()).isEmpty());
        assertThat(Broker.of("ssl://mqtt.example:8883", "127.0.0.1", 1883, "wms", "a secret"))
                .isInstanceOfSatisfying(
                        IngestSettings.External.class,
                        other -> assertThat(other.uri().getPort()).isEqualTo(8883))
                .asString()
                .doesNotContain("a secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtt.example", "http://mqtt.example", "tcp:///", "embeded"})
    void unknownBroker_isRefusedWithTheSettingsName(String broker) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Broker.of(broker, "127.0.0.1", 1883, null, null))
                .withMessageContaining("sandtable.ingest.broker");
    }

    @Test
    void defaults_areWhatTheReferenceSays() {
        assertThat(IngestSettings.of(new IngestSettings.Off()))
                .isEqualTo(new IngestSettings(
                        new IngestSettings.Off(),
                        1 << 20,
                        2_000,
                        Duration.ofMillis(100),
                        8_000,
                        Duration.ofMinutes(10)));
    }
}
