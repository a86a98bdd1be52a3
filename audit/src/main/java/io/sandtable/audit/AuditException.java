package io.sandtable.audit;

/** Evidence that cannot be trusted or a log that cannot be written: damaged, foreign, locked or over its limits. */
public class AuditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AuditException(String message) {
        super(message);
    }

    public AuditException(String message, Throwable cause) {
        super(message, cause);
    }
}
