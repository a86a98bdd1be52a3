package io.sandtable.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How live messages are received.
 *
 * @param broker where they come from
 * @param maxPayloadBytes larger messages become dead letters; the embedded broker refuses four times as much
 * @param batchRows most messages in one commit
 * @param batchWait how long the first message of a batch waits for more
 * @param unacknowledged most messages that have arrived and are not stored yet; the broker keeps the rest. They are in memory: so many
 *     times the largest message must fit
 * @param maxAhead how far ahead of the clock here a message's time may lie
 */
public record IngestSettings(
        Broker broker, int maxPayloadBytes, int batchRows, Duration batchWait, int unacknowledged, Duration maxAhead) {
    public static final int DEFAULT_PORT = 1883;
    public static final int DEFAULT_MAX_PAYLOAD_BYTES = 1 << 20;
    public static final int DEFAULT_BATCH_ROWS = 2_000;
    public static final Duration DEFAULT_BATCH_WAIT = Duration.ofMillis(100);
    public static final int DEFAULT_UNACKNOWLEDGED = 8_000;
    public static final Duration DEFAULT_MAX_AHEAD = Duration.ofMinutes(10);

    public IngestSettings {
        require(maxPayloadBytes >= 256, "max-payload-bytes", maxPayloadBytes, "256 or more");
        require(batchRows >= 1, "batch-rows", batchRows, "1 or more");
        require(!batchWait.isNegative(), "batch-wait", batchWait, "0 or more");
        require(unacknowledged >= 1 && unacknowledged <= 65_535, "unacknowledged", unacknowledged, "from 1 to 65535");
        require(!maxAhead.isNegative(), "max-ahead", maxAhead, "0 or more");
    }

    /** All but the broker as it is by default. */
    public static IngestSettings of(Broker broker) {
        return new IngestSettings(
                broker,
                DEFAULT_MAX_PAYLOAD_BYTES,
                DEFAULT_BATCH_ROWS,
                DEFAULT_BATCH_WAIT,
                DEFAULT_UNACKNOWLEDGED,
                DEFAULT_MAX_AHEAD);
    }

    private static void require(boolean right, String key, Object found, String expected) {
        if (!right) {
            throw new IllegalArgumentException(
                    "sandtable.ingest.%s was %s; it must be %s. Correct or remove the setting."
                            .formatted(key, found, expected));
        }
    }

    /** Where messages come from. */
    public sealed interface Broker {
        /**
         * As the settings write it.
         *
         * @param broker {@code embedded}, {@code off}, or the URI of another broker: {@code tcp://host:1883}, {@code ssl://host:8883}
         * @param host the address the embedded one is bound to
         * @param port of the embedded one; 0 takes any free one
         */
        static Broker of(String broker, String host, int port, @Nullable String user, @Nullable String password) {
            Optional<Login> login = user == null || user.isBlank()
                    ? Optional.empty()
                    : Optional.of(new Login(user, password == null ? "" : password));
            return switch (broker.strip().toLowerCase(Locale.ROOT)) {
                case "off" -> new Off();
                case "embedded" -> new Embedded(host, port, login);
                default -> new External(URI.create(broker.strip()), login);
            };
        }
    }

    /** Nothing is received; what was stored can be read. */
    public record Off() implements Broker {}

    /**
     * A broker within this process, its journal in {@code <home>/broker}.
     *
     * @param login what sources must give; without one it may only be bound to the machine itself
     */
    public record Embedded(String host, int port, Optional<Login> login) implements Broker {
        public Embedded {
            require(port >= 0 && port <= 65_535, "port", port, "from 0 to 65535");
        }
    }

    /** A broker that somebody else runs. */
    public record External(URI uri, Optional<Login> login) implements Broker {
        public External {
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            require(
                    uri.getHost() != null && (scheme.equals("tcp") || scheme.equals("ssl")),
                    "broker",
                    uri,
                    "embedded, off, or an address such as tcp://mqtt.example:1883 or ssl://mqtt.example:8883");
        }
    }

    /** Who somebody is to a broker; never printed. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
