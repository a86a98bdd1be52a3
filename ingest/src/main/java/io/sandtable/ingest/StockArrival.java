package io.sandtable.ingest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/**
 * A stock message as the feed keeps it.
 *
 * @param source the last part of the topic
 * @param at when the stock was counted
 * @param received when it arrived here
 * @param site as the message names it
 * @param complete whether it counts the whole site
 * @param lots how many lots it lists
 * @param sha256 of the original
 * @param changedLots lots that it changed in the graph; 0 where nothing changed or it is not applied
 * @param revision of the graph with this count in it; empty while it is not applied
 */
public record StockArrival(
        String company,
        String source,
        String topic,
        String messageId,
        OffsetDateTime at,
        Instant received,
        String site,
        boolean complete,
        int lots,
        String sha256,
        State state,
        int changedLots,
        OptionalLong revision) {
    /** How far it has come. */
    public enum State {
        /** Stored; waits for its turn or for the graph. */
        STORED,
        /** In the graph. */
        APPLIED,
        /** A later count of the site was there before; kept, not applied. */
        SUPERSEDED,
        /** It does not fit the company's graph; a dead letter says why. */
        REFUSED
    }
}
