package io.sandtable.ingest.mqtt;

import io.sandtable.ingest.FeedUnavailable;
import io.sandtable.ingest.IngestSettings.Embedded;
import io.sandtable.ingest.IngestSettings.External;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Our side of a broker, be it our own or another one. */
public final class BrokerLink implements AutoCloseable {
    private static final int SECONDS_TO_SUBSCRIBE = 30;

    private final String address;
    private final Subscription subscription;
    private final @Nullable EmbeddedBroker own;

    private BrokerLink(String address, Subscription subscription, @Nullable EmbeddedBroker own) {
        this.address = address;
        this.subscription = subscription;
        this.own = own;
    }

    /** What a link does with messages, and how many it holds. */
    public record Receiver(String clientId, int unacknowledged, Consumer<Delivered> messages, Watch watch) {}

    /** Starts our own broker, subscribes, and lets the sources in. */
    public static BrokerLink embedded(Embedded settings, int maxPacketBytes, Path home, Receiver receiver) {
        EmbeddedBroker broker = EmbeddedBroker.start(settings, maxPacketBytes, home);
        Subscription subscription = subscription(
                new Subscription.Address("127.0.0.1", broker.feedPort(), false, Optional.of(broker.feedLogin())),
                receiver);
        try {
            subscription.begin().get(SECONDS_TO_SUBSCRIBE, TimeUnit.SECONDS);
            broker.letSourcesIn();
            return new BrokerLink(broker.address(), subscription, broker);
        } catch (FeedUnavailable e) {
            close(subscription, broker);
            throw e;
        } catch (Exception e) {
            close(subscription, broker);
            throw new FeedUnavailable(
                    FeedUnavailable.Reason.BROKER_FAILED,
                    "The embedded broker does not answer (%s). Look into the log; if its journal is damaged, move %s away."
                            .formatted(e, home.resolve("broker")),
                    e);
        }
    }

    /** Connects to somebody else's broker; where it does not answer, it is tried again until it does. */
    public static BrokerLink external(External settings, Receiver receiver) {
        URI uri = settings.uri();
        boolean tls = "ssl".equals(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 8883 : 1883;
        Subscription subscription =
                subscription(new Subscription.Address(uri.getHost(), port, tls, settings.login()), receiver);
        var unused = subscription.begin().whenComplete((done, refused) -> {
            if (refused != null) {
                receiver.watch()
                        .down(
                                "the broker at %s refuses us (%s); correct sandtable.ingest.user, .password or its rights and start again"
                                        .formatted(uri, refused.getMessage()));
            }
        });
        return new BrokerLink("%s://%s:%d".formatted(uri.getScheme(), uri.getHost(), port), subscription, null);
    }

    private static Subscription subscription(Subscription.Address address, Receiver receiver) {
        return new Subscription(
                address, receiver.clientId(), receiver.unacknowledged(), receiver.messages(), receiver.watch());
    }

    /** Where sources send to. */
    public String address() {
        return address;
    }

    /** Whether the broker is our own. */
    public boolean isEmbedded() {
        return own != null;
    }

    /** No source gets anything in any more; what is in still comes. */
    public void keepSourcesOut() {
        if (own != null) {
            own.keepSourcesOut();
        }
    }

    private static void close(Subscription subscription, @Nullable EmbeddedBroker broker) {
        try {
            subscription.close();
        } finally {
            if (broker != null) {
                broker.close();
            }
        }
    }

    @Override
    public void close() {
        close(subscription, own);
    }
}
