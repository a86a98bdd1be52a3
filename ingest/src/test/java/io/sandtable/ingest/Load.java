package io.sandtable.ingest;

import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Readings sent as fast as they are taken, those that nobody acknowledged once more. */
final class Load {
    static final int IN_FLIGHT = 1_000;
    private static final String TOPIC = "sandtable/plant/reading/load";

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> again = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();

    private final String padding;

    /** @param padding spaces in front of each message */
    Load(int padding) {
        this.padding = " ".repeat(padding);
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    /** Sends until that is so; then does what is to be done with what is on its way, and waits for its fate. */
    void send(String address, BooleanSupplier until, Ending ending) throws Exception {
        var window = new Semaphore(IN_FLIGHT);
        try (Source source = new Source(address, Optional.empty())) {
            while (!until.getAsBoolean()) {
                if (window.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                    send(source, window);
                }
            }
            ending.run();
            if (!window.tryAcquire(IN_FLIGHT, 30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Messages are neither acknowledged nor lost.");
            }
        }
    }

    /** What was lost on the way is sent now. */
    boolean isComplete() {
        return again.isEmpty();
    }

    private void send(Source source, Semaphore window) {
        String waiting = again.poll();
        String id = waiting == null ? "m" + next.getAndIncrement() : waiting;
        String reading = Messages.reading(id, "2026-11-25T12:00:00Z", "T-" + Math.floorMod(id.hashCode(), 23), 20);
        source.send(TOPIC, Messages.bytes(padding + reading)).whenComplete((sent, lost) -> {
            if (lost == null && sent.getError().isEmpty()) {
                acknowledged.add(id);
            } else {
                again.add(id);
            }
            window.release();
        });
    }

    /** What ends a load. */
    interface Ending {
        void run() throws Exception;
    }
}
