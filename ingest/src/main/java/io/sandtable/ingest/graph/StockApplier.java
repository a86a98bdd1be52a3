package io.sandtable.ingest.graph;

import io.sandtable.ingest.DeadLetterReason;
import io.sandtable.ingest.LiveGraph;
import io.sandtable.ingest.StockApplied;
import io.sandtable.ingest.health.Troubles;
import io.sandtable.ingest.message.MessageReader;
import io.sandtable.ingest.message.Refused;
import io.sandtable.ingest.message.StockMessage;
import io.sandtable.ingest.storage.LiveStore;
import io.sandtable.ingest.storage.StockMessages;
import io.sandtable.ingest.storage.StockMessages.Waiting;
import io.sandtable.ingest.storage.Totals;
import io.sandtable.model.Evidence;
import io.sandtable.model.Origin;
import io.sandtable.store.FactWriter;
import io.sandtable.store.FactsRefused;
import io.sandtable.store.GraphConnection;
import io.sandtable.store.SnapshotReader;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.neo4j.driver.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that brings stored counts into the graphs, the oldest first. Which message is in the graph is written down, so that a
 * start after a crash goes on where the last run ended. A company whose graph is not there now waits without holding up the others.
 */
public final class StockApplier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StockApplier.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final LiveStore store;
    private final LiveGraph graph;
    private final MessageReader reader;
    private final Troubles troubles;
    private final Runnable deadLettersChanged;
    private final Semaphore work = new Semaphore(1);
    private final AtomicLong waiting = new AtomicLong();
    private final Thread thread =
            Thread.ofPlatform().name("live-graph").daemon().unstarted(this::run);
    private volatile boolean stopping;

    /** @param deadLettersChanged called when a count turned out not to fit */
    public StockApplier(
            LiveStore store, LiveGraph graph, MessageReader reader, Troubles troubles, Runnable deadLettersChanged) {
        this.store = store;
        this.graph = graph;
        this.reader = reader;
        this.troubles = troubles;
        this.deadLettersChanged = deadLettersChanged;
    }

    public void start() {
        waiting.set(store.read(Totals::waitingStock));
        thread.start();
    }

    /** There is something to apply. */
    public void wake() {
        work.release();
    }

    /** Stored counts that are not in the graph. */
    public long waiting() {
        return waiting.get();
    }

    private void run() {
        try {
            while (!stopping) {
                boolean complete = round();
                if (complete) {
                    work.acquire();
                } else {
                    Thread.sleep(BETWEEN_TRIES);
                }
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            // closed; the next start goes on
            Thread.currentThread().interrupt();
        }
    }

    /** Applies what can be applied; false where something has to wait. */
    private boolean round() {
        Set<String> blocked = new HashSet<>();
        try {
            while (!stopping) {
                Set<String> except = Set.copyOf(blocked);
                Optional<Waiting> next = store.read(connection -> StockMessages.next(connection, except));
                waiting.set(store.read(Totals::waitingStock));
                if (next.isEmpty()) {
                    break;
                }
                if (!tryApply(next.get())) {
                    blocked.add(next.get().company());
                }
            }
        } catch (RuntimeException e) {
            // the store says so itself, and the writer reports it
            LOG.warn("Stock counts wait: {}", e.getMessage());
            return false;
        }
        return blocked.isEmpty();
    }

    private boolean tryApply(Waiting message) {
        try {
            apply(message);
            troubles.end(Troubles.Place.GRAPH);
            return true;
        } catch (Refused why) {
            LOG.info(
                    "Stock message {} {} is a dead letter: {}", message.topic(), message.messageId(), why.getMessage());
            store.change(connection -> StockMessages.refuse(connection, message, why));
            deadLettersChanged.run();
            return true;
        } catch (GraphNotOpen e) {
            return false;
        } catch (RuntimeException e) {
            troubles.begin(
                    Troubles.Place.GRAPH,
                    "Stock of %s is stored and waits (%s); it is tried again."
                            .formatted(message.company(), e.getMessage()));
            return false;
        }
    }

    private void apply(Waiting waiting) throws Refused, GraphNotOpen {
        if (!(reader.read(waiting.topic(), waiting.payload(), waiting.received()) instanceof StockMessage message)) {
            throw new Refused(DeadLetterReason.TOPIC_UNKNOWN, waiting.topic());
        }
        if (!graph.knows(waiting.company())) {
            throw new Refused(DeadLetterReason.COMPANY_UNKNOWN, waiting.company());
        }
        GraphConnection connection = graph.findGraph(waiting.company()).orElseThrow(GraphNotOpen::new);
        SiteView view = view(connection, message);
        OptionalLong last = store.read(c -> StockMessages.lastApplied(c, waiting.company(), view.site()));
        if (last.isPresent() && last.getAsLong() > message.at().toInstant().toEpochMilli()) {
            store.change(c -> StockMessages.supersede(c, waiting));
            return;
        }
        StockFacts.Change change = change(message, view, waiting);
        int changedLots = Math.max(change.changedLots(), waiting.begun().orElse(0));
        long revision;
        if (changedLots == 0) {
            revision = new SnapshotReader(connection).revision();
        } else {
            store.change(c -> StockMessages.begin(c, waiting, changedLots));
            graph.keepOriginal(waiting.company(), waiting.sha256(), waiting.payload());
            revision = merge(connection, change);
            graph.revisionChanged(new StockApplied(
                    waiting.company(),
                    view.site(),
                    waiting.topic(),
                    waiting.messageId(),
                    message.at(),
                    waiting.sha256(),
                    revision,
                    changedLots));
        }
        store.change(c -> StockMessages.apply(
                c, waiting, waiting.company(), view.site(), message.at().toInstant(), changedLots, revision));
    }

    private static SiteView view(GraphConnection connection, StockMessage message) throws Refused {
        try (Session session = connection.driver().session()) {
            return session.executeRead(tx -> {
                try {
                    return SiteView.read(tx, message);
                } catch (Refused e) {
                    throw new Unfit(e);
                }
            });
        } catch (Unfit e) {
            throw e.why;
        }
    }

    private static StockFacts.Change change(StockMessage message, SiteView view, Waiting waiting) throws Refused {
        try {
            return StockFacts.of(message, view, evidence(message, waiting));
        } catch (IllegalArgumentException e) {
            throw new Refused(DeadLetterReason.GRAPH_REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private static long merge(GraphConnection connection, StockFacts.Change change) throws Refused {
        try {
            return new FactWriter(connection).merge(change.facts()).revision();
        } catch (FactsRefused e) {
            throw new Refused(DeadLetterReason.GRAPH_REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private static Evidence evidence(StockMessage message, Waiting waiting) {
        return new Evidence(
                "EVI-live-" + waiting.evidenceKey(),
                Origin.REAL,
                waiting.topic() + " " + waiting.messageId(),
                waiting.sha256(),
                message.at().toLocalDate(),
                null,
                null);
    }

    /** Finishes what it has begun; the rest waits for the next start. */
    @Override
    public void close() {
        stopping = true;
        work.release();
        try {
            thread.join(Duration.ofSeconds(15));
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The company is here, its graph is not open now. */
    private static final class GraphNotOpen extends Exception {
        private static final long serialVersionUID = 1L;

        GraphNotOpen() {
            super("the graph is not open", null, false, false);
        }
    }

    /** Carries a refusal out of the driver's callback. */
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Refused why;

        Unfit(Refused why) {
            super(why);
            this.why = why;
        }
    }
}
