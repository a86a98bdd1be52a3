package io.sandtable.audit.log;

import io.sandtable.audit.AuditException;
import java.io.Serial;

/** Another process writes the log at the moment; it is worth trying again. */
public final class LogBusy extends AuditException {
    @Serial
    private static final long serialVersionUID = 1L;

    LogBusy(String message) {
        super(message);
    }
}
