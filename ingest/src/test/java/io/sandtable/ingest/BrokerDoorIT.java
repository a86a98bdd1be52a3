package io.sandtable.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import io.sandtable.ingest.IngestSettings.Embedded;
import io.sandtable.ingest.IngestSettings.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in at the embedded broker, and what they may do there. */
class BrokerDoorIT {
    private static final Login LOGIN = new Login("wms", "a secret");
    private static final String TOPIC = "sandtable/plant/reading/hall";
    private static final String A_READING = Messages.reading("r1", "2026-11-25T12:00:00Z", "T-1", 20);

    @TempDir
    private Path home;

    @Test
    void otherMachines_areNotLetInWithoutAPassword() {
        assertThatThrownBy(() -> open(new Embedded("0.0.0.0", 0, Optional.empty())))
                .isInstanceOf(FeedUnavailable.class)
                .extracting(e -> ((FeedUnavailable) e).reason())
                .isEqualTo(FeedUnavailable.Reason.DOOR_OPEN);
    }

    @Test
    void takenPort_isSaid() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> open(new Embedded("127.0.0.1", taken.getLocalPort(), Optional.empty())))
                    .isInstanceOf(FeedUnavailable.class)
                    .hasMessageContaining("sandtable.ingest.port")
                    .extracting(e -> ((FeedUnavailable) e).reason())
                    .isEqualTo(FeedUnavailable.Reason.PORT_IN_USE);
        }
    }

    @Test
    void sources_giveThePasswordThatIsSet() {
        try (LiveFeed feed = open(new Embedded("127.0.0.1", 0, Optional.of(LOGIN)))) {
            String address = feed.status().address().orElseThrow();

            assertThatThrownBy(() -> new Source(address, Optional.empty())).hasMessageContaining("CONNACK");
            assertThatThrownBy(() -> new Source(address, Optional.of(new Login("wms", "a guess"))))
                    .hasMessageContaining("CONNACK");
            try (var source = new Source(address, Optional.of(LOGIN))) {
                source.sendNow(TOPIC, A_READING);
            }
        }
    }

    @Test
    void sources_sendBelowOurTopicsAndReadNothing() {
        try (LiveFeed feed = open(new Embedded("127.0.0.1", 0, Optional.empty()))) {
            URI uri = URI.create(feed.status().address().orElseThrow());
            Mqtt5BlockingClient client = MqttClient.builder()
                    .useMqttVersion5()
                    .serverHost(uri.getHost())
                    .serverPort(uri.getPort())
                    .buildBlocking();
            client.connect();

            assertThatThrownBy(() ->
                            client.subscribeWith().topicFilter("sandtable/#").send())
                    .isInstanceOf(Mqtt5SubAckException.class);
            client.disconnect();
            try (Source source = Source.of(feed)) {
                assertThatThrownBy(() -> source.sendNow("elsewhere/plant", "{}"))
                        .as("refused or disconnected")
                        .isNotNull();
            }
            try (Source source = Source.of(feed)) {
                source.sendNow(TOPIC, A_READING);
            }
            assertThat(feed.status().state()).isEqualTo(LiveStatus.State.RUNNING);
        }
    }

    @Test
    void packetBeyondTheLimit_isNotTakenAndOthersAre() {
        try (LiveFeed feed = open(new Embedded("127.0.0.1", 0, Optional.empty()))) {
            byte[] huge = new byte[IngestSettings.DEFAULT_MAX_PAYLOAD_BYTES * 5];
            try (Source source = Source.of(feed)) {
                assertThatThrownBy(() -> source.send(TOPIC, huge).join()).isNotNull();
            }
            try (Source source = Source.of(feed)) {
                source.sendNow(TOPIC, A_READING);
            }
            assertThat(feed.status().state()).isEqualTo(LiveStatus.State.RUNNING);
        }
    }

    private LiveFeed open(Embedded broker) {
        return LiveFeed.open(IngestSettings.of(broker), home, Clock.systemUTC(), new LoadedPlant(null));
    }
}
