package io.sandtable.ingest.receiving;

import io.sandtable.ingest.DeadLetterReason;
import io.sandtable.ingest.LiveGraph;
import io.sandtable.ingest.graph.KnownPlaces;
import io.sandtable.ingest.message.Message;
import io.sandtable.ingest.message.MessageReader;
import io.sandtable.ingest.message.Reading;
import io.sandtable.ingest.message.Refused;
import io.sandtable.ingest.storage.Arrival;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of a payload whether it is a message for a company that is here; looks into the graph for the places of readings only. */
public final class Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

    private final MessageReader reader;
    private final KnownCompanies companies;
    private final KnownPlaces places;
    private final Clock clock;

    public Receiver(MessageReader reader, LiveGraph graph, KnownPlaces places, Clock clock) {
        this.reader = reader;
        this.companies = new KnownCompanies(graph, clock);
        this.places = places;
        this.clock = clock;
    }

    /** The payload as it goes into the store. */
    public Arrival receive(String topic, byte[] payload) {
        Instant now = clock.instant();
        try {
            Message message = reader.read(topic, payload, now);
            companies.require(message.topic().company());
            if (message instanceof Reading reading && reading.place().isPresent()) {
                places.require(reading.topic().company(), reading.place().get());
            }
            return Arrival.of(topic, payload, now, new Arrival.Usable(message));
        } catch (Refused why) {
            return Arrival.of(topic, payload, now, new Arrival.Unusable(why));
        } catch (RuntimeException e) {
            LOG.error("A message on {} could not be read; it is kept as a dead letter", topic, e);
            return Arrival.of(
                    topic,
                    payload,
                    now,
                    new Arrival.Unusable(new Refused(DeadLetterReason.READER_FAILED, e.toString())));
        }
    }
}
