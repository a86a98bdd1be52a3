package io.sandtable.web.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Live messages of stock and temperature.
 *
 * @param broker embedded, off, or the address of another broker such as tcp://mqtt.example:1883
 * @param host the address that the embedded broker is bound to
 * @param port of the embedded broker; 0 takes any free one
 * @param user whom sources, or we at another broker, sign in as
 * @param password with it
 * @param maxPayloadBytes larger messages become dead letters
 * @param batchRows most messages in one commit
 * @param batchWait how long the first message of a batch waits for more
 * @param unacknowledged most messages that have arrived and are not stored yet
 * @param maxAhead how far ahead of the clock here a message's time may lie
 */
@ConfigurationProperties("sandtable.ingest")
public record IngestSettings(
        @DefaultValue("embedded") String broker,
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("1883") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("1048576") int maxPayloadBytes,
        @DefaultValue("2000") int batchRows,
        @DefaultValue("100ms") Duration batchWait,
        @DefaultValue("8000") int unacknowledged,
        @DefaultValue("10m") Duration maxAhead) {
    /** The same as the live feed takes it. */
    public io.sandtable.ingest.IngestSettings feed() {
        return feed(io.sandtable.ingest.IngestSettings.Broker.of(broker, host, port, user, password));
    }

    /** The same without any broker: what was stored can be read, and messages can be handed in. */
    public io.sandtable.ingest.IngestSettings feedWithoutBroker() {
        return feed(new io.sandtable.ingest.IngestSettings.Off());
    }

    private io.sandtable.ingest.IngestSettings feed(io.sandtable.ingest.IngestSettings.Broker from) {
        return new io.sandtable.ingest.IngestSettings(
                from, maxPayloadBytes, batchRows, batchWait, unacknowledged, maxAhead);
    }
}
