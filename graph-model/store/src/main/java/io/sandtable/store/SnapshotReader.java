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
