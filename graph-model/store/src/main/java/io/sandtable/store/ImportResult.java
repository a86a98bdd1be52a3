package io.sandtable.store;

/**
 * What an import did to the graph; {@code added + changed + unchanged} is the number of facts given.
 *
 * @param revision the graph's revision afterwards; the same as before when nothing had to be written
 * @param added facts about a node or relation that was not there
 * @param changed facts of which a value, or where we know it from, is new
 * @param unchanged facts that the graph knew already, or that a later one of the same import overrules
 * @param removed nodes and relations that were there and are in a replacing import no longer
 */
public record ImportResult(long revision, int added, int changed, int unchanged, int removed) {}
