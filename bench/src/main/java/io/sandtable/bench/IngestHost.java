package io.sandtable.bench;

import io.sandtable.ingest.IngestSettings;
import io.sandtable.ingest.IngestSettings.Embedded;
import io.sandtable.ingest.LiveFeed;
import io.sandtable.ingest.LiveGraph;
import io.sandtable.ingest.StockApplied;
import io.sandtable.store.GraphConnection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The live feed alone with its settings as the service has them, until it is told to end; stands in for the service. */
final class IngestHost {
    static final String NAME = "ingest-host";

    private IngestHost() {}

    /** @param arguments home, port */
    static void main(String[] arguments) throws InterruptedException {
        var settings = IngestSettings.of(new Embedded("127.0.0.1", Integer.parseInt(arguments[1]), Optional.empty()));
        LiveFeed feed = LiveFeed.open(settings, Path.of(arguments[0]), Clock.systemUTC(), new OneCompany());
        Runtime.getRuntime().addShutdownHook(new Thread(feed::close));
        Thread.currentThread().join();
    }

    /** The demo company is here; its graph, which readings do not touch, is not open. */
    private static final class OneCompany implements LiveGraph {
        @Override
        public boolean knows(String company) {
            return company.equals(IngestSimulator.COMPANY);
        }

        @Override
        public Optional<GraphConnection> findGraph(String company) {
            return Optional.empty();
        }

        @Override
        public void keepOriginal(String company, String sha256, byte[] payload) {
            throw new IllegalStateException("No graph is open here; send readings.");
        }

        @Override
        public void revisionChanged(StockApplied applied) {
            throw new IllegalStateException("No graph is open here; send readings.");
        }
    }
}
