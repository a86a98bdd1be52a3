package io.sandtable.ingest.mqtt;

import io.sandtable.ingest.FeedUnavailable;
import io.sandtable.ingest.IngestSettings.Embedded;
import io.sandtable.ingest.IngestSettings.Login;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.server.RemotingService;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;

/**
 * A broker within this process. Sources are let in only after the feed has subscribed, so that no message is taken for which nobody
 * would have asked; what it has taken is in its journal and outlives the process.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String FEED = "feed";
    private static final String SOURCES = "sources";
    private static final String LOOPBACK = "127.0.0.1";
    private static final long MEGABYTE = 1 << 20;

    private final Embedded settings;
    private final int maxPacketBytes;
    private final Door door;
    private final EmbeddedActiveMQ broker;
    private int port;

    private EmbeddedBroker(Embedded settings, int maxPacketBytes, Door door, EmbeddedActiveMQ broker) {
        this.settings = settings;
        this.maxPacketBytes = maxPacketBytes;
        this.door = door;
        this.broker = broker;
    }

    /**
     * Starts it with its journal in {@code <home>/broker}; nobody but the feed can reach it yet.
     *
     * @param maxPacketBytes a source that sends more is disconnected
     */
    public static EmbeddedBroker start(Embedded settings, int maxPacketBytes, Path home) {
        requireClosedDoor(settings);
        var door = new Door(settings.login());
        var broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration(home.resolve("broker"), maxPacketBytes));
        broker.setSecurityManager(door);
        var started = new EmbeddedBroker(settings, maxPacketBytes, door, broker);
        try {
            broker.start();
        } catch (Exception e) {
            started.close();
            throw failed(home, String.valueOf(e.getMessage()), e);
        }
        // a journal that cannot be read stops the broker, and start() says nothing
        if (!broker.getActiveMQServer().isActive()) {
            started.close();
            throw failed(home, "it did not become active", null);
        }
        return started;
    }

    private static FeedUnavailable failed(Path home, String why, @org.jspecify.annotations.Nullable Exception cause) {
        return new FeedUnavailable(
                FeedUnavailable.Reason.BROKER_FAILED,
                "The embedded broker did not start (%s). Check the space and rights of %s, and that Java runs with --sun-misc-unsafe-memory-access=allow as the launcher does; or set sandtable.ingest.broker=off."
                        .formatted(why, home.resolve("broker")),
                cause);
    }

    private static void requireClosedDoor(Embedded settings) {
        try {
            boolean ownMachine = InetAddress.getByName(settings.host()).isLoopbackAddress();
            boolean password = settings.login()
                    .filter(login -> !login.password().isEmpty())
                    .isPresent();
            if (!ownMachine && !password) {
                throw new FeedUnavailable(
                        FeedUnavailable.Reason.DOOR_OPEN,
                        "The broker would listen on %s, where other machines reach it, and ask nobody for a password. Set sandtable.ingest.user and sandtable.ingest.password, or keep sandtable.ingest.host=127.0.0.1."
                                .formatted(settings.host()),
                        null);
            }
        } catch (UnknownHostException e) {
            throw new FeedUnavailable(
                    FeedUnavailable.Reason.BROKER_FAILED,
                    "sandtable.ingest.host was '%s', which is no address of this machine; give one, such as 127.0.0.1."
                            .formatted(settings.host()),
                    e);
        }
    }

    private static Configuration configuration(Path folder, int maxPacketBytes) {
        var configuration = new ConfigurationImpl()
                .setName("sandtable")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .setSuppressSessionNotifications(true)
                // our own address asks the door each time; a password check is quick
                .setSecurityInvalidationInterval(0)
                .setMaxDiskUsage(-1)
                .setMinDiskFree(256 * MEGABYTE)
                .setGlobalMaxSize(64 * MEGABYTE);
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                        // a message goes when it is acknowledged, however often we are killed before
                        .setMaxDeliveryAttempts(-1)
                        .setNoExpiry(true)
                        .setAutoDeleteQueues(false)
                        .setAutoDeleteAddresses(false));
        try {
            configuration.addAcceptorConfiguration(FEED, uri(LOOPBACK, 0, maxPacketBytes));
        } catch (Exception e) {
            throw new IllegalStateException("The broker's own address was not understood; this is a fault of ours.", e);
        }
        return configuration;
    }

    private static String uri(String host, int port, int maxPacketBytes) {
        return "tcp://%s:%d?protocols=MQTT;maximumPacketSize=%d;remotingThreads=2;closeMqttConnectionOnPublishAuthorizationFailure=true;allowLinkStealing=true"
                .formatted(host.contains(":") ? "[" + host + "]" : host, port, maxPacketBytes);
    }

    /** Where the feed connects to. */
    int feedPort() {
        return acceptors().getAcceptor(FEED).getActualPort();
    }

    Login feedLogin() {
        return door.feed();
    }

    /** Opens the door to the sources. */
    void letSourcesIn() {
        try {
            Acceptor sources =
                    acceptors().createAcceptor(SOURCES, uri(settings.host(), settings.port(), maxPacketBytes));
            sources.start();
            port = sources.getActualPort();
        } catch (Exception e) {
            throw new FeedUnavailable(
                    FeedUnavailable.Reason.PORT_IN_USE,
                    "The broker could not listen on %s:%d (%s). Stop who has that port, or choose another by sandtable.ingest.port; 0 takes any free one."
                            .formatted(settings.host(), settings.port(), e.getMessage()),
                    e);
        }
    }

    /** Closes it again; what has been taken stays. */
    void keepSourcesOut() {
        try {
            acceptors().destroyAcceptor(SOURCES);
        } catch (Exception e) {
            throw new IllegalStateException("The broker's port was not closed; it ends with the process.", e);
        }
    }

    /** Where sources send to. */
    String address() {
        return "tcp://%s:%d".formatted(settings.host(), port);
    }

    private RemotingService acceptors() {
        return broker.getActiveMQServer().getRemotingService();
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The broker did not stop; it ends with the process, and its journal is safe.", e);
        }
    }
}
