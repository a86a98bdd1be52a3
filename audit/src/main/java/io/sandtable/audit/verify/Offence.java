package io.sandtable.audit.verify;

/** The first thing that does not fit, named for a person who has to look at it. */
final class Offence extends Exception {
    private static final long serialVersionUID = 1L;

    private final String firstBad;

    Offence(String firstBad, String reason) {
        super(reason);
        this.firstBad = firstBad;
    }

    Offence(String firstBad, Throwable cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
        this.firstBad = firstBad;
    }

    String firstBad() {
        return firstBad;
    }
}
