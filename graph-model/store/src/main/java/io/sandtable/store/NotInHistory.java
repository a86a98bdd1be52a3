package io.sandtable.store;

import java.io.Serial;

/** A state of the graph was asked for that its history does not hold. */
public final class NotInHistory extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** It lies before the graph began to keep its history. */
        TOO_EARLY,
        /** There is no such revision yet. */
        NOT_YET
    }

    private final Reason reason;
    private final transient Revision oldest;
    private final transient Revision newest;

    NotInHistory(Reason reason, String asked, Revision oldest, Revision newest) {
        super(
                "The graph was asked for %s; its history goes from revision %d of %s to revision %d of %s. Ask for one of these."
                        .formatted(asked, oldest.number(), oldest.at(), newest.number(), newest.at()));
        this.reason = reason;
        this.oldest = oldest;
        this.newest = newest;
    }

    public Reason reason() {
        return reason;
    }

    /** The earliest state that is known. */
    public Revision oldest() {
        return oldest;
    }

    /** The latest one. */
    public Revision newest() {
        return newest;
    }
}
