package io.sandtable.store;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.alignment.Aligned;

/**
 * A snapshot and the revision of the graph it was read from.
 *
 * @param snapshot the business as everybody sees it: what is the same under several ids stands there once
 * @param stored what the graph holds, each source's things for themselves
 */
public record StoredSnapshot(long revision, BusinessSnapshot snapshot, BusinessSnapshot stored) {
    public StoredSnapshot(long revision, BusinessSnapshot stored) {
        this(revision, Aligned.of(stored).snapshot(), stored);
    }
}
