package io.sandtable.store;

import io.sandtable.model.BusinessSnapshot;
import java.util.Optional;
import java.util.function.BiFunction;
import org.neo4j.driver.TransactionContext;

/** Reads one revision of the graph as an immutable snapshot. */
public final class SnapshotReader {
    private final GraphConnection connection;

    public SnapshotReader(GraphConnection connection) {
        this.connection = connection;
    }

    /** The number of the last change; the same number means the same snapshot. */
    public long revision() {
        return connection.read(GraphReading::revision);
    }

    /** The snapshot of the present revision. */
    public StoredSnapshot read() {
        Revised<SnapshotReading> read = untilUndisturbed((tx, now) -> new Revised<>(now, SnapshotReading.of(tx)));
        return new StoredSnapshot(read.revision(), read.content().build());
    }

    /**
     * The snapshot of an earlier state, or of what holds on a day; takes as long as the present one and the way back to it.
     *
     * @throws NotInHistory where the graph does not know that state
     */
    public StoredSnapshot read(AsOf asOf) {
        if (asOf.equals(AsOf.now())) {
            return read();
        }
        Revised<GraphContent> read = untilUndisturbed((tx, now) -> {
            var journal = new Journal(tx);
            Revision wanted = KnownRevisions.of(journal.revisions()).find(asOf);
            GraphContent content = new GraphReading(tx).everything();
            journal.after(wanted.number(), (number, former) -> former.undo(content));
            return new Revised<>(wanted.number(), content);
        });
        GraphContent content =
                asOf.validOn() == null ? read.content() : read.content().validOn(asOf.validOn());
        return new StoredSnapshot(read.revision(), BusinessSnapshot.of(content.facts()));
    }

    /** Once more when an import was committed while we read: Neo4j shows each query what is committed by then. */
    private <T> T untilUndisturbed(BiFunction<TransactionContext, Long, T> work) {
        while (true) {
            Optional<T> read = connection.read(tx -> {
                long now = GraphReading.revision(tx);
                T result = work.apply(tx, now);
                return GraphReading.revision(tx) == now ? Optional.of(result) : Optional.empty();
            });
            if (read.isPresent()) {
                return read.get();
            }
        }
    }

    private record Revised<T>(long revision, T content) {}
}
