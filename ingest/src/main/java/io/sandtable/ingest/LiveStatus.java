package io.sandtable.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the live feed is doing.
 *
 * @param state the worst that is true right now
 * @param address where sources send to, such as {@code tcp://127.0.0.1:1883}; empty where the broker is off
 * @param embedded whether the broker is our own
 * @param queued messages that have arrived and are not stored yet
 * @param waitingStock stock messages that are stored and not in the graph yet
 * @param stored messages stored by this process
 * @param duplicates messages of this process that were there already
 * @param deadLetters how many wait for a person
 * @param sources one for each topic, by topic
 * @param trouble the last thing that went wrong
 */
public record LiveStatus(
        State state,
        Optional<String> address,
        boolean embedded,
        int queued,
        long waitingStock,
        long stored,
        long duplicates,
        long deadLetters,
        List<Source> sources,
        Optional<Trouble> trouble) {
    public LiveStatus {
        sources = List.copyOf(sources);
    }

    /** From good to bad. */
    public enum State {
        /** Messages arrive and are stored. */
        RUNNING,
        /** Switched off by the settings, or closed. */
        OFF,
        /** The broker is not reached; it is tried again. */
        DISCONNECTED,
        /** The store takes nothing (disk full, mostly): nothing is acknowledged, so the broker keeps it; it is tried again. */
        STALLED
    }

    /**
     * One topic that has sent something usable.
     *
     * @param source the last part of the topic
     * @param kind stock or reading
     * @param lastAt the latest moment its messages speak of
     * @param lastReceived when its last message arrived
     * @param count its stored messages, of all times
     * @param lag how old the latest news was when asked: now − {@code lastAt}, not below zero
     * @param perMinute messages of the last minute
     */
    public record Source(
            String company,
            String kind,
            String source,
            String topic,
            Instant lastAt,
            Instant lastReceived,
            long count,
            Duration lag,
            long perMinute) {}

    /**
     * Something that went wrong.
     *
     * @param where store, broker or graph
     * @param message English, one line, with the remedy
     * @param over whether it works again
     */
    public record Trouble(String where, String message, Instant at, boolean over) {}
}
