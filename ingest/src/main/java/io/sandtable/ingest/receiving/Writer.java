package io.sandtable.ingest.receiving;

import io.sandtable.ingest.IngestSettings;
import io.sandtable.ingest.health.Sources;
import io.sandtable.ingest.health.Troubles;
import io.sandtable.ingest.message.Message;
import io.sandtable.ingest.mqtt.Delivered;
import io.sandtable.ingest.storage.Arrival;
import io.sandtable.ingest.storage.Batch;
import io.sandtable.ingest.storage.LiveStore;
import io.sandtable.ingest.storage.Totals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that stores: takes what has arrived in small batches, commits, then acknowledges. While the store refuses, it tries the
 * same batch again and acknowledges nothing.
 */
public final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Of all that has arrived and is not stored yet; more waits with the broker. */
    private static final int MOST_KIBIBYTES = 64 << 10;

    private final LinkedBlockingQueue<Waiting> queue;
    private final Semaphore room = new Semaphore(MOST_KIBIBYTES, true);
    private final LiveStore store;
    private final Sources sources;
    private final Troubles troubles;
    private final int batchRows;
    private final Duration batchWait;
    private final Runnable stockArrived;
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong deadLetters = new AtomicLong();
    private final Thread thread =
            Thread.ofPlatform().name("live-store").daemon().unstarted(this::run);
    private volatile int inHand;
    private volatile boolean stopping;

    private record Waiting(Arrival arrival, Delivered delivered) {
        /** What it takes of the room: kibibytes of its payload. */
        private int size() {
            return Math.min(1 + (delivered.payload().length >> 10), MOST_KIBIBYTES);
        }
    }

    /** @param stockArrived called when stock messages have been stored */
    public Writer(LiveStore store, Sources sources, Troubles troubles, IngestSettings settings, Runnable stockArrived) {
        this.store = store;
        this.sources = sources;
        this.troubles = troubles;
        this.batchRows = settings.batchRows();
        this.batchWait = settings.batchWait();
        this.queue = new LinkedBlockingQueue<>(settings.unacknowledged());
        this.stockArrived = stockArrived;
    }

    public void start() {
        deadLetters.set(store.read(Totals::deadLetters));
        thread.start();
    }

    /** Takes a message in; waits while there are too many, which in turn holds up the broker. */
    public void accept(Arrival arrival, Delivered delivered) {
        try {
            var waiting = new Waiting(arrival, delivered);
            room.acquire(waiting.size());
            queue.put(waiting);
        } catch (InterruptedException e) {
            // not acknowledged, so it comes again
            Thread.currentThread().interrupt();
        }
    }

    /** The same for who cannot wait for ever; false where there was no room in that time, and then it was not taken in. */
    public boolean accept(Arrival arrival, Delivered delivered, Duration atMost) throws InterruptedException {
        var waiting = new Waiting(arrival, delivered);
        long end = System.nanoTime() + atMost.toNanos();
        if (!room.tryAcquire(waiting.size(), atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        if (queue.offer(waiting, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return true;
        }
        room.release(waiting.size());
        return false;
    }

    /** Arrived, not stored. */
    public int queued() {
        return queue.size() + inHand;
    }

    public long stored() {
        return stored.get();
    }

    public long duplicates() {
        return duplicates.get();
    }

    public long deadLetters() {
        return deadLetters.get();
    }

    /** Counts the dead letters anew, after somebody else has written some. */
    public void recountDeadLetters() {
        deadLetters.set(store.read(Totals::deadLetters));
    }

    private void run() {
        try {
            while (true) {
                List<Waiting> batch = collect();
                if (batch.isEmpty()) {
                    if (stopping) {
                        return;
                    }
                    continue;
                }
                store(batch);
                inHand = 0;
                room.release(batch.stream().mapToInt(Waiting::size).sum());
            }
        } catch (InterruptedException e) {
            // closed while the store refuses: what is in hand is not acknowledged and comes again
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // nobody stores any more, and the page must say so
            troubles.begin(Troubles.Place.STORE, String.valueOf(e));
            throw e;
        }
    }

    private List<Waiting> collect() throws InterruptedException {
        var batch = new ArrayList<Waiting>(batchRows);
        Waiting first = queue.poll(batchWait.toMillis() + 1, TimeUnit.MILLISECONDS);
        if (first == null) {
            return batch;
        }
        batch.add(first);
        long end = System.nanoTime() + batchWait.toNanos();
        while (batch.size() < batchRows) {
            if (queue.drainTo(batch, batchRows - batch.size()) > 0) {
                continue;
            }
            Waiting next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        inHand = batch.size();
        return batch;
    }

    private void store(List<Waiting> batch) throws InterruptedException {
        List<Arrival> arrivals = batch.stream().map(Waiting::arrival).toList();
        Batch.Outcome outcome = untilStored(arrivals);
        batch.forEach(waiting -> acknowledge(waiting.delivered()));
        try {
            count(arrivals, outcome);
        } catch (RuntimeException e) {
            LOG.warn("A batch is stored and acknowledged, and could not be counted", e);
        }
    }

    private Batch.Outcome untilStored(List<Arrival> arrivals) throws InterruptedException {
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                Batch.Outcome outcome = store.write(new Batch(arrivals)::store);
                troubles.end(Troubles.Place.STORE);
                return outcome;
            } catch (RuntimeException | OutOfMemoryError e) {
                // whatever it is, going on without it would lose the messages or stall in silence
                troubles.begin(Troubles.Place.STORE, String.valueOf(e.getMessage()));
                if (stopping) {
                    throw new InterruptedException("closed while the store refuses");
                }
                Thread.sleep(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            }
        }
    }

    private static void acknowledge(Delivered delivered) {
        try {
            delivered.acknowledge();
        } catch (RuntimeException e) {
            // the broker sends it again, and it is a duplicate then
            LOG.debug("A stored message could not be acknowledged", e);
        }
    }

    private void count(List<Arrival> arrivals, Batch.Outcome outcome) {
        stored.addAndGet(outcome.stored());
        duplicates.addAndGet(outcome.duplicates());
        outcome.newByTopic().forEach(sources::stored);
        for (Arrival arrival : arrivals) {
            if (arrival.content() instanceof Arrival.Usable(Message message)) {
                sources.arrived(message.topic(), message.at().toInstant(), arrival.received());
            }
        }
        if (outcome.refused() > 0) {
            recountDeadLetters();
        }
        if (outcome.stockStored()) {
            stockArrived.run();
        }
    }

    /** Stores and acknowledges what has arrived, unless the store refuses. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(Duration.ofSeconds(10));
            thread.interrupt();
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
