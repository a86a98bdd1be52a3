package io.sandtable.graphserver;

import java.io.Serial;

/** A reason why the database did not start, in words for the parent's user. */
final class Failure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Code code;

    Failure(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    Code code() {
        return code;
    }

    /** What the parent tells apart. */
    enum Code {
        /** Another process has the store open. */
        STORE_IN_USE,
        /** The folder cannot be written: rights, a full disk. */
        STORE_NOT_WRITABLE,
        /** The database refused to start; its own words follow. */
        DATABASE_FAILED
    }
}
