package io.sandtable.graphserver;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A reason why the database did not start, in words for the parent's user. */
final class Failure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String words;

    Failure(Code code, String words, @Nullable Throwable cause) {
        super(words, cause);
        this.code = code;
        this.words = words;
    }

    /** {@code FAILED CODE words} on one line, as the parent reads it. */
    String line() {
        return "FAILED " + code + " " + words.replaceAll("\\s+", " ");
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
