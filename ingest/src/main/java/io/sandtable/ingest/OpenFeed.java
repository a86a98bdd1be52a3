package io.sandtable.ingest;

import io.sandtable.ingest.IngestSettings.Embedded;
import io.sandtable.ingest.IngestSettings.External;
import io.sandtable.ingest.IngestSettings.Off;
import io.sandtable.ingest.graph.KnownPlaces;
import io.sandtable.ingest.graph.StockApplier;
import io.sandtable.ingest.health.Sources;
import io.sandtable.ingest.health.Troubles;
import io.sandtable.ingest.message.MessageReader;
import io.sandtable.ingest.message.Refused;
import io.sandtable.ingest.mqtt.BrokerLink;
import io.sandtable.ingest.mqtt.Delivered;
import io.sandtable.ingest.mqtt.Watch;
import io.sandtable.ingest.receiving.Receiver;
import io.sandtable.ingest.receiving.Writer;
import io.sandtable.ingest.storage.Arrival;
import io.sandtable.ingest.storage.Batch;
import io.sandtable.ingest.storage.ClientName;
import io.sandtable.ingest.storage.DeadLetters;
import io.sandtable.ingest.storage.HomeLock;
import io.sandtable.ingest.storage.LiveStore;
import io.sandtable.ingest.storage.Readings;
import io.sandtable.ingest.storage.StockMessages;
import io.sandtable.ingest.storage.Totals;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The parts of a feed, put together: what is opened last is closed first. */
final class OpenFeed implements LiveFeed {
    /** The broker refuses what is so many times larger than the largest message, before it is in memory. */
    private static final int PACKET_FACTOR = 4;

    private final Clock clock;
    private final Troubles troubles;
    private final Sources sources;
    private final LiveStore store;
    private final Receiver receiver;
    private final Writer writer;
    private final StockApplier applier;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable BrokerLink link;
    private volatile boolean connected;
    private volatile boolean closed;

    OpenFeed(IngestSettings settings, Path home, Clock clock, LiveGraph graph) {
        this.clock = clock;
        this.troubles = new Troubles(clock);
        this.sources = new Sources(clock);
        var reader = new MessageReader(settings.maxPayloadBytes(), settings.maxAhead());
        try {
            opened.push(HomeLock.take(home));
            store = LiveStore.open(home);
            opened.push(store);
            sources.seed(store.read(Totals::topics));
            var places = new KnownPlaces(graph, clock);
            opened.push(places);
            receiver = new Receiver(reader, graph, places, clock);
            applier = new StockApplier(store, graph, reader, troubles, this::deadLettersChanged);
            writer = new Writer(store, sources, troubles, settings, applier::wake);
            applier.start();
            opened.push(applier);
            writer.start();
            opened.push(writer);
            link = connect(settings, home);
        } catch (RuntimeException e) {
            closeAll();
            throw e;
        }
    }

    private @Nullable BrokerLink connect(IngestSettings settings, Path home) {
        var messages = new BrokerLink.Receiver(
                ClientName.of(home),
                settings.unacknowledged(),
                delivered -> writer.accept(receiver.receive(delivered.topic(), delivered.payload()), delivered),
                new BrokerWatch());
        return switch (settings.broker()) {
            case Off off -> null;
            case Embedded embedded ->
                BrokerLink.embedded(embedded, settings.maxPayloadBytes() * PACKET_FACTOR, home, messages);
            case External external -> BrokerLink.external(external, messages);
        };
    }

    private void deadLettersChanged() {
        writer.recountDeadLetters();
    }

    @Override
    public LiveStatus status() {
        BrokerLink broker = link;
        return new LiveStatus(
                state(broker),
                Optional.ofNullable(broker).map(BrokerLink::address),
                broker != null && broker.isEmbedded(),
                writer.queued(),
                applier.waiting(),
                writer.stored(),
                writer.duplicates(),
                writer.deadLetters(),
                sources.list(),
                troubles.latest());
    }

    private LiveStatus.State state(@Nullable BrokerLink broker) {
        if (closed) {
            return LiveStatus.State.OFF;
        }
        if (troubles.present(Troubles.Place.STORE)) {
            return LiveStatus.State.STALLED;
        }
        if (broker == null) {
            return LiveStatus.State.OFF;
        }
        return connected ? LiveStatus.State.RUNNING : LiveStatus.State.DISCONNECTED;
    }

    @Override
    public List<SensorState> readings(String company) {
        return store.read(connection -> Readings.states(connection, company, clock.instant()));
    }

