package io.sandtable.ingest.mqtt;

/** Told how the connection to the broker is; called from the connection's own threads. */
public interface Watch {
    void up();

    /** @param why English, one line */
    void down(String why);
}
