package io.sandtable.ingest;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import io.sandtable.ingest.IngestSettings.Login;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A source of messages: connects to the feed's broker and sends with QoS 1. */
final class Source implements AutoCloseable {
    private final Mqtt5AsyncClient client;

    Source(String address, Optional<Login> login) {
        URI uri = URI.create(address);
        var builder =
                MqttClient.builder().useMqttVersion5().serverHost(uri.getHost()).serverPort(uri.getPort());
        if (login.isPresent()) {
            builder = builder.simpleAuth()
                    .username(login.get().user())
                    .password(Messages.bytes(login.get().password()))
                    .applySimpleAuth();
        }
        client = builder.buildAsync();
        client.connect().orTimeout(10, TimeUnit.SECONDS).join();
    }

    static Source of(LiveFeed feed) {
        return new Source(feed.status().address().orElseThrow(), Optional.empty());
    }

    /** Done when the broker has taken it. */
    CompletableFuture<Mqtt5PublishResult> send(String topic, byte[] payload) {
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send();
    }

    void sendNow(String topic, String payload) {
        Mqtt5PublishResult result = send(topic, Messages.bytes(payload))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        result.getError().ifPresent(e -> {
            throw new IllegalStateException(e);
        });
    }

    @Override
    public void close() {
        client.disconnect()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(gone -> null)
                .join();
    }
}
