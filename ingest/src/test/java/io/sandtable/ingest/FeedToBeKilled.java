package io.sandtable.ingest;

import io.sandtable.ingest.IngestSettings.Embedded;
import io.sandtable.store.GraphConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** A JVM of its own for {@link KilledFeedIT}: a feed over a home, until it is killed or its input ends; says how it is doing for each byte of it. */
final class FeedToBeKilled {
    static final String READY = "READY ";
    static final String STATUS = "STATUS ";

    private FeedToBeKilled() {}

    public static void main(String[] arguments) throws IOException {
        var settings = IngestSettings.of(new Embedded("127.0.0.1", 0, Optional.empty()));
        try (LiveFeed feed = LiveFeed.open(settings, Path.of(arguments[0]), Clock.systemUTC(), new NoGraph())) {
            System.out.println(READY + feed.status().address().orElseThrow());
            while (System.in.read() >= 0) {
                LiveStatus status = feed.status();
                System.out.println(STATUS + (status.stored() + status.duplicates()) + " " + status.state());
            }
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
