package io.sandtable.store;

import io.sandtable.model.BusinessSnapshot;
import java.util.Optional;

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
        while (true) {
            Optional<Revised> read = tryRead();
            if (read.isPresent()) {
                return new StoredSnapshot(
                        read.get().revision(),
                        BusinessSnapshot.of(read.get().content().facts()));
            }
        }
    }

    /**
     * The snapshot of an earlier state, or of what holds on a day; takes as long as the present one and the way back to it.
     *
     * @throws NotInHistory where the graph does not know that state
     */
    public StoredSnapshot read(AsOf asOf) {
        while (true) {
            Optional<Revised> read = tryRead(asOf);
            if (read.isPresent()) {
                GraphContent content = asOf.validOn() == null
                        ? read.get().content()
                        : read.get().content().validOn(asOf.validOn());
                return new StoredSnapshot(read.get().revision(), BusinessSnapshot.of(content.facts()));
            }
        }
    }

    private Optional<Revised> tryRead(AsOf asOf) {
        if (asOf.isPresent()) {
            return tryRead();
        }
        return connection.read(tx -> {
            long now = GraphReading.revision(tx);
            var journal = new Journal(tx);
            long wanted = KnownRevisions.of(journal.revisions()).find(asOf).number();
            GraphContent content = new GraphReading(tx).everything();
            journal.after(wanted, (number, former) -> former.undo(content));
            return GraphReading.revision(tx) == now ? Optional.of(new Revised(wanted, content)) : Optional.empty();
        });
    }

    /** Empty when an import was committed while we read: Neo4j shows each query what is committed by then. */
    private Optional<Revised> tryRead() {
        return connection.read(tx -> {
            long before = GraphReading.revision(tx);
            GraphContent content = new GraphReading(tx).everything();
            return GraphReading.revision(tx) == before ? Optional.of(new Revised(before, content)) : Optional.empty();
        });
    }

    private record Revised(long revision, GraphContent content) {}
}
