package io.sandtable.ingest;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The live feed cannot be used; the message is one line with the remedy. */
public final class FeedUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public FeedUnavailable(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What a caller may want to tell apart. */
    public enum Reason {
        /** Another process receives for this home. */
        HOME_IN_USE,
        HOME_NOT_WRITABLE,
        /** Somebody else listens at the broker's address. */
        PORT_IN_USE,
        /** The broker would listen to other machines without asking for a password. */
        DOOR_OPEN,
        BROKER_FAILED,
        /** The store cannot be read or written: disk full or gone, file damaged. */
        STORE_FAILED,
        CLOSED
    }
}
