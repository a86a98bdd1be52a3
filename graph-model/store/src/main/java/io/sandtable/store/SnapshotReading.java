package io.sandtable.store;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Evidence;
import io.sandtable.model.Fact;
import io.sandtable.model.SnapshotBuilder;
import java.util.Map;
import org.neo4j.driver.TransactionContext;

/** Reads the present business straight into a snapshot, a thing at a time: what a large graph holds must not lie in memory twice. */
final class SnapshotReading implements GraphReading.Things {
    private final SnapshotBuilder builder = new SnapshotBuilder();
    private final Map<String, Evidence> evidence;

    private SnapshotReading(Map<String, Evidence> evidence) {
        this.evidence = evidence;
    }

    /** Gathers everything; the snapshot is built when the transaction is over. */
    static SnapshotReading of(TransactionContext tx) {
        var reading = new GraphReading(tx);
        var snapshot = new SnapshotReading(reading.allEvidence());
        reading.everything(snapshot);
        return snapshot;
    }

    BusinessSnapshot build() {
        return builder.build();
    }

    @Override
    public void node(NodeKey key, StoredThing thing) {
        thing.bySource((source, values) ->
                builder.add(new Fact.NodeFact(key.type(), key.id(), values, evidence(source), source.row())));
    }

    @Override
    public void relation(RelationKey key, StoredThing thing) {
        thing.bySource((source, values) -> builder.add(new Fact.RelationFact(
                key.type(), key.from(), key.to(), key.variant(), values, evidence(source), source.row())));
    }

    private Evidence evidence(StoredThing.Source source) {
        return GraphContent.evidence(evidence, source.evidenceId());
    }
}
