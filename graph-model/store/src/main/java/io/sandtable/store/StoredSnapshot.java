package io.sandtable.store;

import io.sandtable.model.BusinessSnapshot;

/** A snapshot and the revision of the graph it was read from. */
public record StoredSnapshot(long revision, BusinessSnapshot snapshot) {}
