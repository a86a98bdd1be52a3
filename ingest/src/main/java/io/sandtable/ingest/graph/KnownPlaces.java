package io.sandtable.ingest.graph;

import io.sandtable.ingest.DeadLetterReason;
import io.sandtable.ingest.LiveGraph;
import io.sandtable.ingest.message.Reading;
import io.sandtable.ingest.message.Refused;
import io.sandtable.model.NodeType;
import io.sandtable.store.GraphConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.neo4j.driver.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The zones and bins of each company as far as its graph has told. A reading is turned away only where the graph is known not to have
 * its place: readings must not wait for a database.
 */
public final class KnownPlaces implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KnownPlaces.class);

    /** So often the graph is asked at most, per company. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private static final Duration LONGEST_LOOK = Duration.ofMillis(500);

    private final ExecutorService looking = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("live-places").factory());
    private final ConcurrentHashMap<String, Look> looks = new ConcurrentHashMap<>();
    private final LiveGraph graph;
    private final Clock clock;

    private record Books(CodeBook zones, CodeBook bins) {
        boolean know(Reading.Place place) {
            return (place.kind() == Reading.Place.Kind.ZONE ? zones : bins).knows(place.name());
        }
    }

    private record Look(Future<Optional<Books>> books, Instant at) {}

    public KnownPlaces(LiveGraph graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /** Passes where the company has the place or nobody can tell right now. */
    public void require(String company, Reading.Place place) throws Refused {
        Look look = looks.get(company);
        if (look != null && know(look, place)) {
            return;
        }
        Instant now = clock.instant();
        if (look == null || !now.isBefore(look.at().plus(BETWEEN_LOOKS))) {
            look = new Look(looking.submit(() -> read(company)), now);
            looks.put(company, look);
            await(look.books());
        }
        // whoever did not start the look does not wait for it
        if (look.books().state() == Future.State.SUCCESS
                && look.books().resultNow().isPresent()
                && !know(look, place)) {
            throw new Refused(
                    place.kind() == Reading.Place.Kind.ZONE
                            ? DeadLetterReason.ZONE_UNKNOWN
                            : DeadLetterReason.BIN_UNKNOWN,
                    place.name());
        }
    }

    private static boolean know(Look look, Reading.Place place) {
        return look.books().state() == Future.State.SUCCESS
                && look.books().resultNow().filter(books -> books.know(place)).isPresent();
    }

    private static void await(Future<Optional<Books>> look) {
        try {
            look.get(LONGEST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("The graph has not told its places within {}; readings are taken meanwhile", LONGEST_LOOK);
        } catch (ExecutionException e) {
            LOG.warn("Places could not be read from the graph: {}", String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Books> read(String company) {
        return graph.findGraph(company).map(KnownPlaces::read);
    }

    private static Books read(GraphConnection connection) {
        try (Session session = connection.driver().session()) {
            return session.executeRead(
                    tx -> new Books(CodeBook.read(tx, NodeType.ZONE), CodeBook.read(tx, NodeType.BIN)));
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
