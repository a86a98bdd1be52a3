package io.sandtable.store;

import java.time.Instant;

/**
 * One change of the graph.
 *
 * @param number counts up by one
 * @param at when it was committed, by the database's clock
 * @param added nodes and relations that were not there before
 * @param changed nodes and relations of which a value, or where we know it from, became another
 * @param removed nodes and relations that were there before
 * @param begins whether this is where history begins: what was before it is not known
 */
public record Revision(long number, Instant at, int added, int changed, int removed, boolean begins) {}
