package io.sandtable.ingest.mqtt;

/** A message that its broker keeps until it is acknowledged. */
public interface Delivered {
    String topic();

    byte[] payload();

    /** The broker may forget it; from any thread, once. Without effect where the connection is another by now: it comes again then. */
    void acknowledge();
}
