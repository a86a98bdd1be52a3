package io.sandtable.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The database cannot be used; the message is one line with the remedy. */
public final class GraphUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    GraphUnavailable(Reason reason, String message) {
        this(reason, message, null);
    }

    GraphUnavailable(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What a caller may want to tell apart. */
    public enum Reason {
        JAR_MISSING,
        /** A second service on the same home. */
        HOME_IN_USE,
        HOME_NOT_WRITABLE,
        DISK_FULL,
        /** The server ended before it was ready, or takes no more transactions. */
        SERVER_FAILED,
        START_TIMEOUT,
        /** Nobody answers at the address, or no longer. */
        UNREACHABLE,
        LOGIN_REFUSED,
        /** One transaction is larger than the server's memory for transactions. */
        OUT_OF_MEMORY,
        /** The graph was written by a newer Sandtable. */
        SCHEMA_TOO_NEW
    }
}