    @Override
    public List<HistoryPoint> history(String company, String sensor, Instant from, Instant to, Duration step) {
        return store.read(connection -> Readings.history(connection, company, sensor, from, to, step));
    }

    @Override
    public List<StockArrival> stockMessages(String company, int limit) {
        return store.read(connection -> StockMessages.list(connection, company, limit));
    }

    @Override
    public List<DeadLetter> deadLetters(int limit) {
        return store.read(connection -> DeadLetters.list(connection, limit));
    }

    @Override
    public ReplayResult replay(String deadLetterId) {
        DeadLetters.Original letter = store.read(connection -> DeadLetters.find(connection, deadLetterId))
                .orElseThrow(() -> new IllegalArgumentException(
                        "No dead letter has the id '%s'; it may have been replayed already. Load the list again."
                                .formatted(deadLetterId)));
        if (letter.isShortened()) {
            return new ReplayResult(false, Optional.of(letter.reason()), letter.arguments());
        }
        Arrival arrival = receiver.receive(letter.topic(), letter.payload());
        Optional<DeadLetters.Original> still = store.write(connection -> {
            DeadLetters.settle(connection, deadLetterId);
            if (!(arrival.content() instanceof Arrival.Usable)
                    || !StockMessages.retry(connection, letter.topic(), arrival.sha256())) {
                // refused once more, it opens its dead letter again
                new Batch(List.of(arrival)).store(connection);
            }
            return DeadLetters.find(connection, deadLetterId);
        });
        writer.recountDeadLetters();
        applier.wake();
        return still.map(again -> new ReplayResult(false, Optional.of(again.reason()), again.arguments()))
                .orElseGet(() -> new ReplayResult(true, Optional.empty(), List.of()));
    }

    @Override
    public Delivery deliver(String topic, byte[] payload, Duration atMost) {
        Arrival arrival = receiver.receive(topic, payload);
        var stored = new CompletableFuture<Boolean>();
        long end = System.nanoTime() + atMost.toNanos();
        try {
            if (!writer.accept(arrival, new HandedIn(topic, payload, stored), atMost)) {
                throw notStored(new TimeoutException("no room within " + atMost));
            }
            stored.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw notStored(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notStored(e);
        }
        if (arrival.content() instanceof Arrival.Unusable(Refused why)) {
            return new Delivery(Optional.of(why.reason()), why.arguments(), arrival.deadLetterId());
        }
        // whether its id was used before is known only to the store
        return store.read(connection -> DeadLetters.find(connection, arrival.deadLetterId()))
                .filter(letter -> letter.reason() == DeadLetterReason.MESSAGE_ID_REUSED)
                .map(letter -> new Delivery(Optional.of(letter.reason()), letter.arguments(), arrival.deadLetterId()))
                .orElseGet(() -> new Delivery(Optional.empty(), List.of(), ""));
    }

    @Override
    public void filesImported(String company, LocalDate speakOf) {
        Instant from = speakOf.atStartOfDay(clock.getZone()).toInstant();
        store.change(connection -> StockMessages.startAgain(connection, company, from));
        applier.wake();
    }

    private static FeedUnavailable notStored(Exception cause) {
        return new FeedUnavailable(
                FeedUnavailable.Reason.STORE_FAILED,
                "The message was not stored in time; mostly the disk is full. Free some space, then send it again.",
                cause);
    }

    /** Waits for its acknowledgement. */
    private record HandedIn(String topic, byte[] payload, CompletableFuture<Boolean> stored) implements Delivered {
        @Override
        public void acknowledge() {
            stored.complete(true);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        BrokerLink broker = link;
        if (broker != null) {
            broker.keepSourcesOut();
        }
        closeAll();
        closed = true;
    }

    /** In the reverse order of opening; the link goes after the writer has acknowledged what it has. */
    private void closeAll() {
        RuntimeException first = null;
        while (!opened.isEmpty()) {
            AutoCloseable part = opened.pop();
            try {
                part.close();
            } catch (Exception e) {
                if (first == null) {
                    first = new IllegalStateException(
                            "The live feed did not close cleanly; what it stored is safe.", e);
                } else {
                    first.addSuppressed(e);
                }
            }
            if (part == writer && link != null) {
                opened.push(link);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private final class BrokerWatch implements Watch {
        @Override
        public void up() {
            connected = true;
            troubles.end(Troubles.Place.BROKER);
        }

        @Override
        public void down(String why) {
            connected = false;
            troubles.begin(Troubles.Place.BROKER, why);
        }
    }
}
