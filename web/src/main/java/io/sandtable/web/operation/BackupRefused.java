package io.sandtable.web.operation;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A backup or its restoring that cannot be, in one line with the remedy; nothing was changed. */
public final class BackupRefused extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    BackupRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    BackupRefused(String message) {
        this(message, null);
    }
}
