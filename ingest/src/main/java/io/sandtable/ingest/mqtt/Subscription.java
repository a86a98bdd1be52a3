package io.sandtable.ingest.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import io.reactivex.disposables.Disposable;
import io.reactivex.schedulers.Schedulers;
import io.sandtable.ingest.IngestSettings.Login;
import io.sandtable.ingest.message.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The feed's place at a broker: a session that outlives us, and messages that stay at the broker until we have acknowledged them. It
 * connects again by itself.
 */
final class Subscription implements AutoCloseable {
    private final ExecutorService receiving = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("live-receive").daemon().factory());
    private final Mqtt5AsyncClient client;
    private final Disposable messages;
    private final int unacknowledged;
    private volatile boolean closing;

    /** @param tls whether the broker is spoken to over TLS, its certificate checked against the JVM's */
    record Address(String host, int port, boolean tls, Optional<Login> login) {}

    /** @param clientId names the session; another client with that name would take it over */
    Subscription(Address address, String clientId, int unacknowledged, Consumer<Delivered> receiver, Watch watch) {
        this.unacknowledged = unacknowledged;
        Mqtt5ClientBuilder builder = MqttClient.builder()
                .useMqttVersion5()
                .identifier(clientId)
                .serverHost(address.host())
                .serverPort(address.port())
                .automaticReconnect()
                .initialDelay(200, TimeUnit.MILLISECONDS)
                .maxDelay(5, TimeUnit.SECONDS)
                .applyAutomaticReconnect()
                .addConnectedListener(connected -> watch.up())
                .addDisconnectedListener(lost -> {
                    if (closing) {
                        lost.getReconnector().reconnect(false);
                    } else {
                        watch.down("the broker at %s:%d is not reached (%s); it is tried again"
                                .formatted(address.host(), address.port(), oneLine(lost.getCause())));
                    }
                });
        if (address.tls()) {
            builder = builder.sslWithDefaultConfig();
        }
        if (address.login().isPresent()) {
            Login login = address.login().get();
            builder = builder.simpleAuth()
                    .username(login.user())
                    .password(login.password().getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        client = builder.buildAsync();
        // before connecting: what an earlier run did not acknowledge comes at once
        messages = client.toRx()
                .publishes(MqttGlobalPublishFilter.ALL, true)
                .observeOn(Schedulers.from(receiving), true, unacknowledged)
                .subscribe(
                        publish -> receiver.accept(new Publish(publish)),
                        e -> watch.down("messages are not taken any more (%s); start again".formatted(e)));
    }

    /** Connects and subscribes. The future is done when messages come, and fails where the broker refuses us. */
    CompletableFuture<?> begin() {
        return client.connectWith()
                .cleanStart(false)
                .noSessionExpiry()
                .keepAlive(30)
                .restrictions()
                .receiveMaximum(unacknowledged)
                .applyRestrictions()
                .send()
                .thenCompose(welcome -> client.subscribeWith()
                        .topicFilter(Topic.ROOT + "/#")
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .retainHandling(Mqtt5RetainHandling.DO_NOT_SEND)
                        .send());
    }

    private record Publish(Mqtt5Publish publish) implements Delivered {
        @Override
        public String topic() {
            return publish.getTopic().toString();
        }

        @Override
        public byte[] payload() {
            return publish.getPayloadAsBytes();
        }

        @Override
        public void acknowledge() {
            publish.acknowledge();
        }
    }

    private static String oneLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        closing = true;
        // a broker that is gone need not be told
        client.disconnect()
                .orTimeout(2, TimeUnit.SECONDS)
                .exceptionally(gone -> null)
                .join();
        // also lets the client's threads end, which would keep the process alive
        messages.dispose();
        receiving.shutdown();
    }
}
