package io.sandtable.ingest;

import java.time.OffsetDateTime;

/**
 * A stock message that has changed a company's graph.
 *
 * @param site the site's id in the graph, such as {@code SIT-SZ}
 * @param topic where the message came in
 * @param at when the stock was counted
 * @param sha256 of the original
 * @param revision the graph's revision with this count in it
 * @param changedLots lots whose quantity, place, cost or expiry is another now
 */
public record StockApplied(
        String company,
        String site,
        String topic,
        String messageId,
        OffsetDateTime at,
        String sha256,
        long revision,
        int changedLots) {}
