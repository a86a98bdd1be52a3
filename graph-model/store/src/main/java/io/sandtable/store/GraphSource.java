package io.sandtable.store;

import java.net.URI;
import java.nio.file.Path;

/** Which database holds the graph. */
public sealed interface GraphSource {
    /**
     * Our own server, started as a child process and ended with this one.
     *
     * @param home the folder of all state, {@code sandtable.home}; the graph lives in its folder {@code graph}
     */
    record OwnServer(Path home, GraphServerSettings settings) implements GraphSource {}

    /** A Neo4j that somebody else runs. */
    record ExternalServer(URI uri, String user, String password) implements GraphSource {
        /** Says where, never the password. */
        @Override
        public String toString() {
            return "ExternalServer[" + uri + " as " + user + "]";
        }
    }
}
