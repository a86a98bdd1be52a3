package io.sandtable.ingest;

import io.sandtable.ingest.IngestSettings.Embedded;
import io.sandtable.store.GraphConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * A JVM of its own: a feed over a home, until it is killed or its input ends. It says how it is doing for each line of it; for the line
 * {@link #HAND_IN} it takes a message as the webhook does and says whether it could.
 */
final class FeedToBeKilled {
    static final String READY = "READY ";
    static final String STATUS = "STATUS ";
    static final String HAND_IN = "hand in";
    static final String HANDED_IN = "HANDED IN ";
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private FeedToBeKilled() {}

    public static void main(String[] arguments) throws IOException {
        var settings = IngestSettings.of(new Embedded("127.0.0.1", 0, Optional.empty()));
        try (LiveFeed feed = LiveFeed.open(settings, Path.of(arguments[0]), Clock.systemUTC(), new NoGraph())) {
            System.out.println(READY + feed.status().address().orElseThrow());
            var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                System.out.println(line.equals(HAND_IN) ? HANDED_IN + handIn(feed) : STATUS + status(feed));
            }
        }
    }

    private static String status(LiveFeed feed) {
        LiveStatus status = feed.status();
        return (status.stored() + status.duplicates()) + " " + status.state();
    }

    private static String handIn(LiveFeed feed) {
        byte[] reading = Messages.bytes(Messages.reading("handed-in", "2026-11-25T12:00:00Z", "T-1", 20));
        try {
            return feed.deliver("sandtable/plant/reading/webhook", reading, PATIENCE)
                            .accepted()
                    ? "stored"
                    : "refused";
        } catch (FeedUnavailable notNow) {
            return notNow.reason().name();
        }
    }

    /** Companies that are here and whose graphs are not open. */
    private static final class NoGraph implements LiveGraph {
        @Override
        public boolean knows(String company) {
            return true;
        }

        @Override
        public Optional<GraphConnection> findGraph(String company) {
            return Optional.empty();
        }

        @Override
        public void keepOriginal(String company, String sha256, byte[] payload) {
            throw new IllegalStateException("no graph is open");
        }

        @Override
        public void revisionChanged(StockApplied applied) {
            throw new IllegalStateException("no graph is open");
        }
    }
}
