package io.sandtable.ingest;

import io.sandtable.store.GraphConnection;
import java.util.Optional;

/**
 * What the live feed needs from its surroundings to bring stock counts into a company's graph. Called from the feed's own threads. An
 * exception from any method means "not now": the message stays where it is and is tried again.
 */
public interface LiveGraph {
    /** Whether this home holds a company of that short name, opened or not. Called often; answer from memory or a look at a folder. */
    boolean knows(String company);

    /**
     * The graph of a company while it is open; the feed uses it and does not close it. Empty where it is not open now: counts then wait,
     * and readings are taken without checking their place.
     */
    Optional<GraphConnection> findGraph(String company);

    /**
     * Puts the original of a message into the archive, before any fact rests on it. May come again with the same content.
     *
     * @param sha256 lower-case hex of the payload
     */
    void keepOriginal(String company, String sha256, byte[] payload);

    /**
     * A count has made a new revision of the company's graph, so that plans on the earlier one are stale. Comes at least once for each
     * new revision: after a crash it may come again with the same content.
     */
    void revisionChanged(StockApplied applied);
}
