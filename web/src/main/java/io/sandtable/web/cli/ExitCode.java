package io.sandtable.web.cli;

/** What a command's exit status says. */
final class ExitCode {
    static final int DONE = 0;
    /** A plain "no": refused, not confirmed, problems in a file, verification failed. */
    static final int NO = 1;
    static final int WRONG_USE = 2;
    /** Database away, disk full, a fault of ours. */
    static final int BROKEN = 3;

    private ExitCode() {}
}
