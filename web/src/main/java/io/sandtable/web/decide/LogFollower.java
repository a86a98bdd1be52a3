package io.sandtable.web.decide;

import tools.jackson.databind.JsonNode;

/** A table that is written by reading the log, in the same transaction as that of decisions, and in no other way: it can never say more than the log. */
public interface LogFollower {
    /** The log is read from its beginning again: what was taken is taken anew. */
    void forget();

    /**
     * A record that is no decision's; kinds that are not the follower's are passed over.
     *
     * @param index its place in the log, {@code hash} its SHA-256, lower-case hex
     */
    void take(long index, String hash, JsonNode record);
}
