package io.sandtable.web;

import io.sandtable.store.GraphUnavailable;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Faults of ours: the log keeps what happened under a short number that a person can quote. */
@Component
public class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final SecureRandom chance = new SecureRandom();

    /** Logs the fault; the answer, such as E-7F3A12, is what the person is shown. */
    public String note(Throwable fault) {
        String number = "E-" + "%06x".formatted(chance.nextInt(1 << 24)).toUpperCase(Locale.ROOT);
        LOG.error("{}", number, fault);
        return number;
    }

    /** Whether a full disk was behind it. */
    public static boolean isFullDisk(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof GraphUnavailable graph && graph.reason() == GraphUnavailable.Reason.DISK_FULL) {
                return true;
            }
            String message = each instanceof IOException ? each.getMessage() : null;
            if (message != null && message.contains("No space left on device")) {
                return true;
            }
        }
        return false;
    }
}
