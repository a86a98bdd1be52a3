package io.sandtable.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The live sources of one home: receives their messages over MQTT, stores each before it is acknowledged, applies stock counts to the
 * graph. One per process and one process per home; {@link #open} starts it, {@link #close} lets it finish what it has.
 *
 * <p>Every method may be called from any thread. The reading ones answer from {@code <home>/live/live.duckdb} and from memory in some
 * milliseconds; none waits for the broker, for the graph or for a batch that is being written. While the store itself cannot be read
 * (disk gone), they throw {@link FeedUnavailable}; {@link #status()} always answers.
 */
public interface LiveFeed extends AutoCloseable {
    /**
     * Opens the store, starts or reaches the broker, subscribes, and applies what an earlier run left over. Returns when messages are
     * received; an external broker that does not answer yet is tried again in the background, and the status says so.
     *
     * @param home the folder of all state; {@code live} and {@code broker} in it are ours
     * @param clock tells when a message arrived and what lies in the future
     * @param graph how counts get into the companies' graphs
     * @throws FeedUnavailable where it cannot start: another process has the home, the port is taken, the broker's door would be open
     */
    static LiveFeed open(IngestSettings settings, Path home, Clock clock, LiveGraph graph) {
        return new OpenFeed(settings, home, clock, graph);
    }

    /** How it goes right now. Never fails. */
    LiveStatus status();

    /** The last reading of each of the company's sensors with its range over the last 24 hours, by sensor name. */
    List<SensorState> readings(String company);

    /**
     * A sensor's readings, averaged over steps that begin at multiples of {@code step} since 1970 (UTC); steps without a reading are left
     * out.
     *
     * @param from the first moment, inclusive
     * @param to the last moment, exclusive
     * @param step at least a second, and so long that there are no more than 5,000 steps
     */
    List<HistoryPoint> history(String company, String sensor, Instant from, Instant to, Duration step);

    /** The company's latest stock messages, the newest count first. */
    List<StockArrival> stockMessages(String company, int limit);

    /** What could not be used and waits for a person, of all companies, the newest first. */
    List<DeadLetter> deadLetters(int limit);

    /**
     * Tries a dead letter again, as a person does after having put right what it lacked. What is accepted leaves the list of dead letters; a
     * stock message is then applied in the background and may come back with another reason.
     *
     * @throws IllegalArgumentException where no dead letter has that id
     * @throws FeedUnavailable where the store does not take it now
     */
    ReplayResult replay(String deadLetterId);

    /**
     * Takes a message that came by another way than the broker; returns once it is on the disk. A message that comes again is accepted
     * and stored once.
     *
     * @param topic as at the broker: {@code sandtable/<company>/stock|reading/<source>}
     * @param atMost how long to wait for the disk
     * @throws FeedUnavailable where the store did not take it in time; it may still do so later, so that sending it again is right
     */
    Delivery deliver(String topic, byte[] payload, Duration atMost);

    /**
     * The company's facts were replaced by those of files. Counts of that day or later are applied once more, because they know better
     * than the files; older ones hold no longer.
     *
     * @param speakOf the day that the files speak of, in the zone of the feed's clock
     */
    void filesImported(String company, LocalDate speakOf);

    /** Takes no more messages, stores and acknowledges what has arrived, then stops. What was not acknowledged comes again. */
    @Override
    void close();
}
