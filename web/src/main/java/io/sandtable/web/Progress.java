package io.sandtable.web;

/** Somebody who wants to know which stage of long work has begun. */
public interface Progress {
    Progress SILENT = stage -> {};

    /** A stage begins; its words stand in the bundles under {@code stage.…}. */
    void begins(String stage);
}
